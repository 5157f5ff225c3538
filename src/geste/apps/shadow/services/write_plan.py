"""Write the plan: what has to be true before caps rise. Nothing follows from it by itself."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.shadow.models import NEXT_CHARACTERS, Plan
from geste.apps.shadow.policies import may_write_plan
from geste.apps.shadow.refusals import StageRefused
from geste.apps.shadow.rising import Wanted

WHOLE = 100


@transaction.atomic(durable=True)
def write_plan(*, actor: Actor, wanted: Wanted, now: datetime) -> Plan:
    """Return the plan, in place of any before it.

    Raises:
        NotPermitted: the actor neither leads nor looks after the charter.
        StageRefused: a figure is no part of a hundred, or the step is told at length.
    """
    require(may_write_plan(actor))
    figures = (wanted.fear_at_most, wanted.gap_at_most, wanted.below_line_at_least)
    if not all(0 <= figure <= WHOLE for figure in figures):
        raise StageRefused("plan.out_of_range")
    if len(wanted.step.strip()) > NEXT_CHARACTERS:
        raise StageRefused("plan.too_long")
    return Plan.objects.create(
        fear_at_most=wanted.fear_at_most,
        gap_at_most=wanted.gap_at_most,
        below_line_at_least=wanted.below_line_at_least,
        step=wanted.step.strip(),
        written_by_id=actor.user_id,
        written_at=now,
    )
