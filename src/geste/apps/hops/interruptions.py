"""Interruptions: how often whoever leads was called upon, week by week, for how many minutes, and at what hour."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from geste.apps.charters.models import CharterText
from geste.apps.hops.models import Interruption
from geste.apps.people.selectors import clock_of_the_house

BASELINE_WEEKS = 2
"""The first whole weeks with a charter: what later weeks are compared with."""
WEEK = timedelta(weeks=1)
MOST_WEEKS = 26


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday: on how many cases leaders were called upon, and the minutes that were recorded.

    `untimed` are those of which nobody recorded both when they began and when they ended: they add no minutes.
    """

    monday: date
    cases: int
    seconds: int
    untimed: int


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The weeks since the charter began, the newest last; the minutes given back since, if there is a baseline."""

    weeks: tuple[Week, ...]
    hours: tuple[tuple[int, int], ...]
    baseline_seconds: int | None
    given_back_seconds: int | None


def interruptions(*, at: datetime) -> Interrupted:
    """Return how often leaders were called upon, from recorded moments alone.

    Given back is what the baseline weeks took on average, for every whole week since, less what those weeks took. It
    may be less than nothing, and is said so.
    """
    clock = clock_of_the_house()
    today = at.astimezone(clock).date()
    began = _first_day(today)
    first = began + timedelta(days=-began.weekday() % 7)
    this_week = today - timedelta(days=today.weekday())
    rows = list(Interruption.objects.filter(is_of_a_leader=True, case__is_training=False, called_at__lte=at))
    mondays = _mondays(min(first, this_week), this_week)
    weeks = [_week(monday, rows, clock) for monday in mondays]
    whole = [week for week in weeks if week.monday >= first and week.monday < this_week]
    baseline, since = whole[:BASELINE_WEEKS], whole[BASELINE_WEEKS:]
    hours = Counter(row.called_at.astimezone(clock).hour for row in rows)
    if len(baseline) < BASELINE_WEEKS or not since:
        return Interrupted(tuple(weeks[-MOST_WEEKS:]), tuple(sorted(hours.items())), None, None)
    mean = sum(week.seconds for week in baseline) // BASELINE_WEEKS
    back = mean * len(since) - sum(week.seconds for week in since)
    return Interrupted(tuple(weeks[-MOST_WEEKS:]), tuple(sorted(hours.items())), mean, back)


def reached_this_week(*, at: datetime) -> int:
    """Return on how many cases leaders were called upon since Monday."""
    clock = clock_of_the_house()
    today = at.astimezone(clock)
    monday = (today - timedelta(days=today.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Interruption.objects.filter(is_of_a_leader=True, case__is_training=False)
    return rows.filter(called_at__gte=monday, called_at__lte=at).values("case").distinct().count()


def _first_day(today: date) -> date:
    """The day on which the first charter took effect, or today while none has."""
    first = CharterText.objects.filter(effective__lte=today).order_by("effective").values_list("effective", flat=True)
    called = Interruption.objects.order_by("called_at").values_list("called_at", flat=True).first()
    began = first.first() or today
    # A charter may have been in force long before this house kept anything: nothing is known of that time.
    return max(began, called.date()) if called is not None else began


def _mondays(first: date, last: date) -> list[date]:
    monday = first - timedelta(days=first.weekday())
    return [monday + number * WEEK for number in range((last - monday) // WEEK + 1)]


def _week(monday: date, rows: Iterable[Interruption], clock: tzinfo) -> Week:
    in_week = [row for row in rows if monday <= row.called_at.astimezone(clock).date() < monday + WEEK]
    timed = [row.ended_at - row.started_at for row in in_week if row.started_at and row.ended_at]
    seconds = round(sum((length.total_seconds() for length in timed), 0.0))
    return Week(monday, len({row.case_id for row in in_week}), seconds, len(in_week) - len(timed))
