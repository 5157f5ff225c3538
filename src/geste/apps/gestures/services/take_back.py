"""Take back, as it is written: the cost is moved back by an entry of its own. The caller holds the book."""

from geste.apps.base.events import emit, is_handed_on
from geste.apps.base.permission import require
from geste.apps.gestures.afterwards import TakeBack, TakeBackRefused
from geste.apps.gestures.events import GestureGiven, GestureTakenBack
from geste.apps.gestures.models import Gesture, Reversal
from geste.apps.gestures.policies import may_take_back
from geste.apps.gestures.selectors import gesture_numbered, may_still_be_taken_back
from geste.apps.ledger.services.reverse_entry import reverse_entry


def take_back(asked: TakeBack) -> Reversal:
    """Write that a gesture is taken back, inside the transaction that holds the book. What was taken back stays so.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: somebody else gave it.
        TakeBackRefused: the time for it is over, or it is being carried out.
    """
    gesture, now = gesture_numbered(asked.actor, asked.gesture_id), asked.now
    require(may_take_back(asked.actor, gesture))
    taken_back = Reversal.objects.filter(gesture=gesture).first()
    if taken_back is not None:
        return taken_back
    _check(asked, gesture)

    entry = None if gesture.entry is None else reverse_entry(gesture.entry, occurred_at=now)
    reversal = Reversal.objects.create(
        gesture=gesture, entry=entry, taken_back_by_id=asked.actor.user_id, taken_back_at=now
    )
    emit(GestureTakenBack(at=now, gesture_id=gesture.pk))
    return reversal


def _check(asked: TakeBack, gesture: Gesture) -> None:
    if not may_still_be_taken_back(gesture, asked.now):
        raise TakeBackRefused("take_back.too_late")
    given = GestureGiven(at=gesture.given_at, gesture_id=gesture.pk)
    if is_handed_on(given, since=gesture.written_at):
        raise TakeBackRefused("take_back.carried_out")
