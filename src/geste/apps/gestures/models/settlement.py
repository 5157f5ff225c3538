"""Settlement: where the cost of something done first went, once somebody had looked. The customer keeps what it is."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models.gesture import Gesture
from geste.apps.ledger.models import Entry

SETTLEMENT_NOTE_CHARACTERS = 500


class Booked(StrEnum):
    """Where the cost goes: as if the charter had covered it, the same but from no envelope, or it stays where it is."""

    BY_CHARTER = "by_charter"
    APART = "apart"
    AS_IT_STANDS = "as_it_stands"


class Settlement(WrittenOnce):
    """One gesture that is to settle no longer, with the entry that moved its cost if one did.

    `note` says what the charter should say. There is no word in it that would take anything back from anybody.
    """

    gesture = models.OneToOneField(Gesture, on_delete=models.PROTECT, related_name="settlement")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    booked = models.CharField(max_length=20)
    note = models.CharField(max_length=SETTLEMENT_NOTE_CHARACTERS, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(booked__in=[each.value for each in Booked]), name="gestures_settlement_says_where"
            ),
            models.CheckConstraint(
                condition=~models.Q(booked="as_it_stands") | models.Q(entry=None),
                name="gestures_as_it_stands_moves_nothing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.gesture}, settled"
