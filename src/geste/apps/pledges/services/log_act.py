"""Log an act: a leader or a manager says what they did. It waits for somebody who saw it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.pledges.days import day_of
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import ActKind, LeaderAct
from geste.apps.pledges.models.leader_act import ACT_CHARACTERS
from geste.apps.pledges.policies import may_confirm_act, may_log_act
from geste.apps.pledges.refusals import PledgeRefused

A_DAY = 24


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody says they did, and when; hours where it was time at the frontline."""

    kind: str
    words: str
    done_on: date
    hours: int | None = None


@transaction.atomic(durable=True)
def log_act(*, actor: Actor, done: Done, now: datetime) -> LeaderAct:
    """Return the act, not counted yet.

    Raises:
        NotPermitted: the actor neither leads nor manages.
        PledgeRefused: it has no kind, no words, no hours where it needs them, or lies ahead.
    """
    require(may_log_act(actor))
    if done.kind not in set(ActKind):
        raise PledgeRefused("act.no_kind")
    words = one_line(done.words, most=ACT_CHARACTERS, code="act")
    if done.done_on > day_of(now):
        raise PledgeRefused("act.later")
    is_time = done.kind == ActKind.FRONTLINE.value
    if is_time and not 1 <= (done.hours or 0) <= A_DAY:
        raise PledgeRefused("act.hours")

    return LeaderAct.objects.create(
        kind=done.kind,
        words=words,
        hours=done.hours if is_time else None,
        done_on=done.done_on,
        said_by_id=actor.user_id,
        said_at=now,
    )


@transaction.atomic(durable=True)
def confirm_act(*, actor: Actor, act: LeaderAct, now: datetime) -> None:
    """Confirm that it happened: from now on it counts.

    Raises:
        NotPermitted: it is the actor's own act, or software asks.
        PledgeRefused: somebody has confirmed it already.
    """
    require(may_confirm_act(actor, act))
    waiting = LeaderAct.objects.filter(pk=act.pk, confirmed_by=None)
    if not waiting.update(confirmed_by_id=actor.user_id, confirmed_at=now):
        raise PledgeRefused("act.confirmed")
