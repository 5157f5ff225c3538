"""Say goodbye: somebody no longer works here. They are never deleted: what they gave stays theirs."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import ApiToken, User
from geste.apps.people.policies import may_look_after_people
from geste.apps.people.selectors import person_called, stewards


class LastSteward(Exception):
    """Nobody else looks after the charter."""


@transaction.atomic(durable=True)
def say_goodbye(*, actor: Actor, username: str, now: datetime) -> User:
    """Close somebody's ways in: they sign in no more, programs no longer act in their name, and their duties end.

    Twice is once.

    Raises:
        NotPermitted: the actor does not look after people.
        NoSuchPerson: nobody has this sign-in name.
        LastSteward: the house would be left without anybody who may publish.
    """
    require(may_look_after_people(actor))
    user = person_called(actor, username)
    # Whoever leaves last would lock the door from outside.
    remaining = {steward.pk for steward in stewards()} - {user.pk}
    if user.is_active and user.is_steward and not remaining:
        raise LastSteward

    user.is_active = False
    user.save(update_fields=["is_active"])
    ApiToken.objects.filter(user=user, revoked_at=None).update(revoked_at=now)
    user.sign_in_links.filter(used_at=None).update(used_at=now)
    user.duties.filter(until=None).update(until=now, ended_by=actor.user_id)
    return user
