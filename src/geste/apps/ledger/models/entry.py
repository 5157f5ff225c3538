"""Entry: one debit and one credit of the same amount. An unbalanced entry cannot be written down."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.ledger.models.envelope_period import EnvelopePeriod
from geste.core.ledger.accounts import CLEARING, PARTNERS, Account

ACCOUNTS = tuple(account.value for account in Account)
ON_ITS_WAY = tuple(account.value for account in CLEARING.values())
"""The clearing accounts, in the order in which the indexes of what is on its way name them."""


def kept_apart() -> models.Q:
    """What is true of an entry whose accounts may meet."""
    kept = models.Q()
    for account, partners in PARTNERS.items():
        among = tuple(sorted(partner.value for partner in partners))
        for this, other in (("debit", "credit"), ("credit", "debit")):
            kept &= ~models.Q(**{this: account.value}) | models.Q(**{f"{other}__in": among})
    return kept


class Entry(WrittenOnce):
    """An amount, in minor units, that moved from one account to another because of one gesture, or into an envelope.

    One that `reverses` another moves the same amount back. Neither of the two is erased, and neither counts any more.
    One that touches an envelope says in which period, as which one there, and what was left after it.
    """

    debit = models.CharField(max_length=40)
    credit = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    envelope = models.CharField(max_length=80, blank=True)
    envelope_period = models.ForeignKey(EnvelopePeriod, on_delete=models.PROTECT, null=True, related_name="entries")
    envelope_seq = models.PositiveBigIntegerField(null=True)
    envelope_left = models.BigIntegerField(null=True)
    occurred_at = models.DateTimeField()
    gesture_key = models.CharField(max_length=64)
    ordinal = models.PositiveIntegerField(default=0)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="ledger_amount_is_positive"),
            models.CheckConstraint(condition=~models.Q(debit=models.F("credit")), name="ledger_two_accounts"),
            models.CheckConstraint(
                condition=models.Q(debit__in=ACCOUNTS, credit__in=ACCOUNTS), name="ledger_known_accounts"
            ),
            models.CheckConstraint(condition=kept_apart(), name="ledger_accounts_kept_apart"),
            models.CheckConstraint(
                condition=models.Q(envelope="", envelope_period=None, envelope_seq=None, envelope_left=None)
                | models.Q(envelope_period__isnull=False, envelope_seq__gte=1, envelope_left__gte=0)
                & ~models.Q(envelope=""),
                name="ledger_envelope_whole_or_not",
            ),
            models.UniqueConstraint(fields=["gesture_key", "debit", "credit", "ordinal"], name="ledger_once_per_step"),
            models.UniqueConstraint(fields=["envelope_period", "envelope_seq"], name="ledger_seq_once_in_period"),
        )
        indexes = (
            models.Index(fields=["envelope", "occurred_at"], name="ledger_envelope_in_time"),
            # What is on its way, without looking at anything else. Giving writes to neither of the two.
            models.Index(
                fields=["debit", "gesture_key"], condition=models.Q(debit__in=ON_ITS_WAY), name="ledger_off_its_way"
            ),
            models.Index(
                fields=["credit", "gesture_key"], condition=models.Q(credit__in=ON_ITS_WAY), name="ledger_on_its_way"
            ),
        )

    def __str__(self) -> str:
        return f"{self.debit} → {self.credit} {self.amount} {self.currency}"
