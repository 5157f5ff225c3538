"""Reach: can a condition ever hold? Follows what each part says about each fact and stops where two parts contradict.

It never calls a condition impossible that could hold; some impossible ones it does not see.
"""

from typing import NamedTuple

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.types import FreeText, Words, YesNo, is_quantity
from geste.core.windows import Span

UNBOUNDED = 2**70
_DAY = 86_400
_SHORTEST = {"second": 1, "minute": 60, "hour": 3_600, "day": _DAY, "month": 28 * _DAY, "year": 365 * _DAY}
_LONGEST = {"second": 1, "minute": 60, "hour": 3_600, "day": _DAY, "month": 31 * _DAY, "year": 366 * _DAY}
_OPPOSITE: dict[e.Comparison, e.Comparison] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED: dict[e.Comparison, e.Comparison] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}


class _Range(NamedTuple):
    low: int
    high: int


class _Choice(NamedTuple):
    """Among these words, or, if `all_but`, any word but these."""

    words: frozenset[object]
    all_but: bool = False


Known = dict[Expression | tuple[str, Expression], _Range | _Choice]
"""What conditions, taken to hold, say about each value they speak of."""


def can_hold(*conditions: Expression, known: Known | None = None) -> bool:
    """Return whether all of `conditions` could hold together for some facts, on top of what is `known`."""
    return assumed(*conditions, known=known) is not None


def assumed(*conditions: Expression, known: Known | None = None) -> Known | None:
    """Return what is known once all of `conditions` hold, or None if they cannot all hold."""
    return _in_turn(conditions, known or {}, truth=True)


def always_holds(condition: Expression) -> bool:
    """Return whether no facts could make `condition` fail."""
    return _assume(condition, {}, truth=False) is None


def _assume(condition: Expression, known: Known, *, truth: bool) -> Known | None:
    """Return what is known once `condition` is (or is not) the case, or None if that cannot be."""
    match condition:
        case e.Constant(value=value):
            return known if value is truth else None
        case e.Not(operand=operand):
            return _assume(operand, known, truth=not truth)
        case e.All(parts=parts) | e.Any(parts=parts):
            if isinstance(condition, e.All) == truth:
                return _in_turn(parts, known, truth=truth)
            return _joined([_assume(part, known, truth=truth) for part in parts])
        case e.Compare(operator=operator, left=left, right=right):
            return _compared(operator if truth else _OPPOSITE[operator], left, right, known)
        case e.OneOf(operand=operand, choices=choices) if isinstance(choices.value, frozenset):
            return _narrowed(operand, _Choice(frozenset(choices.value), all_but=not truth), known)
        case e.Choose(condition=test, yes=yes, no=no) if not _has_choices(test):
            if_so = _in_turn((test, yes) if truth else (test, e.Not(yes, YesNo())), known, truth=True)
            if_not = _in_turn((e.Not(test, YesNo()), no if truth else e.Not(no, YesNo())), known, truth=True)
            return _joined([if_so, if_not])
        case e.Within(since=since, span=span):
            return _aged(since, span, known, truth=truth)
        case e.Quantified(quantity="any", body=body) if truth and _assume(body, known, truth=True) is None:
            return None
        case e.Quantified(quantity="all", body=body) if not truth and _assume(body, known, truth=False) is None:
            return None
    return _narrowed(condition, _Choice(frozenset((truth,))), known)


def _has_choices(test: Expression) -> bool:
    """Whether a test itself goes two ways; each such level would double the work, and many stand inside each other."""
    return any(isinstance(part, e.Choose) for part in e.walk(test))


def _in_turn(parts: tuple[Expression, ...], known: Known, *, truth: bool) -> Known | None:
    current: Known | None = known
    for part in parts:
        current = None if current is None else _assume(part, current, truth=truth)
    return current


def _joined(cases: "list[Known | None]") -> Known | None:
    """What holds in every case that can be."""
    possible = [case for case in cases if case is not None]
    if not possible:
        return None
    first, *rest = possible
    joined: Known = {}
    for key, value in first.items():
        merged: _Range | _Choice | None = value
        for other in rest:
            merged = None if merged is None or key not in other else _either(merged, other[key])
        if merged is not None:
            joined[key] = merged
    return joined


def _either(first: _Range | _Choice, second: _Range | _Choice) -> _Range | _Choice | None:
    if isinstance(first, _Range) and isinstance(second, _Range):
        return _Range(min(first.low, second.low), max(first.high, second.high))
    if isinstance(first, _Choice) and isinstance(second, _Choice):
        if not first.all_but and not second.all_but:
            return _Choice(first.words | second.words)
        if first.all_but and second.all_but:
            return _Choice(first.words & second.words, all_but=True)
        but, among = (first, second) if first.all_but else (second, first)
        return _Choice(but.words - among.words, all_but=True)
    return None


def _compared(operator: e.Comparison, left: Expression, right: Expression, known: Known) -> Known | None:
    if isinstance(left, e.Constant) and not isinstance(right, e.Constant):
        left, right, operator = right, left, _MIRRORED[operator]
    kind, other = left.type, right.type
    if is_quantity(kind) and is_quantity(other):
        narrowed = _narrowed(left, _bounds(operator, other.low, other.high), known)
        if narrowed is None or isinstance(right, e.Constant):
            return _without(operator, left, right, narrowed)
        return _narrowed(right, _bounds(_MIRRORED[operator], kind.low, kind.high), narrowed)
    if isinstance(kind, (Words, FreeText)) and isinstance(right, e.Constant):
        return _narrowed(left, _Choice(frozenset((right.value,)), all_but=operator == "!="), known)
    positive = e.Compare(operator, left, right, YesNo())
    if operator in ("!=", ">=", ">"):
        return _narrowed(e.Compare(_OPPOSITE[operator], left, right, YesNo()), _Choice(frozenset((False,))), known)
    return _narrowed(positive, _Choice(frozenset((True,))), known)


def _bounds(operator: e.Comparison, low: int, high: int) -> _Range:
    match operator:
        case "==":
            return _Range(low, high)
        case "<":
            return _Range(-UNBOUNDED, high - 1)
        case "<=":
            return _Range(-UNBOUNDED, high)
        case ">":
            return _Range(low + 1, UNBOUNDED)
        case ">=":
            return _Range(low, UNBOUNDED)
    return _Range(-UNBOUNDED, UNBOUNDED)


def _without(operator: e.Comparison, left: Expression, right: Expression, known: Known | None) -> Known | None:
    """Not equal to the only value left is impossible."""
    if known is None or operator != "!=" or not isinstance(right, e.Constant):
        return known
    bounds = known.get(left)
    alone = isinstance(bounds, _Range) and bounds.low == bounds.high == right.value
    return None if alone else known


def _aged(since: Expression, span: Span, known: Known, *, truth: bool) -> Known | None:
    """How long ago something was, with room for what a calendar day or month may be."""
    slack = 0 if span.exact is not None else 2 * _DAY
    if truth:
        bounds = _Range(-UNBOUNDED, span.length * _LONGEST[span.unit] + slack)
    else:
        bounds = _Range(span.length * _SHORTEST[span.unit] - slack, UNBOUNDED)
    return _meeting(("age", since), bounds, known)


def _narrowed(key: Expression, value: _Range | _Choice, known: Known) -> Known | None:
    kind = key.type
    if is_quantity(kind) and isinstance(value, _Range) and key not in known:
        value = _Range(max(value.low, kind.low), min(value.high, kind.high))
    if isinstance(kind, Words) and isinstance(value, _Choice):
        allowed = frozenset(kind.values)
        value = _Choice(allowed - value.words if value.all_but else allowed & value.words)
    return _meeting(key, value, known)


def _meeting(key: Expression | tuple[str, Expression], value: _Range | _Choice, known: Known) -> Known | None:
    before = known.get(key)
    if isinstance(before, _Range) and isinstance(value, _Range):
        value = _Range(max(before.low, value.low), min(before.high, value.high))
    elif isinstance(before, _Choice) and isinstance(value, _Choice):
        value = _both(before, value)
    if isinstance(value, _Range) and value.low > value.high:
        return None
    if isinstance(value, _Choice) and not value.all_but and not value.words:
        return None
    return {**known, key: value}


def _both(first: _Choice, second: _Choice) -> _Choice:
    if first.all_but and second.all_but:
        return _Choice(first.words | second.words, all_but=True)
    if first.all_but:
        return _Choice(second.words - first.words)
    if second.all_but:
        return _Choice(first.words - second.words)
    return _Choice(first.words & second.words)
