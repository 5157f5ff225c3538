"""Closed period: a month of the books that takes no more entries, and what it came to."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce


class ClosedPeriod(WrittenOnce):
    """Everything from `since` to just before `until` is closed: what is written later is dated later.

    `movements` holds debits and credits by account, envelope and currency; `digest` is that of its entries.
    """

    name = models.CharField(max_length=7, unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField(unique=True)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    entries = models.PositiveBigIntegerField()
    movements = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(since__lt=models.F("until")), name="ledger_closed_has_length"),
        )

    def __str__(self) -> str:
        return self.name
