"""Exposure: the most that trust could cost, and beside it what days that were really lived make likely.

The worst case takes everybody at their cap on every case. The range draws whole days, with replacement, from those that
were recorded (a bootstrap): cases come together on a day, so days are drawn and not gestures. The draws follow from a
seed, so that anybody who has the days can work them out again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

DRAWS = 2_000
SURE_PER_MILLE = 950
"""Nineteen in twenty of the drawn periods lie within the range."""
FEWEST_DAYS = 14
NUMBER_BYTES = 4


@dataclass(frozen=True, slots=True)
class Group:
    """So many people who may each give so much on one case, in minor units."""

    people: int
    cap: int


@dataclass(frozen=True, slots=True)
class Likely:
    """What a period may cost: nineteen in twenty lie from `low` to `high`, half of them below `middle`."""

    low: int
    middle: int
    high: int


def worst_case(groups: Iterable[Group], *, cases_each: int) -> int:
    """Return people × cap × expected cases: everybody gives the whole cap on each of so many cases."""
    return sum(group.people * group.cap for group in groups) * cases_each


def likely(days: Sequence[int], *, over: int, seed: bytes) -> Likely | None:
    """Return what so many days may cost, drawn from the cost of each recorded day; None of too few to say."""
    if len(days) < FEWEST_DAYS:
        return None
    numbers = _numbers(seed)
    sums = sorted(sum(days[next(numbers) % len(days)] for _ in range(over)) for _ in range(DRAWS))
    tail = DRAWS * (1000 - SURE_PER_MILLE) // 2000
    return Likely(sums[tail], sums[DRAWS // 2], sums[DRAWS - 1 - tail])


def _numbers(seed: bytes) -> Iterator[int]:
    """Numbers below 2^32, the same from the same seed."""
    block = 0
    while True:
        digest = hashlib.sha256(seed + block.to_bytes(8)).digest()
        for start in range(0, len(digest), NUMBER_BYTES):
            yield int.from_bytes(digest[start : start + NUMBER_BYTES])
        block += 1
