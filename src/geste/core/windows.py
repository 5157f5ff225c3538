"""Windows: is a moment still within so many hours, days or months of now? Time is always a value passed in."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

Unit = Literal["second", "minute", "hour", "day", "month", "year"]

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


class Span(NamedTuple):
    """A length of time in one unit; seconds to hours are exact, days to years follow the calendar."""

    length: int
    unit: Unit

    @property
    def exact(self) -> timedelta | None:
        """The exact length, or None for calendar units."""
        seconds = _SECONDS.get(self.unit)
        return None if seconds is None else timedelta(seconds=self.length * seconds)


def within(since: datetime, now: datetime, span: Span) -> bool:
    """Return whether `now` is at most `span` after `since`; the last second, day or month day still counts.

    Calendar units compare dates in the offset of `now`. A month that has no such day ends on its last day:
    one month after 31 January is the end of February. A moment still to come is within every span.
    """
    exact = span.exact
    if exact is not None:
        return now - since <= exact
    began, today = _dates(since, now)
    if span.unit == "day":
        return (today - began).days <= span.length
    months = span.length * 12 if span.unit == "year" else span.length
    return today <= _months_after(began, months)


def days_since(since: datetime, now: datetime) -> int:
    """Return the calendar days from `since` to `now`, in the offset of `now`; negative for a moment still to come."""
    began, today = _dates(since, now)
    return (today - began).days


def months_since(since: datetime, now: datetime) -> int:
    """Return the whole calendar months from `since` to `now`; 0 for a moment still to come."""
    began, today = _dates(since, now)
    months = (today.year - began.year) * 12 + today.month - began.month
    if today < _months_after(began, months):
        months -= 1
    return max(0, months)


def _dates(since: datetime, now: datetime) -> tuple[date, date]:
    return since.astimezone(now.tzinfo).date(), now.date()


def _months_after(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > 9999:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
