"""Periods: where the week, month, quarter or year of an envelope begins and ends."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from geste.core.charter.syntax import Period
from geste.core.ledger.periods import period_around

SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.mark.parametrize(
    ("every", "at", "since", "until"),
    [
        ("week", "2026-05-14T01:07", "2026-05-11", "2026-05-18"),
        ("week", "2026-05-11T00:00", "2026-05-11", "2026-05-18"),
        ("month", "2026-05-14T01:07", "2026-05-01", "2026-06-01"),
        ("month", "2026-12-31T23:59", "2026-12-01", "2027-01-01"),
        ("quarter", "2026-05-14T01:07", "2026-04-01", "2026-07-01"),
        ("quarter", "2026-12-01T00:00", "2026-10-01", "2027-01-01"),
        ("year", "2026-05-14T01:07", "2026-01-01", "2027-01-01"),
    ],
)
def test_a_period_begins_and_ends_at_midnight_where_the_site_is(every: Period, at: str, since: str, until: str) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=SYDNEY)

    found = period_around(moment, every)

    assert [found[0].isoformat()[:16], found[1].isoformat()[:16]] == [f"{since}T00:00", f"{until}T00:00"]
    assert found[0] <= moment < found[1]
