"""Note failure: what was given could not be carried out, so it counts for nothing any more."""

from datetime import datetime

from geste.apps.gestures.models import Gesture, Reversal
from geste.apps.ledger.models import Entry


def note_failure(gesture: Gesture, *, now: datetime) -> Reversal:
    """Keep that a gesture did not reach the customer, inside the transaction that moved its money back. Once.

    It is nobody's act: the reversal names no person. Caps and limits are free again for something else.
    """
    reversal = Reversal.objects.filter(gesture=gesture).first()
    if reversal is not None:
        return reversal
    entry = None if gesture.entry_id is None else Entry.objects.filter(reverses=gesture.entry_id).first()
    return Reversal.objects.create(gesture=gesture, entry=entry, taken_back_by=None, taken_back_at=now)
