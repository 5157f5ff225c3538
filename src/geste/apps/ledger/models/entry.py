"""Entry: one debit and one credit of the same amount. An unbalanced entry cannot be written down."""

from enum import StrEnum

from django.db import models

from geste.apps.base.records import WrittenOnce


class Account(StrEnum):
    """Every account there is. None belongs to a person: there is nowhere to post a cost to an employee."""

    GESTURES = "gestures"
    FOREGONE_REVENUE = "foregone_revenue"
    COST_PRICE = "cost_price"
    OWED = "owed"
    TO_SETTLE = "to_settle"
    DUE_TO_CUSTOMERS = "due_to_customers"


ACCOUNTS = tuple(account.value for account in Account)


class Entry(WrittenOnce):
    """An amount, in minor units, that moved from one account to another because of one gesture.

    One that `reverses` another moves the same amount back. Neither of the two is erased, and neither counts any more.
    """

    debit = models.CharField(max_length=40)
    credit = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    envelope = models.CharField(max_length=80, blank=True)
    occurred_at = models.DateTimeField()
    gesture_key = models.CharField(max_length=64)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="ledger_amount_is_positive"),
            models.CheckConstraint(condition=~models.Q(debit=models.F("credit")), name="ledger_two_accounts"),
            models.CheckConstraint(
                condition=models.Q(debit__in=ACCOUNTS, credit__in=ACCOUNTS), name="ledger_known_accounts"
            ),
            models.UniqueConstraint(fields=["gesture_key", "debit", "credit"], name="ledger_once_per_gesture"),
        )
        indexes = (models.Index(fields=["envelope", "occurred_at"], name="ledger_envelope_in_time"),)

    def __str__(self) -> str:
        return f"{self.debit} → {self.credit} {self.amount} {self.currency}"
