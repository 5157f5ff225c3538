"""Contribute: one line on what would have prevented it, or on what one needs; answered by a day, with a fate."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.people.selectors import local_moment
from geste.apps.practice.contributions import answer_days, end_of
from geste.apps.practice.events import Contributed, ContributionAnswered
from geste.apps.practice.models import About, AnswerDays, Contribution, ContributionStep, Fate
from geste.apps.practice.models.contribution import ENDS, LINE_CHARACTERS, MOST_DAYS
from geste.apps.practice.policies import may_answer_contribution, may_contribute, may_set_answer_days
from geste.apps.practice.refusing import PracticeRefused, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What becomes of a contribution, in words; `until` is the day by which it will be, where it will be."""

    fate: Fate
    words: str
    until: date | None = None


@transaction.atomic(durable=True)
def contribute(*, actor: Actor, about: About, words: str, case: Case | None = None, now: datetime) -> Contribution:
    """Return what somebody contributed, with the day before which it is answered.

    Raises:
        NotPermitted: the actor may not see the case, or is software.
        PracticeRefused: nothing is said, or more than a line.
    """
    require(may_contribute(actor, case))
    plain = written(" ".join(words.split()), LINE_CHARACTERS, missing="words.missing")
    due = end_of(local_moment(actor, now).date() + timedelta(days=answer_days()), actor, now)
    said = {"about": about.value, "words": plain, "case": case, "said_by_id": actor.user_id}
    before = Contribution.objects.filter(**said, steps=None).first()
    if before is not None:
        return before
    contribution = Contribution.objects.create(
        **said, said_at=now, due_at=due, site_id=actor.site_id, team_id=actor.team_id
    )
    emit(Contributed(at=now, contribution_id=contribution.pk))
    return contribution


@transaction.atomic(durable=True)
def answer_contribution(*, actor: Actor, contribution: Contribution, answer: Answer, now: datetime) -> ContributionStep:
    """Return an answer. One that ends nothing carries the day of the next word.

    Raises:
        NotPermitted: the actor neither leads nor manages the team it came from, or answers themselves.
        PracticeRefused: nothing is said, or too much, or the day is missing or over.
    """
    require(may_answer_contribution(actor, contribution))
    words = written(answer.words, LINE_CHARACTERS, missing="answer.missing")
    today = local_moment(actor, now).date()
    until = None if answer.fate in ENDS else answer.until
    if answer.fate is Fate.ANSWERED:
        until = today + timedelta(days=answer_days())
    if answer.fate is Fate.LATER and (until is None or until < today):
        raise PracticeRefused("answer.which_day")
    step = ContributionStep.objects.create(
        contribution=contribution,
        fate=answer.fate.value,
        words=words,
        until=until,
        said_by_id=actor.user_id,
        said_at=now,
    )
    emit(ContributionAnswered(at=now, step_id=step.pk))
    return step


@transaction.atomic(durable=True)
def set_answer_days(*, actor: Actor, days: int, now: datetime) -> AnswerDays:
    """Return within how many days the house answers from now on. What was promised before keeps its day.

    Raises:
        NotPermitted: the actor does not lead.
        PracticeRefused: it is no number of days the house allows itself.
    """
    require(may_set_answer_days(actor))
    if not 1 <= days <= MOST_DAYS:
        raise PracticeRefused("days.out_of_range")
    return AnswerDays.objects.create(days=days, set_by_id=actor.user_id, set_at=now)
