"""End a duty: somebody no longer looks after it. That they did stays written."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import Duty
from geste.apps.people.policies import may_look_after_people


@transaction.atomic(durable=True)
def end_duty(*, actor: Actor, number: int, now: datetime) -> None:
    """End the duty with this number. One that has ended, or that never was, changes nothing.

    Raises:
        NotPermitted: the actor does not look after people.
    """
    require(may_look_after_people(actor))
    Duty.objects.filter(pk=number, until=None).update(until=now, ended_by=actor.user_id)
