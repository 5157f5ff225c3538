"""Envelope periods: opened by what falls in them, never backwards; no clock gives anybody a second budget."""

from datetime import datetime, timedelta
from functools import partial
from itertools import count, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geste.apps.base.models import EventRow
from geste.apps.ledger.models import Entry, EnvelopeChange, EnvelopePeriod
from geste.apps.ledger.running import EnvelopeOverdrawn
from geste.apps.ledger.selectors import left_in
from geste.apps.ledger.services.close_period import close_period
from geste.apps.ledger.services.post_entries import post_entries
from geste.apps.ledger.services.reverse_entry import reverse_entry
from geste.apps.ledger.services.turn_periods import turn_periods
from geste.apps.people.selectors import actor_for
from geste.core.charter.syntax import Period
from geste.core.ledger.life import Booking
from geste.core.ledger.life import given as booked
from geste.core.ledger.purse import Opened, Purse, Running, period_to_open
from tests.make import NOW, SYDNEY, make_actor, make_user

PARIS = ZoneInfo("Europe/Paris")


_draws = count(1)


def purse(*, amount: int = 1_000, every: Period = "month", version: int = 1, envelope: str = "month") -> Purse:
    return Purse(envelope=envelope, every=every, amount=amount, currency="AUD", charter_version=version)


def draw(amount: int, at: datetime, on: Purse | None = None) -> int:
    """Draw on an envelope and return the number of the entry."""
    booking = Booking(gesture_key=f"draw-{next(_draws)}", books="gesture", amount=amount, currency="AUD")
    (entry,) = post_entries([booked(booking, at=at, purse=on or purse())])
    return entry.pk


def held() -> list[tuple[int, str, str, int, int, int]]:
    """Return every period: its number, the days it lasts from and to, what was put in, what is left, its last entry."""
    return [
        (
            row.number,
            f"{row.since.astimezone(SYDNEY):%m-%d}",
            f"{row.until.astimezone(SYDNEY):%m-%d}",
            row.cap,
            row.left,
            row.seq,
        )
        for row in EnvelopePeriod.objects.order_by("number")
    ]


@pytest.fixture(autouse=True)
def _house(db: None) -> None:
    make_actor()


def test_the_first_gesture_of_a_month_opens_it_and_says_so() -> None:
    draw(300, NOW)

    (period,) = EnvelopePeriod.objects.all()
    assert held() == [(1, "05-01", "06-01", 1_000, 700, 2)]
    assert (period.opened_at, period.opened_by) == (NOW, Entry.objects.latest("pk").gesture_key)
    filled, drawn = period.entries.order_by("envelope_seq")
    assert (filled.debit, filled.credit, filled.amount, filled.envelope_left) == ("envelopes", "budget", 1_000, 1_000)
    assert (drawn.envelope_seq, drawn.envelope_left) == (2, 700)
    assert EnvelopeChange.objects.get().why == "opened"


def test_a_worker_may_come_first() -> None:
    turn_periods([purse()], now=NOW)
    turn_periods([purse()], now=NOW + timedelta(hours=1))

    assert held() == [(1, "05-01", "06-01", 1_000, 1_000, 1)]
    assert EnvelopePeriod.objects.get().opened_by == "worker"


def test_a_new_month_is_full_again_and_the_old_one_stays_as_it_was() -> None:
    draw(300, NOW)
    draw(100, NOW + timedelta(days=31))

    assert held() == [(1, "05-01", "06-01", 1_000, 700, 2), (2, "06-01", "07-01", 1_000, 900, 2)]
    assert [row.is_in_force for row in EnvelopePeriod.objects.order_by("number")] == [False, True]


def test_a_clock_that_jumps_back_finds_the_period_that_was_opened_last() -> None:
    draw(900, NOW)

    with pytest.raises(EnvelopeOverdrawn):
        draw(200, NOW - timedelta(days=60))
    assert left_in([purse()], at=NOW - timedelta(days=60)) == [100]
    assert held() == [(1, "05-01", "06-01", 1_000, 100, 2)]


def test_a_jump_ahead_opens_one_period_and_coming_back_no_second_one_for_the_same_days() -> None:
    draw(500, NOW)
    draw(500, NOW + timedelta(days=365))
    draw(300, NOW)
    draw(200, NOW + timedelta(days=90))

    with pytest.raises(EnvelopeOverdrawn):
        draw(1, NOW + timedelta(days=360))
    assert held() == [(1, "05-01", "06-01", 1_000, 500, 2), (2, "05-01", "06-01", 1_000, 0, 4)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-05-31T23:59:59.999999", "2026-06-01T00:00:00"),  # the end of a month
        ("2028-02-29T23:59:59", "2028-03-01T00:00:00"),  # 29 February
        ("2027-02-28T23:59:59", "2027-03-01T00:00:00"),
        ("2026-12-31T23:59:59", "2027-01-01T00:00:00"),
    ],
)
def test_a_month_ends_at_midnight_by_the_owners_clocks(before: str, after: str) -> None:
    last, first = (datetime.fromisoformat(moment).replace(tzinfo=SYDNEY) for moment in (before, after))
    draw(400, last.astimezone(PARIS))
    draw(400, first.astimezone(PARIS))

    assert [(period[0], period[4]) for period in held()] == [(1, 600), (2, 600)]


@pytest.mark.parametrize("night", ["2026-04-05", "2026-10-04"])
def test_the_nights_on_which_the_clocks_change_belong_to_one_week(night: str) -> None:
    """In Sydney summer time ends on 5 April and begins on 4 October 2026, both on a Sunday at three and at two."""
    sunday = datetime.fromisoformat(night).replace(tzinfo=SYDNEY)
    weekly = purse(every="week")
    for hour in range(24):
        draw(10, sunday.replace(hour=hour).astimezone(ZoneInfo("UTC")), weekly)
        draw(10, sunday.replace(hour=hour, fold=1).astimezone(ZoneInfo("UTC")), weekly)
    draw(10, sunday + timedelta(days=1), weekly)

    assert [(period[0], period[4]) for period in held()] == [(1, 520), (2, 990)]


def test_another_length_begins_where_the_running_period_ends() -> None:
    draw(100, NOW)
    draw(100, NOW + timedelta(days=10), purse(every="week", version=2))
    draw(100, datetime(2026, 6, 3, tzinfo=SYDNEY), purse(every="week", version=2))

    assert held() == [(1, "05-01", "06-01", 1_000, 800, 3), (2, "06-01", "06-08", 1_000, 900, 2)]


def test_a_newer_charter_raises_and_lowers_by_the_difference() -> None:
    draw(300, NOW)
    draw(100, NOW, purse(amount=1_500, version=2))
    assert held() == [(1, "05-01", "06-01", 1_500, 1_100, 4)]

    draw(100, NOW, purse(amount=600, version=3))
    assert held() == [(1, "05-01", "06-01", 600, 100, 6)]
    assert [(change.why, change.charter_version) for change in EnvelopeChange.objects.order_by("pk")] == [
        ("opened", 1),
        ("charter", 2),
        ("charter", 3),
    ]


def test_a_charter_never_lowers_below_what_is_used_and_an_older_one_changes_nothing() -> None:
    draw(300, NOW)
    turn_periods([purse(amount=100, version=2)], now=NOW)
    turn_periods([purse(amount=5_000, version=1)], now=NOW)

    assert held() == [(1, "05-01", "06-01", 300, 0, 3)]
    assert left_in([purse(amount=100, version=2)], at=NOW) == [0]


def test_what_comes_back_late_goes_into_the_period_it_came_from() -> None:
    drawn = Entry.objects.get(pk=draw(300, NOW))
    draw(100, NOW + timedelta(days=31))

    reverse_entry(drawn, occurred_at=NOW + timedelta(days=40))

    assert held() == [(1, "05-01", "06-01", 1_000, 1_000, 3), (2, "06-01", "07-01", 1_000, 900, 2)]


def test_an_envelope_that_gets_low_is_told_once_in_a_period() -> None:
    draw(800, NOW)
    assert EventRow.objects.filter(name="ledger.EnvelopeLow").count() == 0
    number = draw(1, NOW)
    reverse_entry(Entry.objects.get(pk=number), occurred_at=NOW)
    draw(100, NOW)
    draw(100, NOW)

    (event,) = EventRow.objects.filter(name="ledger.EnvelopeLow")
    period = EnvelopePeriod.objects.get()
    assert (event.payload, event.at, period.low_at) == ({"period_id": period.pk}, NOW, NOW)
    draw(900, NOW + timedelta(days=31))
    assert EventRow.objects.filter(name="ledger.EnvelopeLow").count() == 2


def moment(at: datetime) -> datetime:
    return at


def test_what_a_clock_puts_into_a_closed_month_draws_on_the_period_that_is_shown() -> None:
    """The entry is dated after the close; that opens no other period than the one whose money was shown as left."""
    steward = actor_for(make_user("grace", is_steward=True))
    draw(700, NOW)
    close_period(actor=steward, month="2026-05", now=NOW + timedelta(days=40))
    assert left_in([purse()], at=NOW) == [300]

    with pytest.raises(EnvelopeOverdrawn):
        draw(301, NOW)
    entry = Entry.objects.get(pk=draw(300, NOW))

    assert entry.occurred_at == datetime(2026, 6, 1, tzinfo=SYDNEY)
    assert held() == [(1, "05-01", "06-01", 1_000, 0, 3)]


MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(SYDNEY))  # noqa: DTZ001
LENGTHS: st.SearchStrategy[Period] = st.sampled_from(("week", "month", "quarter", "year"))


@settings(max_examples=300)
@given(every=LENGTHS, moments=st.lists(MOMENTS, min_size=2, max_size=40))
def test_however_the_clock_jumps_no_day_has_two_budgets(every: Period, moments: list[datetime]) -> None:
    """P11: 300 runs of up to 40 jumps each."""
    filled, running = purse(every=every), None
    opened: list[Opened] = []
    for at in moments:
        period = period_to_open(filled, running, at, partial(moment, at))
        if period is not None:
            opened.append(period)
            running = Running(period.until, 1_000, 1_000, 1_000, 1)

    assert opened[0].since <= moments[0] < opened[0].until
    assert all(before.until <= after.since for before, after in pairwise(opened))
