"""Shifts: who is at work when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from geste.apps.people.services.welcome_user import Newcomer

HOURS = 24
WEEKDAYS = range(5)
EVERY_DAY = range(7)


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's hours on some days of the week, 0 being Monday. Hours past 24 belong to the next morning."""

    username: str
    days: Iterable[int]
    begins: int
    ends: int

    def covers(self, at: datetime) -> bool:
        """Return whether this person is at work then."""
        today, yesterday = at.weekday(), (at.weekday() - 1) % 7
        is_late = yesterday in self.days and self.begins <= at.hour + HOURS < self.ends
        return is_late or (today in self.days and self.begins <= at.hour < self.ends)


def at_work(
    people: Iterable[Newcomer], shifts: Iterable[Shift], roles: Iterable[str], at: datetime
) -> tuple[Newcomer, ...]:
    """Return who of these roles is at work, in the order of the people; if nobody is, all of them: they come in."""
    wanted = frozenset(roles)
    there = {shift.username for shift in shifts if shift.covers(at)}
    able = tuple(person for person in people if person.role in wanted)
    return tuple(person for person in able if person.username in there) or able
