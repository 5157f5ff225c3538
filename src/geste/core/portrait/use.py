"""Use: how often authority was used where it could have been, beside what others would have done in the same cases.

Others' log-odds of using it are given for every case; the person differs from them by one effect on that scale, so what
cases somebody happened to get does not count. Its posterior is summed over a grid. The prior is Cauchy with scale 2.5
(Gelman, Jakulin, Pittau and Su, Annals of Applied Statistics 2, 2008): it hardly pulls, and lets somebody be far away.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import exp, log1p

from geste.core.portrait.proportion import INTERVAL, Interval

PRIOR_SCALE = 2.5
_STEP = 0.125
_REACH = 10.0
_GRID = tuple(index * _STEP - _REACH for index in range(int(2 * _REACH / _STEP) + 1))


@dataclass(frozen=True, slots=True)
class UsePosterior:
    """Rates of use in one's own cases, each with the probability of lying below it; and what others would do."""

    rates: tuple[float, ...]
    masses: tuple[float, ...]
    others: float

    def below(self, rate: float) -> float:
        """Return the probability that the true rate lies below `rate`."""
        return _between(rate, self.rates, self.masses)

    def interval(self) -> Interval:
        """Return the median and the interval with equal tails."""
        tail = (1 - INTERVAL) / 2
        low, middle, high = (_between(mass, self.masses, self.rates) for mass in (tail, 0.5, 1 - tail))
        return Interval(low, middle, high)


def use_posterior(used: int, others_log_odds: Sequence[float]) -> UsePosterior:
    """Return what `used` cases say, given others' log-odds of using authority in each of all the cases."""
    groups = [(exp(odds), count) for odds, count in Counter(others_log_odds).items()]
    points = [_point(effect, used, groups, len(others_log_odds)) for effect in _GRID]
    highest = max(weight for _, weight in points)
    weights = [exp(weight - highest) for _, weight in points]
    return UsePosterior(
        rates=tuple(rate for rate, _ in points),
        masses=_masses(weights),
        others=sum(count * odds / (1 + odds) for odds, count in groups) / len(others_log_odds),
    )


def _point(effect: float, used: int, groups: list[tuple[float, int]], cases: int) -> tuple[float, float]:
    """The rate of use in these cases under an effect, and the logarithm of its weight; others' odds come in groups."""
    times, rate, weight = exp(effect), 0.0, used * effect - log1p((effect / PRIOR_SCALE) ** 2)
    for others, count in groups:
        odds = others * times
        rate += count * odds / (1 + odds)
        weight -= count * log1p(odds)
    return rate / cases, weight


def _masses(weights: list[float]) -> tuple[float, ...]:
    """The distribution function on the grid, by the trapezium rule."""
    slices = [0.0, *((left + right) / 2 for left, right in pairwise(weights))]
    total = sum(slices)
    return tuple(mass / total for mass in accumulate(slices))


def _between(at: float, steps: tuple[float, ...], values: tuple[float, ...]) -> float:
    """The value at a place between two steps, on a straight line."""
    right = bisect_left(steps, at)
    if right == 0:
        return values[0]
    if right == len(steps):
        return values[-1]
    part = (at - steps[right - 1]) / (steps[right] - steps[right - 1])
    return values[right - 1] + (values[right] - values[right - 1]) * part
