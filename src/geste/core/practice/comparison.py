"""Comparison: how far apart two cases are in one fact, and how telling that is.

After Gower (1971), "A general coefficient of similarity and some of its properties", Biometrics 27(4): each fact gives
a distance between 0 and 1, and has a weight. Quantities are compared by their range, as he does, and by their places
among the past ones, as Podani (1999), "Extending Gower's general coefficient of similarity to ordinal characters",
Taxon 48(2), does. What few cases share tells more than what most share, so a word weighs as many bits as it is rare.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from math import log2

from geste.core.charter.types import Duration, Money, Number, Percent, Time, Type, Words, YesNo
from geste.core.charter.vocabulary import SEVERITIES

Value = object
"""What a fact is; None where it is not known."""

QUANTITY_BITS = 2.0
"""What a quantity weighs: as much as a word that one case in four has."""
HALF_A_DAY = 12 * 60
"""In minutes: no two times of the day are further apart."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact: how far apart two known values are, from 0 to 1, and how many bits a value weighs."""

    distance: Callable[[Value, Value], float]
    bits: Mapping[Value, float] = field(default_factory=dict)
    otherwise: float = QUANTITY_BITS

    def weight(self, here: Value, there: Value) -> float:
        """Return how telling it is that two cases have these values."""
        return (self.bits.get(here, self.otherwise) + self.bits.get(there, self.otherwise)) / 2


def comparison_of(kind: Type, values: Sequence[Value]) -> Comparison | None:
    """Return how to compare a fact, given its known values in past cases; None for texts, lists and sets."""
    if not values:
        return None
    match kind:
        case Words(words) if words and set(words) <= set(SEVERITIES):
            return Comparison(partial(_steps_apart, [word for word in SEVERITIES if word in words]))
        case YesNo() | Words():
            of_all = len(values) + 1
            rarity = {value: log2(of_all / times) for value, times in Counter(values).items()}
            return Comparison(_another, rarity, log2(of_all))
        case Number() | Money() | Percent() | Duration():
            return Comparison(partial(_apart, sorted(map(_number, values))))
        case Time():
            return Comparison(_hours_apart)
    return None


def _another(here: Value, there: Value) -> float:
    """Return 0 for the same word, else 1."""
    return float(here != there)


def _steps_apart(words: Sequence[Value], here: Value, there: Value) -> float:
    """Return the steps between two words in order, as a share of all steps; what is no such word is far."""
    if here not in words or there not in words:
        return _another(here, there)
    return abs(words.index(here) - words.index(there)) / max(len(words) - 1, 1)


def _apart(past: Sequence[float], here: Value, there: Value) -> float:
    """Return the mean of how many past cases lie between two quantities, and how much of the range.

    The first is not led astray by one huge amount, the second still tells quantities apart when there are few cases.
    """
    low, high = sorted((_number(here), _number(there)))
    between = bisect_left(past, high) + bisect_right(past, high) - bisect_left(past, low) - bisect_right(past, low)
    reach = max(past[-1], high) - min(past[0], low)
    return (between / (2 * len(past)) + ((high - low) / reach if reach else 0.0)) / 2


def _hours_apart(here: Value, there: Value) -> float:
    """Return the time between two times of the day, the shorter way round: the date says little, the hour much."""
    apart = abs(_minute(here) - _minute(there))
    return min(apart, 2 * HALF_A_DAY - apart) / HALF_A_DAY


def _number(value: Value) -> float:
    """Return a quantity as a number: a length of time in seconds."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    assert isinstance(value, int | float), f"no quantity: {value!r}"
    return float(value)


def _minute(value: Value) -> int:
    assert isinstance(value, datetime), f"no moment: {value!r}"
    return value.hour * 60 + value.minute
