"""Take back: a slip of the finger undone within seconds, before anything has left the house."""

from datetime import datetime
from typing import cast

from geste.apps.base.actor import Actor
from geste.apps.gestures.afterwards import Done, TakeBack
from geste.apps.gestures.models import Reversal
from geste.apps.gestures.services.follow_up import done_of
from geste.apps.gestures.services.hand_in import follow_up_on


def take_back_gesture(*, actor: Actor, gesture_id: int, key: str, now: datetime) -> Done[Reversal]:
    """Take a gesture back: its cost is moved back by an entry of its own, and it counts for nothing any more.

    The gesture and its decision stay as they were written. The same key does it once; under another key, what was taken
    back already is answered with what was done then.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: somebody else gave it.
        ProposalRefused: the key is malformed or stands for something else.
        TakeBackRefused: the time for it is over, or it is being carried out.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    done = done_of(follow_up_on(TakeBack(actor=actor, gesture_id=gesture_id, key=key, now=now)))
    return cast(Done[Reversal], done)  # what is taken back has no other answer
