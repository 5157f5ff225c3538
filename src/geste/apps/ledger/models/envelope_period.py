"""Envelope period: what one envelope holds from one turn to the next. The only rows of the ledger that change."""

from typing import Never

from django.db import models

from geste.apps.base.records import AlreadyWritten


class EnvelopePeriod(models.Model):
    """One period of one envelope, from `since` to just before `until`.

    `holder` is empty for an envelope of the whole company, else the site or team whose own it is. `cap` is what was put
    in so far, `left` what is still there, `seq` how many entries have touched it: all three follow from the entries.
    `promised` is what the charter version that last set it says; what was raised by hand stands on top. At most one
    period of an envelope is in force, the one that was opened last.
    """

    envelope = models.CharField(max_length=80)
    holder = models.CharField(max_length=40, blank=True)
    number = models.PositiveIntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    currency = models.CharField(max_length=3)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=80)
    is_in_force = models.BooleanField(default=True)
    cap = models.BigIntegerField(default=0)
    left = models.BigIntegerField(default=0)
    seq = models.PositiveBigIntegerField(default=0)
    promised = models.BigIntegerField()
    charter_version = models.PositiveIntegerField()
    low_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(left__gte=0), name="ledger_left_not_negative"),
            models.CheckConstraint(condition=models.Q(left__lte=models.F("cap")), name="ledger_left_at_most_cap"),
            models.CheckConstraint(condition=models.Q(since__lt=models.F("until")), name="ledger_period_has_length"),
            models.UniqueConstraint(fields=["envelope", "holder", "number"], name="ledger_period_once"),
            models.UniqueConstraint(
                fields=["envelope", "holder"], condition=models.Q(is_in_force=True), name="ledger_one_period_in_force"
            ),
        )

    def __str__(self) -> str:
        return f"{self.envelope} {self.number}"

    def delete(self, *_: object, **__: object) -> Never:
        """Refuse."""
        raise AlreadyWritten(type(self).__name__)
