"""Feedback: what people asked to hear about themselves, the lines that came, and in which direction they go."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.people.models import Duty, DutyKind
from geste.apps.people.selectors import colleagues
from geste.apps.pledges.crowd import shown
from geste.apps.pledges.models import DirectionTally, Invitation
from geste.apps.pledges.quarters import quarter_around
from geste.apps.pledges.selectors import FEW, is_house_small

MOST_SHOWN = 30


class NoSuchInvitation(Exception):
    """There is no such question, or it was put to others."""


class Direction(StrEnum):
    """Where a line goes: to whoever leads or manages its author, to somebody they lead or manage, or to a colleague."""

    UP = "up"
    DOWN = "down"
    SIDEWAYS = "sideways"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as whoever asked it sees it: with its lines, in the order of the alphabet."""

    invitation: Invitation
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedbackCounted:
    """What those who lead or manage have asked for, together: questions, lines that came, questions answered."""

    asked: int
    lines: int
    answered: int


def invitation_for(actor: Actor, number: int) -> Invitation:
    """Return a question this actor put, or was asked.

    Raises:
        NoSuchInvitation: there is none.
    """
    mine = Q(asked_by=actor.user_id)
    found = _rows().filter(mine | _put_to(actor), pk=number).first()
    if found is None:
        raise NoSuchInvitation(number)
    return found


def questions_asked_by(actor: Actor) -> list[Asked]:
    """Return this actor's own questions, the newest first, with the lines that came. Nobody else reads the lines."""
    rows = _rows().filter(asked_by=actor.user_id).prefetch_related("lines").order_by("-pk")
    return [Asked(row, tuple(sorted(line.words for line in row.lines.all()))) for row in rows[:MOST_SHOWN]]


def questions_put_to(actor: Actor) -> list[Invitation]:
    """Return the questions of others this actor may say something to, the newest first; with the answer if one came."""
    rows = _rows().filter(_put_to(actor)).exclude(asked_by=actor.user_id)
    return list(rows.order_by("-pk")[:MOST_SHOWN])


def people_asked(invitation: Invitation) -> list[int]:
    """Return who was asked and works here now: a team, or everybody, but never whoever asks."""
    return [
        user.pk
        for user in colleagues()
        if invitation.team_id in (None, user.team_id) and user.pk != invitation.asked_by_id
    ]


def may_be_known(invitation: Invitation) -> bool:
    """Return whether so few are asked that a line without a name may still say who wrote it."""
    if invitation.team is None:
        return is_house_small()
    return invitation.team.users.filter(is_active=True).count() <= FEW


def feedback_counted(*, since: datetime) -> FeedbackCounted:
    """Return what leaders and managers together have asked for since a moment, and answered. Nobody's own figure."""
    rows = Invitation.objects.filter(asked_at__gte=since, asked_by__in=_in_charge().values("user"))
    told = rows.aggregate(lines=Count("lines"), asked=Count("pk", distinct=True))
    return FeedbackCounted(told["asked"], told["lines"], rows.exclude(answered_at=None).count())


def directions(*, now: datetime) -> dict[Direction, int | None]:
    """Return how many lines of this quarter went in each direction; none where fewer than five could send them."""
    counts = dict(DirectionTally.objects.filter(quarter=quarter_around(now)).values_list("direction", "count"))
    in_charge = {duty.user_id for duty in _in_charge()}
    everybody = {user.pk for user in colleagues()}
    senders = {
        Direction.UP: len(everybody - in_charge),
        Direction.DOWN: len(everybody & in_charge),
        Direction.SIDEWAYS: len(everybody),
    }
    return {direction: shown(counts.get(direction.value, 0), among) for direction, among in senders.items()}


def direction_of(actor: Actor, invitation: Invitation) -> Direction:
    """Return where a line of this actor's would go."""
    asker = invitation.asked_by
    if _leads(asker.pk, actor.user_id, actor.team_id):
        return Direction.UP
    return Direction.DOWN if _leads(actor.user_id, asker.pk, asker.team_id) else Direction.SIDEWAYS


def _leads(one: int, other: int, team: int | None) -> bool:
    """Whether somebody leads the house another does not lead, or manages their team."""
    duties = Duty.objects.filter(until=None)
    manages = team is not None and duties.filter(user=one, kind=DutyKind.MANAGER.value, team=team).exists()
    leaders = set(duties.filter(kind=DutyKind.LEADER.value, user__in=[one, other]).values_list("user", flat=True))
    return manages or leaders == {one}


def _in_charge() -> QuerySet[Duty]:
    return Duty.objects.filter(until=None, kind__in=(DutyKind.LEADER.value, DutyKind.MANAGER.value))


def _put_to(actor: Actor) -> Q:
    return Q(team=None) | Q(team=actor.team_id, team__isnull=False)


def _rows() -> QuerySet[Invitation]:
    return Invitation.objects.select_related("asked_by", "team")
