"""Calibration: several people judge the same decisions apart, to see where the words of the charter part them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Question(StrEnum):
    """What is asked of each decision."""

    CHOICE = "choice"
    CLARITY = "clarity"
    MEASURE = "measure"


class Clarity(StrEnum):
    """Whether the charter says what is to be done in such a case."""

    CLEAR = "clear"
    UNCLEAR = "unclear"
    SILENT = "silent"


class Measure(StrEnum):
    """Whether it was too little, right or too much. The two tails are named alike."""

    TOO_LITTLE = "too_little"
    RIGHT = "right"
    TOO_MUCH = "too_much"


STEPS = {Measure.TOO_LITTLE: -1, Measure.RIGHT: 0, Measure.TOO_MUCH: 1}
"""How far apart two answers are that come one after the other; all others are just different."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer of somebody to one question about one decision."""

    judge: int
    decision: int
    value: str


@dataclass(frozen=True, slots=True)
class Alike:
    """In how many decisions that two people or more answered about they all said the same, and which they were not."""

    alike: int
    of: int
    parted: tuple[int, ...]


def alike(ratings: Iterable[Rating]) -> Alike:
    """Return where everybody said the same, and where they parted. Nothing is reckoned of a person."""
    said: dict[int, Counter[str]] = {}
    for rating in ratings:
        said.setdefault(rating.decision, Counter())[rating.value] += 1
    several = {decision: values for decision, values in said.items() if values.total() > 1}
    parted = tuple(sorted(decision for decision, values in several.items() if len(values) > 1))
    return Alike(len(several) - len(parted), len(several), parted)
