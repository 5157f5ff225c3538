"""Begin shadow: from now on a team, or the whole house, writes down what it would give, and gives nothing."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.selectors import team_numbered
from geste.apps.shadow.events import ShadowBegun
from geste.apps.shadow.models import Mode, Stage
from geste.apps.shadow.policies import may_begin_shadow
from geste.apps.shadow.refusals import StageRefused


@transaction.atomic(durable=True)
def begin_shadow(*, actor: Actor, team_id: int | None, now: datetime) -> Stage:
    """Return the stage that puts a team in shadow, or the house where no team is named. Twice is once.

    What was given stays given, and is honoured.

    Raises:
        NotPermitted: the actor neither leads nor looks after the charter.
        StageRefused: there is no such team.
    """
    require(may_begin_shadow(actor))
    if team_id is not None and team_numbered(team_id) is None:
        raise StageRefused("team.not_known")
    standing = Stage.objects.select_for_update().filter(team=team_id, until=None).first()
    if standing is not None and standing.mode == Mode.SHADOW:
        return standing
    if standing is not None:
        standing.until, standing.ended_by_id = now, actor.user_id
        standing.save(update_fields=["until", "ended_by"])
    stage = Stage.objects.create(team_id=team_id, mode=Mode.SHADOW.value, since=now, begun_by_id=actor.user_id)
    emit(ShadowBegun(at=now, stage_id=stage.pk))
    return stage
