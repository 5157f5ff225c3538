"""Look at a room: a coach with consent sees in words how somebody uses their room, and that they looked is kept."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.people.models import User
from geste.apps.portraits.events import LookedAt
from geste.apps.portraits.models import Look
from geste.apps.portraits.models.look import Seen
from geste.apps.portraits.refusals import NoSuchThing
from geste.apps.portraits.room import shared_room
from geste.core.portrait.sharing import SharedPortrait


@transaction.atomic(durable=True)
def look_at_room(*, actor: Actor, person_id: int, now: datetime) -> SharedPortrait:
    """Return what a coach may read. Nothing is shown that is not kept in the person's list of looks.

    Raises:
        NotPermitted: the actor is no coach of theirs, they have not consented, or have not looked themselves.
        NoSuchThing: there is nobody with this number.
    """
    person = User.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        raise NoSuchThing(person_id)
    told = shared_room(actor, person)

    look = Look.objects.create(person=person, looker_id=actor.user_id, seen=Seen.ROOM.value, looked_at=now)
    emit(LookedAt(at=now, look_id=look.pk))
    return told
