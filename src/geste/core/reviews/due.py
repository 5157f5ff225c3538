"""Due: until when somebody owes a word, counted in working days."""

from datetime import datetime, time, timedelta

REACTION_DAYS = 3
REPAIR_DAYS = 3
SATURDAY = 5


def due_after(moment: datetime, working_days: int) -> datetime:
    """Return the end of the so many-th working day after a moment, by the clock the moment is told by."""
    day = moment.date()
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < SATURDAY
    return datetime.combine(day + timedelta(days=1), time(), moment.tzinfo)


def working_days_between(begun: datetime, ended: datetime) -> int:
    """Return how many working days began between two moments on one clock; on the same day it is none."""
    days = (ended.date() - begun.date()).days
    return sum((begun.date() + timedelta(days=day)).weekday() < SATURDAY for day in range(1, days + 1))
