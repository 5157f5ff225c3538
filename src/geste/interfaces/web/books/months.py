"""Months: the month of the books that an address names, and those there are to choose from."""

from dataclasses import dataclass
from datetime import datetime

from geste.apps.ledger.selectors import first_moment
from geste.apps.ledger.statements import last_moment
from geste.apps.people.selectors import clock_of_the_house, on_the_clock_of_the_house
from geste.core.ledger.closing import month_named
from geste.core.ledger.periods import period_around
from geste.interfaces.web.speech import month


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the books: `2026-05`, how it is said, its first moment and the first after it."""

    name: str
    words: str
    since: datetime
    until: datetime


def month_of(name: str, at: datetime) -> Month | None:
    """Return the month of this name, without a name that of `at`; None if it is no month."""
    bounds = month_named(name, clock_of_the_house()) if name else period_around(at, "month")
    return None if bounds is None else _month(*bounds)


def months_until(at: datetime) -> list[Month]:
    """Return every month from that of the first entry to that of `at`, or of the last entry, the newest first."""
    first, last = (on_the_clock_of_the_house(moment or at) for moment in (first_moment(), last_moment()))
    found: list[Month] = []
    since, until = period_around(first, "month")
    while since <= max(at, last):
        found.append(_month(since, until))
        since, until = period_around(until, "month")
    return found[::-1]


def last_booked(chosen: Month) -> Month | None:
    """Return the last month with an entry before one in which nothing is booked; None where there is none."""
    last = last_moment()
    if last is None or last >= chosen.since:
        return None
    return _month(*period_around(on_the_clock_of_the_house(last), "month"))


def _month(since: datetime, until: datetime) -> Month:
    return Month(f"{since:%Y-%m}", month(since), since, until)
