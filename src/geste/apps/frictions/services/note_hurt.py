"""Note that it hurt: one line, on what one gave oneself. The decision stands, and so does the pledge."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.frictions.models import HURT_CHARACTERS, Hurt
from geste.apps.frictions.policies import may_note_hurt
from geste.apps.frictions.refusals import FrictionRefused, require_line
from geste.apps.gestures.selectors import gesture_numbered


@transaction.atomic(durable=True)
def note_hurt(*, actor: Actor, gesture_id: int, words: str, now: datetime) -> Hurt:
    """Return the line. Written once for each gesture.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: somebody else gave it.
        FrictionRefused: there are no words, too many, or they were said before.
    """
    gesture = gesture_numbered(actor, gesture_id)
    require(may_note_hurt(actor, gesture))
    line = require_line(words, most=HURT_CHARACTERS, name="hurt")
    if Hurt.objects.filter(gesture=gesture).exists():
        raise FrictionRefused("hurt.said_before")
    return Hurt.objects.create(gesture=gesture, words=line, said_by_id=actor.user_id, said_at=now)
