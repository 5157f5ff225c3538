"""Reviews in the core: draws that anybody can make again, verdicts without a sanction, days until a word is owed."""

import hashlib
import hmac
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geste.core.reviews.balance import Balance, Echo, balance_of
from geste.core.reviews.due import due_after, working_days_between
from geste.core.reviews.sampling import NO, WHOLE, YES, Stratum, is_drawn, number_of, planned
from geste.core.reviews.verdicts import Verdict, verdicts_open

ROOT = hashlib.sha256(b"a root").digest()
COUNTS = st.dictionaries(st.sampled_from(Stratum), st.integers(0, 5_000))


def test_a_draw_can_be_made_again_with_nothing_but_the_checkpoint() -> None:
    digest = hmac.new(ROOT, b"geste/review/v1\x00" + b"4711", "sha256").hexdigest()

    assert number_of(ROOT, 4711) == int(digest[:16], 16)


def test_a_rate_draws_about_as_many_as_it_says() -> None:
    drawn = sum(is_drawn(ROOT, decision, 100_000) for decision in range(20_000))

    assert 1_850 < drawn < 2_150


@given(st.binary(min_size=32, max_size=32), st.integers(1, 10**12))
def test_all_and_none_are_exact(root: bytes, decision: int) -> None:
    assert is_drawn(root, decision, WHOLE)
    assert not is_drawn(root, decision, 0)


@pytest.mark.item("S2.9")
@given(COUNTS, st.integers(2, 200))
def test_half_of_what_is_expected_to_be_drawn_is_a_no(counts: dict[Stratum, int], wanted: int) -> None:
    rates = planned(counts, wanted)

    noes = sum(counts.get(each, 0) * rates[each] for each in NO)
    yeses = sum(counts.get(each, 0) * rates[each] for each in YES)
    assert all(0 <= rate <= WHOLE for rate in rates.values())
    if any(counts.get(each, 0) for each in NO):
        # Rates are whole parts of a million, so a no may be missed by a hair for each of them.
        assert 10 * (noes + sum(counts.values())) >= 4 * (noes + yeses)
    assert noes + yeses <= wanted * WHOLE


@pytest.mark.item("S2.9")
def test_few_noes_are_all_drawn_and_gifts_step_back() -> None:
    rates = planned({Stratum.GIFT: 1_000, Stratum.REFUSAL: 3, Stratum.HANDOVER: 1}, 20)

    assert rates == {
        Stratum.GIFT: 4_000,
        Stratum.BEND: WHOLE,
        Stratum.ACT_FIRST: WHOLE,
        Stratum.REFUSAL: WHOLE,
        Stratum.HANDOVER: WHOLE,
    }


def test_no_verdict_is_a_sanction() -> None:
    assert [verdict.value for verdict in Verdict] == ["good_call", "other_way", "learn", "coach", "breach"]


@pytest.mark.item("S0.28")
@pytest.mark.parametrize(
    ("is_start_up", "crosses_red_line", "is_open"),
    [(True, False, False), (True, True, True), (False, False, True), (False, True, True)],
)
def test_whoever_starts_breaches_nothing_but_a_red_line(
    *, is_start_up: bool, crosses_red_line: bool, is_open: bool
) -> None:
    said = verdicts_open(is_start_up=is_start_up, crosses_red_line=crosses_red_line)

    assert (Verdict.BREACH in said) == is_open
    assert set(said) | {Verdict.BREACH} == set(Verdict)


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-05-14T01:07", "2026-05-20T00:00"),  # Thursday: Friday, Monday, Tuesday
        ("2026-05-15T23:59", "2026-05-21T00:00"),  # Friday: Monday, Tuesday, Wednesday
        ("2026-05-16T12:00", "2026-05-21T00:00"),  # Saturday: as from Friday
    ],
)
def test_three_working_days_leave_the_weekend_out(moment: str, due: str) -> None:
    assert due_after(datetime.fromisoformat(moment), 3) == datetime.fromisoformat(due)


@pytest.mark.parametrize(
    ("ended", "days"), [("2026-05-14", 0), ("2026-05-15", 1), ("2026-05-17", 1), ("2026-05-18", 2)]
)
def test_working_days_between_count_mornings(ended: str, days: int) -> None:
    assert (
        working_days_between(datetime(2026, 5, 14, tzinfo=UTC), datetime.fromisoformat(f"{ended}T00:00+00:00")) == days
    )


@pytest.mark.item("S2.11")
def test_a_balance_is_of_five_people_or_of_nobody() -> None:
    echoes = [Echo(person, is_good=person != 4) for person in range(5)]

    assert balance_of(echoes[:4] * 3) is None
    assert balance_of(echoes) == Balance(4, 1)
