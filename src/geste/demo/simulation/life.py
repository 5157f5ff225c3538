"""Life: weeks of a business, from a seed. Day by day, case by case, each decided by the charter as it stands then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from geste.apps.people.services.welcome_user import Newcomer
from geste.core.decision.prepared import PreparedCharter
from geste.demo.names import WEEKS
from geste.demo.simulation.cases import Incident, told_case
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.choices import HANDED_OVER, Frontline, Habit, Way
from geste.demo.simulation.customers import Clientele, Customers
from geste.demo.simulation.days import Arrival, Rhythm, arrivals_on
from geste.demo.simulation.desk import Desk
from geste.demo.simulation.reactions import reaction_to
from geste.demo.simulation.record import Given
from geste.demo.simulation.shifts import Shift, at_work
from geste.demo.story import ToldCase


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything the life of one business is made from."""

    incidents: Mapping[str, Incident]
    clientele: Clientele
    rhythm: Rhythm
    shifts: tuple[Shift, ...]
    habits: tuple[Habit, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the life takes place: a charter, its people, and the cases that are told by hand."""

    prepared: PreparedCharter
    people: tuple[Newcomer, ...]
    zone: ZoneInfo
    told: tuple[ToldCase, ...]

    @property
    def tonight(self) -> datetime:
        """The moment at which the life has arrived: that of the last case told by hand."""
        return max(case.moment for case in self.told).astimezone(self.zone)


@dataclass(frozen=True, slots=True)
class Life:
    """What has happened, in order, and everything that was given in it and in the cases told by hand.

    `looked_on` are cases of the weeks before: people were in shadow, and only wrote down what they would have given.
    """

    cases: tuple[ToldCase, ...]
    given: tuple[Given, ...]
    looked_on: tuple[ToldCase, ...] = ()


def simulate(setting: Setting, tables: Tables, *, seed: int, weeks: int = WEEKS, until: datetime | None = None) -> Life:
    """Return the weeks that led to tonight, or to `until`. The same seed gives the same life; another gives another."""
    end = until or setting.tonight
    frontline = Frontline(Desk(setting.prepared, setting.people, setting.zone), tables.shifts)
    customers = Customers(tables.clientele, Chance(seed, "customers"))
    chance = {name: Chance(seed, name) for name in ("cases", "shifts", "choices", "reactions")}
    by_hand = sorted((case for case in setting.told if case.ended is not None), key=lambda case: case.moment)
    cases: list[ToldCase] = []
    for number, arrival in _arrivals(setting.zone, tables, seed, weeks, end):
        while by_hand and by_hand[0].moment < arrival.at:
            frontline.remember(by_hand.pop(0))
        incident = tables.incidents[arrival.incident]
        able = at_work(setting.people, tables.shifts, incident.heard_by, arrival.at)
        hearer = chance["shifts"].one_of(able).username
        told = told_case(
            arrival,
            incident,
            customers.who_comes(arrival.incident, arrival.at),
            reference=f"{arrival.at:%y%m%d}-{number:02}",
            heard_by=hearer,
            chance=chance["cases"],
        )
        way = _way(arrival.incident, incident, hearer, tables, chance["choices"])
        settled = frontline.settle(told, way, chance["choices"])
        notes_in = frontline.desk.people[hearer].language
        reaction = reaction_to(settled, notes_in=notes_in, until=end, chance=chance["reactions"])
        cases.append(replace(settled, reaction=reaction))
    for case in by_hand:
        frontline.remember(case)
    return Life(tuple(cases), tuple(frontline.desk.record.given))


def _arrivals(zone: ZoneInfo, tables: Tables, seed: int, weeks: int, end: datetime) -> Iterator[tuple[int, Arrival]]:
    """Everybody who comes in these weeks before the end, numbered by day."""
    chance = Chance(seed, "days")
    happenings = {name: incident.happens for name, incident in tables.incidents.items()}
    for days_ago in range(weeks * 7 - 1, -1, -1):
        day = end.date() - timedelta(days=days_ago)
        arrivals = arrivals_on(day, tables.rhythm, happenings, zone, chance)
        yield from zip(count(1), (arrival for arrival in arrivals if arrival.at < end), strict=False)


def _way(name: str, incident: Incident, hearer: str, tables: Tables, chance: Chance) -> Way:
    for habit in tables.habits:
        if (habit.username, habit.incident) == (hearer, name) and chance.happens(habit.percent):
            return HANDED_OVER
    return chance.by_weight(incident.ways, [way.weight for way in incident.ways])
