"""Report: what people in shadow would have given, and its cost, beside the worst case. Never by person."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.where import matter_of, touchpoint_of
from geste.apps.charters.selectors import charter_to_show
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for, clock_of_the_house, colleagues
from geste.apps.shadow.models import Mode, Stage, WouldGive
from geste.apps.shadow.policies import may_see_adoption
from geste.apps.shadow.selectors import stages_now
from geste.core.charter.syntax import Charter
from geste.core.worth.exposure import Group, Likely, likely, worst_case

LOOKED_BACK = timedelta(days=91)
AHEAD = timedelta(days=28)
"""The worst case and the range are for four weeks."""
ENOUGH = 5
"""Fewer occasions, or fewer people, tell of a person and not of the house."""
MOST_CASES_EACH = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """One gesture at one point of contact: how often, what customers would have had, and what it would have cost us.

    `matter` is the kind of loss, where no point of contact is known. `uncosted` counts those whose cost no fact tells.
    """

    what: str
    touchpoint: str
    matter: str
    times: int
    price: int
    cost: int
    uncosted: int


@dataclass(frozen=True, slots=True)
class Exposure:
    """Four weeks: the most it could come to, what it is made of, and what the days of the shadow make likely.

    `cases_each` is how many cases one person has in four weeks: as recorded, unless somebody says otherwise.
    """

    groups: tuple[Group, ...]
    cases_each: int
    is_recorded: bool
    worst: int
    likely: Likely | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Up to a quarter of shadow, as a whole. Where fewer than five people take part there are no lines, only sums.

    `until` is when the last of it ended, or None while anybody is still in shadow: days on which people gave tell
    nothing of it. `rest` counts what no line tells of. `below_line` are those at or below the trust line, `free` those
    that cost nothing.
    """

    since: datetime
    until: datetime | None
    days: int
    people: int
    times: int
    would_give: int
    within: int
    free: int
    below_line: int
    lines: tuple[Line, ...]
    rest: int
    price: int
    cost: int
    uncosted: int
    exposure: Exposure
    charter: Charter


def shadow_report(actor: Actor, *, at: datetime, cases_each: int | None = None) -> Report | None:
    """Return what shadow has shown so far; None where nobody was ever in shadow, or too few to speak of.

    Raises:
        NotPermitted: the actor neither leads nor looks after the charter.
    """
    require(may_see_adoption(actor))
    stages = list(Stage.objects.filter(mode=Mode.SHADOW.value, since__lte=at).order_by("since"))
    people = _people(stages)
    if not stages or (len(people) < ENOUGH and all(stage.team_id is not None for stage in stages)):
        return None
    until = _end(stages)
    last = until or at
    since = max(stages[0].since, last - LOOKED_BACK)
    charter = charter_to_show(at=at).charter
    rows = WouldGive.objects.filter(said_at__gte=since, said_at__lte=last, currency=charter.currency.code)
    found = list(rows.order_by("said_at", "pk"))
    given = [row for row in found if row.route]
    lines = _lines(given) if len(people) >= ENOUGH else ()
    days = _days(given, since, last)
    return Report(
        since=since,
        until=until,
        days=len(days),
        people=len(people),
        times=len(found),
        would_give=len(given),
        within=sum(row.route == "do" for row in given),
        free=sum(not row.cost for row in given),
        below_line=sum((row.cost or 0) <= charter.trust_line for row in given),
        lines=lines,
        rest=len(given) - sum(line.times for line in lines),
        price=sum(row.amount or 0 for row in given),
        cost=sum(row.cost or 0 for row in given),
        uncosted=sum(row.cost is None for row in given),
        exposure=_exposure(people, days, charter, since=since, until=last, cases_each=cases_each),
        charter=charter,
    )


def _end(stages: Sequence[Stage]) -> datetime | None:
    """When the last stage of shadow ended; None while one is open."""
    ended = [stage.until for stage in stages if stage.until is not None]
    return max(ended) if len(ended) == len(stages) else None


def _people(stages: Sequence[Stage]) -> list[User]:
    """Whoever is in shadow now; once everybody gives, whoever was."""
    now = stages_now()
    covered = [user for user in colleagues() if now.covers(actor_for(user))]
    if covered:
        return covered
    teams = {stage.team_id for stage in stages}
    return [user for user in colleagues() if None in teams or user.team_id in teams]


def _lines(given: Iterable[WouldGive]) -> tuple[Line, ...]:
    grouped: dict[tuple[str, str, str], list[WouldGive]] = defaultdict(list)
    for row in given:
        facts = row.request["facts"]
        touchpoint = touchpoint_of(facts)
        grouped[row.what, touchpoint, "" if touchpoint else matter_of(facts)].append(row)
    lines = [_line(key, rows) for key, rows in grouped.items() if len(rows) >= ENOUGH]
    return tuple(sorted(lines, key=lambda line: (-line.times, line.what, line.touchpoint, line.matter)))


def _line(key: tuple[str, str, str], rows: Sequence[WouldGive]) -> Line:
    price, cost = (sum(getattr(row, name) or 0 for row in rows) for name in ("amount", "cost"))
    return Line(*key, len(rows), price, cost, sum(row.cost is None for row in rows))


def _days(given: Iterable[WouldGive], since: datetime, until: datetime) -> list[int]:
    """What each whole day so far would have cost, by the clocks of the house; a day without anything cost nothing."""
    zone = clock_of_the_house()
    first, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    days = [0] * max(1, (last - first).days)
    for row in given:
        place = (row.said_at.astimezone(zone).date() - first).days
        if 0 <= place < len(days):
            days[place] += row.cost or 0
    return days


def _exposure(
    people: Sequence[User],
    days: Sequence[int],
    charter: Charter,
    *,
    since: datetime,
    until: datetime,
    cases_each: int | None,
) -> Exposure:
    groups = _groups(people, charter)
    expected = _cases_each(people, since, until) if cases_each is None else min(max(cases_each, 1), MOST_CASES_EACH)
    seed = hashlib.sha256(repr(list(days)).encode("ascii")).digest()
    return Exposure(
        groups=groups,
        cases_each=expected,
        is_recorded=cases_each is None,
        worst=worst_case(groups, cases_each=expected),
        likely=likely(days, over=AHEAD.days, seed=seed),
    )


def _groups(people: Iterable[User], charter: Charter) -> tuple[Group, ...]:
    """How many people have which cap; a role the charter does not know gives what everybody may."""
    caps: dict[int, int] = defaultdict(int)
    for user in people:
        caps[charter.cap_of(user.role)[1]] += 1
    return tuple(Group(number, cap) for cap, number in sorted(caps.items()))


def _cases_each(people: Sequence[User], since: datetime, until: datetime) -> int:
    """How many cases one of them has in four weeks, as recorded, rounded up: the worst case is no place to be kind."""
    opened = Case.objects.filter(is_training=False, opened_at__gte=since, opened_at__lte=until, opened_by__in=people)
    seconds = max(timedelta(days=1), until - since).total_seconds()
    expected = opened.count() * AHEAD.total_seconds() / seconds / max(1, len(people))
    return max(1, -int(-expected // 1))
