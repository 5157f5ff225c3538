"""Begin giving: a pilot team gives in earnest, or at last the whole house."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.selectors import team_numbered
from geste.apps.shadow.events import GivingBegun
from geste.apps.shadow.models import Mode, Stage
from geste.apps.shadow.policies import may_begin_giving
from geste.apps.shadow.refusals import StageRefused
from geste.apps.shadow.selectors import stages_now


@transaction.atomic(durable=True)
def begin_giving(*, actor: Actor, team_id: int | None, now: datetime) -> None:
    """Let a team give in earnest; where no team is named, everybody. What was written down stays only that.

    Raises:
        NotPermitted: the actor neither leads nor looks after the charter.
        StageRefused: there is no such team.
    """
    require(may_begin_giving(actor))
    if team_id is not None and team_numbered(team_id) is None:
        raise StageRefused("team.not_known")
    ending = Stage.objects.filter(until=None)
    if team_id is not None:
        ending = ending.filter(team=team_id, mode=Mode.SHADOW.value)
    has_changed = ending.update(until=now, ended_by=actor.user_id) > 0
    if team_id is not None and stages_now().modes.get(None) == Mode.SHADOW:
        pilot = {"team_id": team_id, "mode": Mode.GIVING.value, "until": None}
        _, is_new = Stage.objects.get_or_create(**pilot, defaults={"since": now, "begun_by_id": actor.user_id})
        has_changed = has_changed or is_new
    if has_changed:
        emit(GivingBegun(at=now, team_id=team_id))
