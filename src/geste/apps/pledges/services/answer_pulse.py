"""Answer the pulse: three answers become three counters. What is kept of the person is that they have answered."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.base.rows import add_rows_not_there
from geste.apps.pledges.fears import SCORES, week_of
from geste.apps.pledges.models import Protection, PulseMark, PulseTally
from geste.apps.pledges.policies import may_answer_pulse
from geste.apps.pledges.refusals import PledgeRefused


@transaction.atomic(durable=True)
def answer_pulse(*, actor: Actor, scores: Mapping[str, int], now: datetime) -> None:
    """Count one person's answers, from 1 (not at all) to 5 (very much), once a week.

    All counters of a team's week are made together, before the first answer: which of them came first says nothing.

    Raises:
        NotPermitted: the actor is of no team, or is software.
        PledgeRefused: an answer is missing or none of the five, or they have answered this week.
    """
    require(may_answer_pulse(actor))
    if set(scores) != set(Protection) or not all(score in SCORES for score in scores.values()):
        raise PledgeRefused("pulse.three")
    assert actor.team_id is not None
    week = week_of(now)
    _, is_first = PulseMark.objects.get_or_create(user_id=actor.user_id, week=week)
    if not is_first:
        raise PledgeRefused("pulse.answered")

    counters = [(fear, score) for fear in Protection for score in SCORES]
    add_rows_not_there(
        [PulseTally(team_id=actor.team_id, week=week, fear=fear.value, score=score) for fear, score in counters]
    )
    for fear, score in scores.items():
        counter = PulseTally.objects.filter(team_id=actor.team_id, week=week, fear=fear, score=score)
        counter.update(count=F("count") + 1)
