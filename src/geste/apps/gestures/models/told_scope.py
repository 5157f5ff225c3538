"""Told scope: the same card, the same address: what a gesture counts towards that only a fact tells."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models.gesture import Gesture


class ToldScope(WrittenOnce):
    """One scope of a gesture that the charter knows by a fact, with a digest of what the fact said as it was given.

    Gestures of the same digest count together, on whichever case and to whomever. The digest of a forgotten customer
    is empty and counts towards nothing.
    """

    gesture = models.ForeignKey(Gesture, on_delete=models.PROTECT, related_name="told_scopes")
    scope = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = (models.Index(fields=["scope", "digest", "gesture"], name="gestures_told_scope"),)

    def __str__(self) -> str:
        return f"{self.scope} of {self.gesture_id}"
