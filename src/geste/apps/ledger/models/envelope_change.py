"""Envelope change: why money was set aside or taken away again, and on whose word."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.ledger.models.entry import Entry


class Why(StrEnum):
    """What an envelope was changed by."""

    OPENED = "opened"
    BY_HAND = "by_hand"
    CHARTER = "charter"


class EnvelopeChange(WrittenOnce):
    """The reason of one entry that filled, raised or lowered an envelope.

    By hand it has a reason in words and somebody who answers for it; by a charter `charter_version` says which.
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="change")
    why = models.CharField(max_length=20)
    charter_version = models.PositiveIntegerField()
    reason = models.CharField(max_length=500, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(why="by_hand") | ~models.Q(reason="") & models.Q(changed_by__isnull=False),
                name="ledger_by_hand_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.why} {self.entry}"
