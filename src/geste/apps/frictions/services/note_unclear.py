"""Note what was unclear at the start: one name, picked or new, on something that was given because of it."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.folding import folded
from geste.apps.frictions.models import GAP_CHARACTERS, Gap, Unclear
from geste.apps.frictions.policies import may_note_unclear
from geste.apps.frictions.refusals import FrictionRefused, require_line
from geste.apps.gestures.selectors import gesture_numbered


@transaction.atomic(durable=True)
def note_unclear(*, actor: Actor, gesture_id: int, gap: str, now: datetime) -> Unclear:
    """Return what was unclear at the start of what led to a gesture. Said once for each.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: somebody else gave it.
        FrictionRefused: it has no name, a long one, or was said before.
    """
    gesture = gesture_numbered(actor, gesture_id)
    require(may_note_unclear(actor, gesture))
    name = require_line(gap, most=GAP_CHARACTERS, name="gap")
    if Unclear.objects.filter(gesture=gesture).exists():
        raise FrictionRefused("gap.said_before")
    named, _ = Gap.objects.get_or_create(folded=folded(name), defaults={"name": name, "named_at": now})
    return Unclear.objects.create(gesture=gesture, gap=named, said_at=gesture.given_at)
