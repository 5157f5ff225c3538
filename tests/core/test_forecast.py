"""Forecast: exact to the cent where it can be worked out by hand, and as often right as it says it is."""

from random import Random

import pytest

from geste.core.ledger.forecast import Forecast, Outlook, forecast, outlook
from geste.core.ledger.low import is_low

PERIODS = 2_000


def test_half_way_the_same_comes_again() -> None:
    # Ten of 10.00 in half the time: 100.00 more; a deviation of 10.00 x sqrt(10 x 1 x 2) = 44.72, x 1.2816 is 57.31.
    assert forecast([1_000] * 10, elapsed=15, remaining=15) == Forecast(20_000, 14_269, 25_731)


def test_what_is_drawn_already_is_never_forecast_away() -> None:
    assert forecast([100, 100, 100, 100, 9_000], elapsed=1, remaining=30) == Forecast(291_400, 9_400, 643_239)


def test_at_the_end_nothing_is_open_any_more() -> None:
    assert forecast([300, 200, 100, 50, 25], elapsed=30, remaining=0) == Forecast(675, 675, 675)


@pytest.mark.parametrize(("amounts", "elapsed"), [([], 10), ([1] * 4, 10), ([1] * 9, 0)])
def test_too_little_tells_nothing(amounts: list[int], elapsed: int) -> None:
    assert forecast(amounts, elapsed=elapsed, remaining=10) is None


@pytest.mark.parametrize("elapsed", [8, 15, 22])
def test_eight_times_in_ten_the_end_lies_in_the_range(elapsed: int) -> None:
    """2,000 made-up months of thirty days, forty gestures of very different size in each, seen from a day of each."""
    chance = Random(7)
    inside = 0
    for _ in range(PERIODS):
        days: list[tuple[float, int]] = []
        moment = chance.expovariate(40 / 30)
        while moment < 30:
            days.append((moment, 100 + int(chance.lognormvariate(7, 0.8))))
            moment += chance.expovariate(40 / 30)
        found = forecast([amount for day, amount in days if day < elapsed], elapsed=elapsed, remaining=30 - elapsed)
        inside += found is not None and found.low <= sum(amount for _, amount in days) <= found.high
    assert 0.75 * PERIODS < inside < 0.85 * PERIODS


@pytest.mark.parametrize(
    ("left", "promised", "low"), [(20, 100, False), (19, 100, True), (0, 100, True), (0, 0, False), (-5, 100, True)]
)
def test_below_a_fifth_an_envelope_is_low(left: int, promised: int, *, low: bool) -> None:
    assert is_low(left=left, promised=promised) is low


@pytest.mark.parametrize(
    ("cap", "said"),
    [(25_731, Outlook.ENOUGH), (25_730, Outlook.CLOSE), (14_269, Outlook.CLOSE), (14_268, Outlook.SHORT)],
)
def test_the_outlook_goes_by_the_whole_range(cap: int, said: Outlook) -> None:
    assert outlook(Forecast(20_000, 14_269, 25_731), cap) is said
