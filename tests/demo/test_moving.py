"""Moving: a story told so that it ends on any day is as plausible as it was written."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geste.core.decision.prepared import prepare
from geste.demo.companies import COMPANIES
from geste.demo.company import Company, charter_of, charter_text, life_of
from geste.demo.contact_centre import CONTACT_CENTRE
from geste.demo.hotel import HOTEL
from geste.demo.moving import moved, written_end
from geste.demo.shop import SHOP
from geste.demo.simulation.days import moment_in
from geste.demo.simulation.desk import RESERVE_PERCENT
from geste.demo.simulation.record import Record

ENDS = {
    "leap-day": date(2028, 2, 29),
    "new-years-eve": date(2026, 12, 31),
    "new-year": date(2027, 1, 1),
    "forward-in-paris": date(2027, 3, 28),
    "back-in-paris": date(2026, 10, 25),
    "forward-in-sydney": date(2026, 10, 4),
    "back-in-sydney": date(2027, 4, 4),
    "first-of-a-month": date(2026, 9, 1),
    "before-it-was-written": date(2025, 8, 31),
}
WEEKS = 6
any_day = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.fixture(params=ENDS.values(), ids=list(ENDS))
def ends(request: pytest.FixtureRequest) -> date:
    """Return each day in turn to which a story may lead."""
    day: date = request.param
    return day


def moments(company: Company) -> list[datetime]:
    """Return when each case told by hand is told, by the clocks of the place."""
    zone = ZoneInfo(company.time_zone)
    return [case.moment.astimezone(zone) for case in company.cases]


def test_a_story_that_leads_where_it_was_written_to_is_told_as_it_is_written(company: Company) -> None:
    told = moved(company, ends=written_end(company))

    assert (told.cases, told.tables, charter_text(told)) == (company.cases, company.tables, charter_text(company))


@pytest.mark.parametrize("name", COMPANIES)
@given(ends=any_day)
def test_cases_told_by_hand_keep_their_hour_and_their_distance_on_any_day(name: str, ends: date) -> None:
    company = COMPANIES[name]
    told = moved(company, ends=ends)
    zone, days = ZoneInfo(company.time_zone), written_end(told) - written_end(company)

    assert timedelta() <= ends - written_end(told) <= timedelta(days=1)
    assert company.tables.rhythm.weekdays[written_end(told).weekday()] > 0
    assert moments(told) == [moment_in(zone, at.date() + days, at.time()) for at in moments(company)]
    assert [at.utcoffset() for at in moments(told)] == [case.moment.utcoffset() for case in told.cases]


@pytest.mark.parametrize("name", COMPANIES)
@given(ends=any_day)
def test_busy_weeks_and_waves_keep_their_weekdays_and_the_charter_begins_with_a_month(name: str, ends: date) -> None:
    company = COMPANIES[name]
    told = moved(company, ends=ends)
    before, after = company.tables.rhythm, told.tables.rhythm
    late = (written_end(told) - written_end(company)) - (after.busy_from - before.busy_from)

    assert timedelta() <= late < timedelta(weeks=1)
    assert after.busy_from.weekday() == before.busy_from.weekday()
    assert [wave.begins - after.busy_from for wave in after.waves] == [
        wave.begins - before.busy_from for wave in before.waves
    ]
    assert told.effective is not None
    assert told.effective.day == 1
    assert timedelta(days=28) < written_end(told) - told.effective
    assert told.cases[0].moment.date() < written_end(told)


def test_moments_among_the_facts_move_with_their_case() -> None:
    told = moved(SHOP, ends=date(2026, 12, 31))
    cases = {case.reference: case for case in told.cases}

    assert cases["E2"].at == "2026-12-30T11:00:00+01:00"
    assert cases["E2"].facts["order"] == {"basket": "129", "delivered_at": "2026-11-26T09:00:00+01:00"}
    assert cases["E2"].facts["line"] == {"price": "129", "unused": True}


def test_a_shop_that_rests_on_sunday_waits_on_saturday() -> None:
    told = [moved(company, ends=date(2026, 11, 22)) for company in (HOTEL, SHOP, CONTACT_CENTRE)]

    assert [f"{written_end(company):%A %d}" for company in told] == ["Sunday 22", "Saturday 21", "Saturday 21"]


def test_weeks_that_lead_to_any_day_are_lived_as_the_charter_says(company: Company, ends: date) -> None:
    told = moved(company, ends=ends)
    life = life_of(told, weeks=WEEKS)
    tonight = max(moments(told))
    weekdays = told.tables.rhythm.weekdays
    record = Record(prepare(charter_of(told)), ZoneInfo(told.time_zone))
    for thing in life.given:
        record.add(thing)

    assert all(case.moment < tonight for case in life.cases)
    assert tonight - life.cases[-1].moment < timedelta(days=1)
    assert {case.moment.weekday() for case in life.cases} == {day for day in range(7) if weekdays[day]}
    assert all(
        record.left_in(envelope.id, at) * 100 >= envelope.amount * RESERVE_PERCENT
        for envelope in charter_of(told).envelopes
        for at in moments(told)
    )
    assert life == life_of(told, weeks=WEEKS)
