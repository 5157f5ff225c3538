"""What so many cases of so many say about a rate: exact against sums of binomial terms, and covering what it should."""

from math import asin, comb, pi, sin, sqrt

import pytest

from geste.core.portrait.proportion import Beta, jeffreys, shrunken


def at_least(cases: int, of: int, rate: float) -> float:
    """The chance of that many cases or more, as a sum of binomial terms."""
    return sum(comb(of, count) * rate**count * (1 - rate) ** (of - count) for count in range(cases, of + 1))


@pytest.mark.parametrize("rate", [0.001, 0.08, 0.3, 0.5, 0.77, 0.999])
@pytest.mark.parametrize(("yes", "no"), [(1, 1), (1, 40), (7, 4), (25, 16), (300, 2)])
def test_a_whole_number_of_cases_is_a_sum_of_binomial_terms(yes: int, no: int, rate: float) -> None:
    assert Beta(yes, no).below(rate) == pytest.approx(at_least(yes, yes + no - 1, rate), abs=1e-12)


@pytest.mark.parametrize("rate", [0.01, 0.25, 0.5, 0.9])
def test_nothing_seen_is_the_arcsine_law(rate: float) -> None:
    assert jeffreys(0, 0).below(rate) == pytest.approx(2 / pi * asin(sqrt(rate)), abs=1e-12)


def test_nothing_lies_outside_nought_and_one() -> None:
    assert (Beta(2, 3).below(0), Beta(2, 3).below(1), Beta(2, 3).above(0)) == (0, 1, 1)


def test_an_interval_leaves_a_twentieth_on_either_side() -> None:
    found = jeffreys(10, 40)
    interval = found.interval()

    assert found.below(interval.low) == pytest.approx(0.05, abs=1e-6)
    assert found.below(interval.middle) == pytest.approx(0.5, abs=1e-6)
    assert found.above(interval.high) == pytest.approx(0.05, abs=1e-6)


def test_over_rates_as_they_are_expected_the_interval_holds_nine_times_in_ten() -> None:
    intervals = [jeffreys(cases, 40).interval() for cases in range(41)]
    rates = [sin(pi * (number + 0.5) / 2000) ** 2 for number in range(1000)]
    held = [
        sum(
            comb(40, cases) * rate**cases * (1 - rate) ** (40 - cases)
            for cases, interval in enumerate(intervals)
            if interval.low <= rate <= interval.high
        )
        for rate in rates
    ]

    assert sum(held) / len(held) == pytest.approx(0.90, abs=0.002)


def test_few_cases_are_drawn_towards_where_one_starts() -> None:
    assert shrunken(3, 5, towards=0.5, weight=2) == Beta(4, 3)
