"""Reversal: that a gesture was taken back or did not reach the customer. It stays written and counts no longer."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models.gesture import Gesture
from geste.apps.ledger.models import Entry


class Reversal(WrittenOnce):
    """One gesture that counts no longer, with the entry that moved its cost back if it had one.

    Without a person nobody took it back: it could not be carried out.
    """

    gesture = models.OneToOneField(Gesture, on_delete=models.PROTECT, related_name="reversal")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.gesture}, taken back"
