"""Days: when what happens. Weekdays and hours, a busy week, and a fault that makes a wave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from geste.demo.simulation.chance import Chance

WEEK = 7
EVEN = (100,) * WEEK


@dataclass(frozen=True, slots=True)
class Wave:
    """A fault that brings the same complaint so many times a day, on top of the ordinary days."""

    incident: str
    begins: date
    days: int
    per_day: float

    def on(self, day: date) -> float:
        """Return how many more are to be expected on a day."""
        return self.per_day if 0 <= (day - self.begins).days < self.days else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How full the days of a business are, in percent of an ordinary day: Monday to Sunday, and one busy week."""

    weekdays: tuple[int, ...]
    busy_from: date
    busy: int
    waves: tuple[Wave, ...]

    def fullness(self, day: date, weekdays: tuple[int, ...]) -> float:
        """Return how full a day is; 1 is an average one."""
        is_busy = 0 <= (day - self.busy_from).days < WEEK
        return weekdays[day.weekday()] * WEEK / sum(weekdays) * (self.busy / 100 if is_busy else 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """How often something happens, and when: hours with their weights, and weekdays of its own if it has them."""

    per_week: float
    hours: Mapping[int, int]
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """Somebody comes, with something."""

    at: datetime
    incident: str


def arrivals_on(
    day: date, rhythm: Rhythm, happenings: Mapping[str, Happening], zone: ZoneInfo, chance: Chance
) -> Iterator[Arrival]:
    """Return who comes on one day, in order."""
    found: list[Arrival] = []
    for name, happening in happenings.items():
        ordinary = happening.per_week / WEEK * rhythm.fullness(day, happening.weekdays or rhythm.weekdays)
        # What fails on a day of rest is heard on the next.
        more = sum(wave.on(day) for wave in rhythm.waves if wave.incident == name and ordinary)
        for _ in range(chance.times(ordinary + more)):
            minute = time(chance.weighed(happening.hours), chance.between(0, 59))
            found.append(Arrival(moment_in(zone, day, minute), name))
    yield from sorted(found)


def moment_in(zone: ZoneInfo, day: date, minute: time) -> datetime:
    """Return a moment that clocks there really show: one lost when they are put forward is an hour later."""
    return datetime.combine(day, minute, zone).astimezone(UTC).astimezone(zone)
