"""Forecast: where an envelope will stand at the end of its period if things go on like this, with a range.

Gestures are taken to come at random moments at an even pace, with amounts of their own (a compound Poisson process). Of
what was drawn in the time elapsed, the same share of time again brings the same sum. How far off that may be follows
from the squares of the amounts drawn: with r the time that remains for each unit elapsed, the variance of what is still
to come, seen from here, is their sum times r(1 + r): r for chance to come, r² for not knowing the pace exactly.
"""

from collections.abc import Sequence
from enum import StrEnum
from math import isqrt
from typing import NamedTuple

DRAWS_AT_LEAST = 5
"""Fewer tell no pace."""

WIDTH = 12_816
"""Standard deviations either side, in ten-thousandths: eight times out of ten the end lies in the range."""

TEN_THOUSAND = 10_000


class Forecast(NamedTuple):
    """What will have been drawn by the end of the period: most likely, and at least and at most eight times in ten."""

    expected: int
    low: int
    high: int


class Outlook(StrEnum):
    """Whether what an envelope holds will do: surely, perhaps, or surely not, as far as the range goes."""

    ENOUGH = "enough"
    CLOSE = "close"
    SHORT = "short"


def forecast(amounts: Sequence[int], *, elapsed: int, remaining: int) -> Forecast | None:
    """Return what a period will come to, in minor units, or None as long as too little is known.

    `amounts` are what was drawn and not taken back; times are in one unit, such as seconds. Halves are rounded up.
    """
    if len(amounts) < DRAWS_AT_LEAST or elapsed <= 0:
        return None
    drawn = sum(amounts)
    to_come = _divided(drawn * remaining, elapsed)
    squares = sum(amount * amount for amount in amounts)
    # The root of the variance times the width squared, so that nothing is rounded before the end.
    variance = squares * remaining * (elapsed + remaining) * WIDTH * WIDTH // (elapsed * elapsed)
    off = _divided(isqrt(variance), TEN_THOUSAND)
    return Forecast(drawn + to_come, drawn + max(0, to_come - off), drawn + to_come + off)


def outlook(expected: Forecast, cap: int) -> Outlook:
    """Return whether a cap will do."""
    if expected.high <= cap:
        return Outlook.ENOUGH
    return Outlook.SHORT if expected.low > cap else Outlook.CLOSE


def _divided(amount: int, by: int) -> int:
    return (2 * amount + by) // (2 * by)
