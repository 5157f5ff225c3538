"""Reversal: that a gesture was taken back. The gesture stays as it was written; it only counts no longer."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models.gesture import Gesture
from geste.apps.ledger.models import Entry


class Reversal(WrittenOnce):
    """One gesture taken back, once, with the entry that moved its cost back if it had one."""

    gesture = models.OneToOneField(Gesture, on_delete=models.PROTECT, related_name="reversal")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.gesture}, taken back"
