"""Periods: the week, month, quarter or year an envelope is filled for. Pure dates, no rows."""

from datetime import datetime, timedelta

from geste.core.charter.syntax import Period

MONTHS: dict[Period, int] = {"month": 1, "quarter": 3, "year": 12}


def period_around(at: datetime, every: Period) -> tuple[datetime, datetime]:
    """Return the first moment of the period `at` falls in, and the first moment after it, in the time zone of `at`.

    Weeks begin on Monday.
    """
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    if every == "week":
        monday = midnight - timedelta(days=at.weekday())
        return monday, monday + timedelta(days=7)
    length = MONTHS[every]
    first = midnight.replace(day=1, month=at.month - (at.month - 1) % length)
    return first, _months_later(first, length)


def _months_later(first_of_month: datetime, months: int) -> datetime:
    years, month = divmod(first_of_month.month - 1 + months, 12)
    return first_of_month.replace(year=first_of_month.year + years, month=month + 1)
