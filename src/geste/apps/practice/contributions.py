"""Contributions: where each of them stands, what waits for whom, and since when. None is ever without a status."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Prefetch, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import duties_of, holds, local_moment, on_the_clock_of
from geste.apps.practice.models import AnswerDays, Contribution, ContributionStep, Fate
from geste.apps.practice.models.contribution import USUAL_DAYS
from geste.apps.practice.refusing import NothingThere

SHOWN_BACK = timedelta(days=90)


class Status(StrEnum):
    """Where a contribution stands."""

    RECEIVED = "received"
    ANSWERED = "answered"
    DONE = "done"
    LATER = "later"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Standing:
    """A contribution with where it stands, every answer so far, and the moment before which the next word is owed."""

    contribution: Contribution
    status: Status
    steps: tuple[ContributionStep, ...]
    due_at: datetime | None
    is_late: bool


def answer_days() -> int:
    """Return within how many days the house promises to answer."""
    newest = AnswerDays.objects.order_by("-pk").first()
    return USUAL_DAYS if newest is None else newest.days


def end_of(day: date, actor: Actor, now: datetime) -> datetime:
    """Return the last moment of a day by the clocks of where somebody works."""
    zone = local_moment(actor, now).tzinfo
    return datetime.combine(day + timedelta(days=1), time.min, zone)


def standing_of(contribution: Contribution, *, now: datetime) -> Standing:
    """Return where one stands."""
    steps = tuple(contribution.steps.all())
    if not steps:
        return Standing(contribution, Status.RECEIVED, (), contribution.due_at, now >= contribution.due_at)
    newest = steps[-1]
    due = None if newest.until is None else _end_of(newest.until, contribution)
    return Standing(contribution, Status(newest.fate), steps, due, due is not None and now >= due)


def _end_of(day: date, contribution: Contribution) -> datetime:
    zone = on_the_clock_of(contribution.site, contribution.said_at).tzinfo
    return datetime.combine(day + timedelta(days=1), time.min, zone)


def own_contributions(actor: Actor, *, now: datetime) -> list[Standing]:
    """Return what this actor contributed, the newest first, each with where it stands."""
    return _standings(_rows().filter(said_by=actor.user_id).order_by("-pk"), now)


def contributions_to_answer(actor: Actor, *, now: datetime) -> list[Standing]:
    """Return what waits for a word of this actor, what is due first before the rest.

    A manager answers their teams, never themselves; a leader answers everybody.
    """
    rows = _rows()
    if not holds(actor, DutyKind.LEADER):
        duties = duties_of(actor.user_id) if actor.kind == "agent" else []
        managed = [duty.team_id for duty in duties if duty.kind == DutyKind.MANAGER]
        if not managed:
            return []
        rows = rows.filter(team__in=managed).exclude(said_by=actor.user_id)
    waiting = [each for each in _standings(rows.order_by("pk"), now) if each.due_at is not None]
    return sorted(waiting, key=lambda each: (each.due_at, each.contribution.pk))


def answered_lately(actor: Actor, *, now: datetime) -> list[Standing]:
    """Return what was done and what will not be, of others in this actor's team in three months, the newest first."""
    if actor.team_id is None:
        return []
    rows = _rows().filter(team_id=actor.team_id).exclude(said_by=actor.user_id)
    found = _standings(rows.filter(said_at__gte=now - SHOWN_BACK).order_by("-pk"), now)
    return [each for each in found if each.status in (Status.DONE, Status.NOT)]


def contribution_numbered(number: int) -> Contribution:
    """Return a contribution; who may do what with it, its policies say.

    Raises:
        NothingThere: there is none.
    """
    found = _rows().filter(pk=number).first()
    if found is None:
        raise NothingThere(number)
    return found


def said_on(actor: Actor, case_id: int, *, now: datetime) -> list[Standing]:
    """Return what this actor contributed about a case."""
    return _standings(_rows().filter(said_by=actor.user_id, case=case_id).order_by("-pk"), now)


def ended_between(since: datetime, until: datetime) -> QuerySet[ContributionStep]:
    """Return the answers that ended something in that time: what was done, and what will not be."""
    rows = ContributionStep.objects.filter(said_at__gte=since, said_at__lt=until, fate__in=[Fate.DONE, Fate.NOT])
    return rows.select_related("contribution__team").order_by("said_at", "pk")


def _rows() -> QuerySet[Contribution]:
    steps = Prefetch("steps", ContributionStep.objects.select_related("said_by").order_by("pk"))
    return Contribution.objects.select_related("said_by", "case", "site", "team").prefetch_related(steps)


def _standings(rows: Iterable[Contribution], now: datetime) -> list[Standing]:
    return [standing_of(row, now=now) for row in rows]
