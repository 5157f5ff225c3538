"""Worth: when a gesture pays for itself, the most that trust could cost, and what lived days make likely."""

import pytest

from geste.core.worth.break_even import break_even
from geste.core.worth.exposure import FEWEST_DAYS, Group, Likely, likely, worst_case


@pytest.mark.item("S2.5")
@pytest.mark.parametrize(
    ("cost", "value", "hundredths"),
    [
        (390_00, 17_160_00, 2_27),  # 390 / 17,160 = 2.27 points
        (1, 20_000, 1),  # half a hundredth is rounded up
        (1, 20_001, 0),
        (5_00, 2_50, 200_00),
        (0, 17_160_00, None),
        (390_00, 0, None),
    ],
)
def test_a_gesture_pays_for_itself_from_so_many_points_on(cost: int, value: int, hundredths: int | None) -> None:
    assert break_even(cost=cost, value=value) == hundredths


@pytest.mark.item("S0.27")
def test_the_worst_case_is_people_times_cap_times_expected_cases() -> None:
    assert worst_case([Group(8, 500_00), Group(1, 2_000_00)], cases_each=12) == (8 * 500_00 + 2_000_00) * 12
    assert worst_case([], cases_each=12) == 0


@pytest.mark.item("S0.27")
def test_the_range_comes_from_days_that_were_lived() -> None:
    days = [0, 0, 0, 25_00, 40_00, 0, 10_00] * 4

    found = likely(days, over=28, seed=b"a house")

    assert found == likely(days, over=28, seed=b"a house")
    assert found is not None
    expected = sum(days)
    assert found.low < found.middle < found.high
    assert abs(found.middle - expected) < expected // 10
    # The sum of 28 drawn days strays by the root of 28 times what one day strays: 1.96 times that on either side.
    mean = expected / len(days)
    strays = (28 * sum((day - mean) ** 2 for day in days) / len(days)) ** 0.5
    assert found.low == pytest.approx(expected - 1.96 * strays, rel=0.1)
    assert found.high == pytest.approx(expected + 1.96 * strays, rel=0.1)


def test_the_same_every_day_leaves_no_doubt() -> None:
    assert likely([7_00] * FEWEST_DAYS, over=28, seed=b"") == Likely(196_00, 196_00, 196_00)


def test_of_too_few_days_nothing_is_said() -> None:
    assert likely([7_00] * (FEWEST_DAYS - 1), over=28, seed=b"") is None
