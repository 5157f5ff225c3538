"""Moving: a story is written to end on one day, and told so that it ends on another. Hours and weekdays stay true."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from geste.demo.company import Company, charter_of
from geste.demo.simulation.days import WEEK, Rhythm, moment_in
from geste.demo.story import ToldCase


def moved(company: Company, *, ends: date) -> Company:
    """Return a company whose story ends on a day, or on the last day before it on which anybody works there.

    Moments told by hand move by whole days and keep their hour by the clocks of the place. What comes in weeks, such as
    a busy one, moves by whole weeks and keeps its weekdays. The charter takes effect on the first day of a month.
    """
    last = last_day_of_work(company.tables.rhythm, ends)
    days = (last - written_end(company)).days
    zone = ZoneInfo(company.time_zone)
    return replace(
        company,
        cases=tuple(_case(told, days, zone) for told in company.cases),
        tables=replace(company.tables, rhythm=_rhythm(company.tables.rhythm, days // WEEK * WEEK)),
        effective=(charter_of(company).effective + timedelta(days=days)).replace(day=1),
    )


def last_day_of_work(rhythm: Rhythm, ends: date) -> date:
    """Return a day, or the last one before it, on which somebody may come."""
    return next(day for back in range(WEEK) if rhythm.weekdays[(day := ends - timedelta(days=back)).weekday()])


def written_end(company: Company) -> date:
    """Return the day on which a story ends as it is told."""
    return max(case.moment for case in company.cases).astimezone(ZoneInfo(company.time_zone)).date()


def _rhythm(rhythm: Rhythm, days: int) -> Rhythm:
    by = timedelta(days=days)
    waves = tuple(replace(wave, begins=wave.begins + by) for wave in rhythm.waves)
    return replace(rhythm, busy_from=rhythm.busy_from + by, waves=waves)


def _case(told: ToldCase, days: int, zone: ZoneInfo) -> ToldCase:
    facts = {name: _value(value, days, zone) for name, value in told.facts.items()}
    return replace(told, at=_moment(told.moment, days, zone), facts=facts)


def _value(value: object, days: int, zone: ZoneInfo) -> object:
    """Return a fact as it is so many days later: moments move, alone or in a group; nothing else does."""
    if isinstance(value, Mapping):
        return {name: _value(inner, days, zone) for name, inner in value.items()}
    if not isinstance(value, str) or "T" not in value:
        return value
    return _moment(datetime.fromisoformat(value), days, zone)


def _moment(at: datetime, days: int, zone: ZoneInfo) -> str:
    there = at.astimezone(zone)
    return moment_in(zone, there.date() + timedelta(days=days), there.time()).isoformat()
