"""Note one's own look: from then on, and up to then, a coach who has consent may see the same in words."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.selectors import local_moment
from geste.apps.portraits.models import Look
from geste.apps.portraits.models.look import Seen
from geste.apps.portraits.policies import may_open_room


@transaction.atomic(durable=True)
def note_own_look(*, actor: Actor, now: datetime) -> None:
    """Keep that somebody has seen how they use their own room: the first time of each day is enough.

    Raises:
        NotPermitted: software asks.
    """
    require(may_open_room(actor))
    own = Look.objects.filter(person_id=actor.user_id, looker_id=actor.user_id, seen=Seen.ROOM.value)
    newest = own.order_by("-looked_at").first()
    if newest is not None and local_moment(actor, newest.looked_at).date() == local_moment(actor, now).date():
        return

    Look.objects.create(person_id=actor.user_id, looker_id=actor.user_id, seen=Seen.ROOM.value, looked_at=now)
