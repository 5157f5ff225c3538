"""Nearest: the past cases most like a new one, with what they share and where they differ. Examples, never scripts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nsmallest

from geste.core.charter.types import Type
from geste.core.practice.comparison import Comparison, Value, comparison_of
from geste.core.reasons import Reason

SHOWN = 3
"""Cases shown, and reasons of each sort for one of them."""
CLOSE = 0.1
"""Quantities no further apart than this are called the same."""
TELLING_BITS = 1.0
"""What half the cases have in common is no reason."""

Facts = Mapping[str, Value]
"""What is known of a case, by path, as the core reads it. Nothing, or None, where it is not known."""


@dataclass(frozen=True, slots=True)
class Past:
    """A case that is over: what was known of it, what was done, and what came of it."""

    id: str
    facts: Facts
    done: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """A past case like the one at hand. `distance` is 0 for the same in everything known, and 1 at the furthest."""

    past: Past
    distance: float
    reasons: tuple[Reason, ...]


class Experience:
    """Many past cases, made ready to be asked which are nearest. The order in which they are given decides ties."""

    def __init__(self, past: Sequence[Past], types: Mapping[str, Type]) -> None:
        self._past = tuple(past)
        self._columns: dict[str, _Column] = {}
        for path, kind in types.items():
            values = [case.facts.get(path) for case in self._past]
            comparison = comparison_of(kind, [value for value in values if value is not None])
            if comparison is not None:
                self._columns[path] = _Column(comparison, values)

    def nearest(self, facts: Facts, count: int = SHOWN) -> tuple[Near, ...]:
        """Return the past cases most like these facts, the nearest first, each with its reasons."""
        known = {path: facts[path] for path in self._columns if facts.get(path) is not None}
        totals, most = [0.0] * len(self._past), 0.0
        for path, here in known.items():
            apart = self._columns[path].apart(here)
            totals = [total + step for total, step in zip(totals, apart.steps, strict=True)]
            most += apart.most
        nearest = nsmallest(count, range(len(totals)), key=lambda place: (totals[place], place))
        return tuple(
            Near(
                self._past[place], totals[place] / most if most else 0.0, self._reasons(known, self._past[place].facts)
            )
            for place in nearest
        )

    def _reasons(self, here: Facts, there: Facts) -> tuple[Reason, ...]:
        """Return what is the same, then what is different, each with the most telling first."""
        same: list[tuple[float, Reason]] = []
        different: list[tuple[float, Reason]] = []
        for path, value in here.items():
            other = there.get(path)
            if other is None:
                continue
            comparison = self._columns[path].comparison
            weight, distance = comparison.weight(value, other), comparison.distance(value, other)
            if distance <= CLOSE and weight >= TELLING_BITS:
                same.append((weight, Reason("nearest.same", (("fact", path), ("value", said(other))))))
            elif distance > CLOSE:
                values = (("fact", path), ("here", said(value)), ("there", said(other)))
                different.append((weight * distance, Reason("nearest.different", values)))
        return (*_most_telling(same), *_most_telling(different))


@dataclass(frozen=True, slots=True)
class _Apart:
    """How far each past case is from one value, and how far it could be."""

    steps: list[float]
    most: float


class _Column:
    """One fact of all past cases; equal values are compared once."""

    def __init__(self, comparison: Comparison, values: Sequence[Value]) -> None:
        self.comparison = comparison
        self._values = values
        self._counted: dict[Value, int] = {}
        for value in values:
            if value is not None:
                self._counted[value] = self._counted.get(value, 0) + 1

    def apart(self, here: Value) -> _Apart:
        """Return the distance of each past case; where the value is not known, the mean of those where it is."""
        compare = self.comparison
        step: dict[Value, float] = {
            there: compare.weight(here, there) * compare.distance(here, there) for there in self._counted
        }
        known = sum(self._counted.values())
        step[None] = sum(step[there] * times for there, times in self._counted.items()) / known
        most = max(compare.weight(here, there) for there in self._counted)
        return _Apart([step[value] for value in self._values], most)


def said(value: Value) -> str | int:
    """Return a value as a reason carries it: yes or no, a word, a number, a time of the day, seconds."""
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | str():
            return value
        case datetime():
            return f"{value:%H:%M}"
        case timedelta():
            return int(value.total_seconds())
    return str(value)


def _most_telling(found: list[tuple[float, Reason]]) -> list[Reason]:
    return [reason for _, reason in sorted(found, key=lambda one: -one[0])[:SHOWN]]
