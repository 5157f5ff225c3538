"""Name a department: a leader says that the other teams rely on this one, or no longer do."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import Team
from geste.apps.pledges.models import Department
from geste.apps.pledges.policies import may_name_department


@transaction.atomic(durable=True)
def name_department(*, actor: Actor, team: Team, is_relied_on: bool, now: datetime) -> None:
    """Say whether the others rely on a team. Saying it twice changes nothing.

    Raises:
        NotPermitted: the actor is no leader.
    """
    require(may_name_department(actor))
    if is_relied_on:
        named = {"named_at": now, "named_by_id": actor.user_id}
        Department.objects.get_or_create(team=team, until=None, defaults=named)
    else:
        Department.objects.filter(team=team, until=None).update(until=now)
