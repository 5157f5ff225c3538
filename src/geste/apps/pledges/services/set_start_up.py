"""Set the start-up period: a leader says how long reviews are there for learning alone."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.pledges.models import StartUpPeriod
from geste.apps.pledges.policies import may_set_start_up
from geste.apps.pledges.refusals import PledgeRefused

MOST_DAYS, MOST_DECISIONS = 365, 200


@transaction.atomic(durable=True)
def set_start_up(*, actor: Actor, days: int, decisions: int, now: datetime) -> StartUpPeriod:
    """Return the period as it is from now on.

    Raises:
        NotPermitted: the actor is no leader.
        PledgeRefused: it is longer than a year, or than two hundred decisions.
    """
    require(may_set_start_up(actor))
    if not (0 <= days <= MOST_DAYS and 0 <= decisions <= MOST_DECISIONS):
        raise PledgeRefused("start_up.days")

    return StartUpPeriod.objects.create(days=days, decisions=decisions, set_at=now, set_by_id=actor.user_id)
