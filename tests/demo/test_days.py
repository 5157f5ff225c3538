"""Days: weekdays and hours, a busy week, a wave, and clocks that are put forward and back."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from geste.apps.people.services.welcome_user import Newcomer
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.days import EVEN, Arrival, Happening, Rhythm, Wave, arrivals_on, moment_in
from geste.demo.simulation.shifts import Shift, at_work

PARIS, SYDNEY = ZoneInfo("Europe/Paris"), ZoneInfo("Australia/Sydney")
MONDAY, SUNDAY = date(2026, 5, 11), date(2026, 5, 17)
RHYTHM = Rhythm(
    weekdays=(200, 100, 100, 100, 100, 100, 0), busy_from=date(2026, 5, 18), busy=150,
    waves=(Wave("heat", date(2026, 5, 13), 3, 2.0),),
)  # fmt: skip
HEAT = Happening(per_week=7, hours={22: 1})


def arrivals(day: date, *, seed: int = 1, happening: Happening = HEAT) -> list[Arrival]:
    return list(arrivals_on(day, RHYTHM, {"heat": happening}, PARIS, Chance(seed, "days")))


def test_a_full_day_has_twice_as_much_and_a_closed_one_nothing() -> None:
    assert RHYTHM.fullness(MONDAY, RHYTHM.weekdays) == 2.0
    assert RHYTHM.fullness(date(2026, 5, 12), RHYTHM.weekdays) == 1.0
    assert [arrivals(SUNDAY, seed=seed) for seed in range(50)] == [[]] * 50


def test_the_busy_week_is_seven_days_long() -> None:
    days = [date(2026, 5, 17), date(2026, 5, 18), date(2026, 5, 24), date(2026, 5, 25)]

    assert [RHYTHM.fullness(day, EVEN) for day in days] == [1.0, 1.5, 1.5, 1.0]


def test_a_wave_comes_on_top_and_goes_again() -> None:
    (wave,) = RHYTHM.waves

    assert [wave.on(date(2026, 5, day)) for day in (12, 13, 15, 16)] == [0.0, 2.0, 2.0, 0.0]


def test_a_wave_rests_when_the_house_does() -> None:
    through_sunday = replace(RHYTHM, waves=(Wave("heat", date(2026, 5, 13), 7, 50.0),))

    saturday, sunday = (
        list(arrivals_on(day, through_sunday, {"heat": HEAT}, PARIS, Chance(1, "days")))
        for day in (date(2026, 5, 16), SUNDAY)
    )

    assert len(saturday) > 20
    assert sunday == []


def test_what_has_weekdays_of_its_own_keeps_to_them() -> None:
    on_sundays = Happening(per_week=40, hours={9: 1}, weekdays=(0, 0, 0, 0, 0, 0, 1))

    assert arrivals(date(2026, 5, 12), happening=on_sundays) == []
    assert len(arrivals(SUNDAY, happening=on_sundays)) > 20


def test_people_come_in_the_hours_of_the_table_in_order() -> None:
    evening = Happening(per_week=70, hours={18: 1, 20: 3})

    found = arrivals(MONDAY, happening=evening)

    assert {arrival.at.hour for arrival in found} == {18, 20}
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("zone", "day", "shown"),
    [
        (PARIS, date(2026, 3, 29), "2026-03-29T03:30:00+02:00"),  # an hour that clocks leave out
        (SYDNEY, date(2026, 4, 5), "2026-04-05T02:30:00+11:00"),  # one they show twice: the first
        (SYDNEY, date(2026, 4, 6), "2026-04-06T02:30:00+10:00"),
    ],
)
def test_moments_are_such_as_clocks_show(zone: ZoneInfo, day: date, shown: str) -> None:
    assert moment_in(zone, day, time(2, 30)).isoformat() == shown


def person(username: str, role: str) -> Newcomer:
    return Newcomer(username=username, display_name=username, role=role)


PEOPLE = (person("tomas", "night_audit"), person("nora", "reception"), person("yuki", "reception"))
SHIFTS = (Shift("tomas", (0,), 22, 31), Shift("nora", range(5), 6, 15), Shift("yuki", range(5), 13, 23))


@pytest.mark.parametrize(
    ("day", "hour", "there"),
    [
        (MONDAY, 23, ["tomas"]),
        (date(2026, 5, 12), 6, ["tomas", "nora"]),
        (date(2026, 5, 12), 7, ["nora"]),
        (date(2026, 5, 12), 14, ["nora", "yuki"]),
        (SUNDAY, 14, ["tomas", "nora", "yuki"]),  # nobody: they are called in
    ],
)
def test_a_night_shift_goes_on_into_the_morning(day: date, hour: int, there: list[str]) -> None:
    roles = ("reception", "night_audit")

    found = at_work(PEOPLE, SHIFTS, roles, moment_in(PARIS, day, time(hour, 5)))

    assert [person.username for person in found] == there
