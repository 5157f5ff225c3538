"""Fears: what the pulse says, team by team and for the house, where enough people answered; and what people did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import Team
from geste.apps.pledges.aboard import share_live
from geste.apps.pledges.crowd import ENOUGH
from geste.apps.pledges.days import day_of
from geste.apps.pledges.models import Protection, PulseMark, PulseTally
from geste.apps.pledges.policies import may_see_fears

SCORES = range(1, 6)
WEEKS = 12
RISEN = 10
"""So many points more than before is a rise, and as many fewer a fall; less is the noise of a few people."""
Tally = Mapping[tuple[int, date, str], tuple[int, int]]
"""By team, week and fear: how many answered, and the sum of their scores."""


@dataclass(frozen=True, slots=True)
class Fear:
    """One fear of one crowd, from 0 (nobody) to 100 (everybody, very much), week by week; None where too few answered.

    `change` is the last week that is known against those known before it.
    """

    fear: Protection
    weeks: tuple[int | None, ...]

    @property
    def now(self) -> int | None:
        """Return what it is in the last week that is known."""
        return next((value for value in reversed(self.weeks) if value is not None), None)

    @property
    def change(self) -> int | None:
        """Return by how much it differs from what it was on average before; None while there is nothing before."""
        known = [value for value in self.weeks if value is not None]
        *before, last = known or [0]
        return last - round(sum(before) / len(before)) if before else None

    @property
    def has_risen(self) -> bool:
        """Return whether it has risen beyond noise."""
        return self.change is not None and self.change >= RISEN

    @property
    def has_fallen(self) -> bool:
        """Return whether it has fallen beyond noise."""
        return self.change is not None and self.change <= -RISEN


@dataclass(frozen=True, slots=True)
class Gap:
    """What is declared, experienced and done, week by week, each from 0 to 100; None where it is not known."""

    weeks: tuple[date, ...]
    declared: tuple[int | None, ...]
    experienced: tuple[int | None, ...]
    done: tuple[int | None, ...]


def week_of(moment: datetime) -> date:
    """Return the Monday of a moment's week."""
    day = day_of(moment)
    return day - timedelta(days=day.weekday())


def weeks_over(now: datetime) -> tuple[date, ...]:
    """Return the weeks up to the last one that is over and was answered, the oldest first; unanswered, up to this one.

    The week under way is never shown: its figures still move, and whoever reads twice sees who came in between.
    """
    this = week_of(now)
    answered = PulseTally.objects.filter(week__lt=this).order_by("-week").values_list("week", flat=True).first()
    end = this if answered is None else answered + timedelta(weeks=1)
    return tuple(end - timedelta(weeks=weeks) for weeks in range(WEEKS, 0, -1))


def has_answered(actor: Actor, now: datetime) -> bool:
    """Return whether this person has answered this week. Only they ask."""
    return PulseMark.objects.filter(user_id=actor.user_id, week=week_of(now)).exists()


def fears_of_team(actor: Actor, team_id: int, now: datetime) -> list[Fear]:
    """Return the three fears of a team.

    Raises:
        NotPermitted: it is not their team, nor one they answer for.
    """
    require(may_see_fears(actor, team_id))
    return _fears(_tallies(weeks_over(now)), weeks_over(now), [team_id])


def fears_of_house(now: datetime) -> list[Fear]:
    """Return the three fears of everybody: of teams large enough, and of the small ones together if they are.

    A small team left alone beside large ones would be what is missing from the whole: it is left out.
    """
    weeks = weeks_over(now)
    return _fears(_tallies(weeks), weeks, list(Team.objects.values_list("pk", flat=True)))


def gap(now: datetime) -> Gap:
    """Return what leaders declare, what people experience and what they do, side by side, for the whole house.

    Declared: the share of teams whose manager has signed. Experienced: how far people are from the three fears.
    Done: the share of decisions with which something was given.
    """
    weeks = weeks_over(now)
    fears = fears_of_house(now)
    calm = [_mean([fear.weeks[number] for fear in fears]) for number in range(len(weeks))]
    edges = [_start(week, now) for week in (*weeks, weeks[-1] + timedelta(weeks=1))]
    return Gap(
        weeks=weeks,
        declared=tuple(_percent(*share_live(until)) for until in edges[1:]),
        experienced=tuple(None if value is None else 100 - value for value in calm),
        done=tuple(_share_given(since, until) for since, until in pairwise(edges)),
    )


def _tallies(weeks: Sequence[date]) -> Tally:
    rows = PulseTally.objects.filter(week__gte=weeks[0], week__lte=weeks[-1], count__gt=0)
    found: dict[tuple[int, date, str], tuple[int, int]] = {}
    for team, week, fear, score, count in rows.values_list("team", "week", "fear", "score", "count"):
        answered, total = found.get((team, week, fear), (0, 0))
        found[team, week, fear] = (answered + count, total + count * score)
    return found


def _fears(tallies: Tally, weeks: Sequence[date], teams: Sequence[int]) -> list[Fear]:
    return [Fear(fear, tuple(_level(tallies, week, fear, teams) for week in weeks)) for fear in Protection]


def _level(tallies: Tally, week: date, fear: Protection, teams: Iterable[int]) -> int | None:
    """How strong a fear is among these teams in a week, if enough answered in each crowd that can be told apart."""
    crowds = [tallies.get((team, week, fear.value), (0, 0)) for team in teams]
    large = [crowd for crowd in crowds if crowd[0] >= ENOUGH]
    small = [crowd for crowd in crowds if 0 < crowd[0] < ENOUGH]
    if sum(answered for answered, _ in small) >= ENOUGH:
        large += small
    answered = sum(count for count, _ in large)
    if not answered:
        return None
    lowest, highest = SCORES[0], SCORES[-1]
    return round(100 * (sum(total for _, total in large) - lowest * answered) / ((highest - lowest) * answered))


def _share_given(since: datetime, until: datetime) -> int | None:
    decided = DecisionRecord.objects.filter(decided_at__gte=since, decided_at__lt=until).exclude(case__is_training=True)
    if decided.values("decided_by").distinct().count() < ENOUGH:
        return None
    return _percent(decided.filter(gesture__isnull=False).count(), decided.count())


def _start(day: date, like: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=like.tzinfo)


def _mean(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known)) if known and len(known) == len(values) else None


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
