"""Directions: does a new number, set or length of time reach further than the old one, or less far?"""

from collections.abc import Iterable
from typing import Literal

from geste.core.windows import Span

Direction = Literal["same", "wider", "narrower", "apart"]
"""How the new compares with the old: more cases hold or more is given, fewer or less, or neither can be shown."""

_FLIPPED: dict[Direction, Direction] = {"wider": "narrower", "narrower": "wider", "same": "same", "apart": "apart"}
_MONTHS = {"month": 1, "year": 12}
_DAY = 86_400
_SHORTEST = {"day": _DAY, "month": 28 * _DAY, "year": 365 * _DAY}
_LONGEST = {"day": _DAY, "month": 31 * _DAY, "year": 366 * _DAY}


def flipped(direction: Direction) -> Direction:
    """Return the direction seen from the opposite."""
    return _FLIPPED[direction]


def combined(directions: Iterable[Direction]) -> Direction:
    """Return what several directions come to together."""
    found = set(directions) - {"same"}
    if not found:
        return "same"
    return found.pop() if len(found) == 1 else "apart"


def of_numbers(old: int, new: int) -> Direction:
    """Return how one number compares with another."""
    return "same" if old == new else "wider" if new > old else "narrower"


def of_bounds(old: int | None, new: int | None) -> Direction:
    """Return how one bound compares with another; None is no bound."""
    if old is None or new is None:
        return "same" if old is new else "wider" if new is None else "narrower"
    return of_numbers(old, new)


def of_sets(old: frozenset[str], new: frozenset[str]) -> Direction:
    """Return how one set compares with another."""
    if old == new:
        return "same"
    return "wider" if old < new else "narrower" if new < old else "apart"


def of_spans(old: Span | None, new: Span | None) -> Direction:
    """Return how one length of time compares with another; None is for ever."""
    if old == new:
        return "same"
    if old is None or new is None:
        return "wider" if new is None else "narrower"
    if old.exact is not None and new.exact is not None:
        return of_numbers(int(old.exact.total_seconds()), int(new.exact.total_seconds()))
    if old.unit in _MONTHS and new.unit in _MONTHS:
        return of_numbers(old.length * _MONTHS[old.unit], new.length * _MONTHS[new.unit])
    if old.unit == new.unit:
        return of_numbers(old.length, new.length)
    if _longest(old) <= _shortest(new):
        return "wider"
    return "narrower" if _longest(new) <= _shortest(old) else "apart"


def _shortest(span: Span) -> int:
    return int(span.exact.total_seconds()) if span.exact is not None else span.length * _SHORTEST[span.unit] - _DAY


def _longest(span: Span) -> int:
    return int(span.exact.total_seconds()) if span.exact is not None else span.length * _LONGEST[span.unit] + _DAY
