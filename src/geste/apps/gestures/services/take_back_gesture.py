"""Take back: a slip of the finger undone within seconds, before anything has left the house."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit, is_handed_on
from geste.apps.base.permission import require
from geste.apps.gestures.events import GestureGiven, GestureTakenBack
from geste.apps.gestures.models import Gesture, Reversal
from geste.apps.gestures.policies import may_take_back
from geste.apps.gestures.selectors import gesture_numbered, may_still_be_taken_back
from geste.apps.ledger.services.open_book import open_book
from geste.apps.ledger.services.reverse_entry import reverse_entry


class TakeBackRefused(Exception):
    """The gesture stands; `code` says why it is not taken back. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic(durable=True)
def take_back_gesture(*, actor: Actor, gesture_id: int, now: datetime) -> Reversal:
    """Take a gesture back: its cost is moved back by an entry of its own, and it counts for nothing any more.

    The gesture and its decision stay as they were written. Asked twice it happens once.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: somebody else gave it.
        TakeBackRefused: the time for it is over, or it is being carried out.
    """
    open_book()
    gesture = gesture_numbered(actor, gesture_id)
    require(may_take_back(actor, gesture))
    taken_back = Reversal.objects.filter(gesture=gesture).first()
    if taken_back is not None:
        return taken_back
    _check(gesture, now)

    entry = None if gesture.entry is None else reverse_entry(gesture.entry, occurred_at=now)
    reversal = Reversal.objects.create(gesture=gesture, entry=entry, taken_back_by_id=actor.user_id, taken_back_at=now)
    emit(GestureTakenBack(at=now, gesture_id=gesture.pk))
    return reversal


def _check(gesture: Gesture, now: datetime) -> None:
    if not may_still_be_taken_back(gesture, now):
        raise TakeBackRefused("take_back.too_late")
    given = GestureGiven(at=gesture.given_at, gesture_id=gesture.pk)
    if is_handed_on(given, since=gesture.written_at):
        raise TakeBackRefused("take_back.carried_out")
