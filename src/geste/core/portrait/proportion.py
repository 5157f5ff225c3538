"""Proportion: what so many cases of so many say about a rate, as a beta distribution with its interval.

The beta distribution is the posterior of a binomial rate; with the prior (1/2, 1/2) its quantiles are the Jeffreys
interval (Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16, 2001).
Its distribution function is the regularised incomplete beta function, by Lentz's continued fraction (DLMF 8.17.22).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, lgamma, log, log1p

INTERVAL = 0.90
"""How much of the posterior an interval holds, the tails alike."""

_HALVINGS = 30
_TERMS = 300
_SMALL = 1e-300
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class Interval:
    """A rate between nought and one: the middle of what is likely, and where nine tenths of it lie."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Beta:
    """What is known of a rate."""

    yes: float
    no: float

    def below(self, rate: float) -> float:
        """Return the probability that the true rate lies below `rate`."""
        if rate <= 0:
            return 0.0
        if rate >= 1:
            return 1.0
        if rate > (self.yes + 1) / (self.yes + self.no + 2):
            return 1 - _lower(self.no, self.yes, 1 - rate)
        return _lower(self.yes, self.no, rate)

    def above(self, rate: float) -> float:
        """Return the probability that the true rate lies above `rate`."""
        return 1 - self.below(rate)

    def interval(self) -> Interval:
        """Return the median and the interval with equal tails."""
        tail = (1 - INTERVAL) / 2
        return Interval(self._quantile(tail), self._quantile(0.5), self._quantile(1 - tail))

    def _quantile(self, mass: float) -> float:
        return _crossing(lambda rate: self.below(rate) < mass)


def jeffreys(cases: int, of: int) -> Beta:
    """Return what `cases` of `of` say by themselves."""
    return Beta(cases + 0.5, of - cases + 0.5)


def shrunken(cases: float, of: int, towards: float, weight: float) -> Beta:
    """Return what `cases` of `of` say when one starts from `towards` with the weight of so many cases."""
    return Beta(cases + weight * towards, of - cases + weight * (1 - towards))


def _crossing(below: Callable[[float], bool]) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2


def _lower(yes: float, no: float, rate: float) -> float:
    """The regularised incomplete beta function where its continued fraction is quick: left of the mean."""
    front = lgamma(yes + no) - lgamma(yes) - lgamma(no) + yes * log(rate) + no * log1p(-rate)
    return exp(front) * _fraction(yes, no, rate) / yes


def _fraction(yes: float, no: float, rate: float) -> float:
    ratio = 1.0
    inverse = 1 / _away_from_nought(1 - (yes + no) * rate / (yes + 1))
    value = inverse
    for term in range(1, _TERMS):
        even = term * (no - term) * rate / ((yes + 2 * term - 1) * (yes + 2 * term))
        odd = -(yes + term) * (yes + no + term) * rate / ((yes + 2 * term) * (yes + 2 * term + 1))
        for part in (even, odd):
            inverse = 1 / _away_from_nought(1 + part * inverse)
            ratio = _away_from_nought(1 + part / ratio)
            step = ratio * inverse
            value *= step
        if abs(step - 1) < _CLOSE:
            break
    return value


def _away_from_nought(value: float) -> float:
    return value if abs(value) > _SMALL else _SMALL
