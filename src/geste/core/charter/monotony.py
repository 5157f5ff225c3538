"""Monotony: two expressions of the same build compared part by part: which holds more often, or is larger?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from geste.core.charter import expression as e
from geste.core.charter.directions import Direction, combined, flipped, of_numbers, of_sets, of_spans
from geste.core.charter.expression import Expression
from geste.core.charter.types import Money, Number


def of_expressions(old: Expression, new: Expression) -> Direction:
    """Return how `new` compares with `old`; `apart` if the two are built differently or their parts pull apart."""
    if old == new:
        return "same"
    compare = _BY_BUILD.get(type(old)) if type(old) is type(new) else None
    return "apart" if compare is None else compare(old, new)


def _of_constants(old: e.Constant, new: e.Constant) -> Direction:
    match old.value, new.value:
        case int() as before, int() as after:
            return of_numbers(before, after)
        case timedelta() as before, timedelta() as after:
            return of_numbers(int(before.total_seconds()), int(after.total_seconds()))
    return "same" if old.value == new.value else "apart"


def _of_opposites(old: e.Not, new: e.Not) -> Direction:
    return flipped(of_expressions(old.operand, new.operand))


def _of_parts(old: e.All | e.Any | e.Outermost, new: e.All | e.Any | e.Outermost) -> Direction:
    if len(old.parts) != len(new.parts):
        return "apart"
    return combined(of_expressions(before, after) for before, after in zip(old.parts, new.parts, strict=True))


def _of_extremes(old: e.Outermost, new: e.Outermost) -> Direction:
    return _of_parts(old, new) if old.extreme == new.extreme else "apart"


def _of_choices(old: e.OneOf, new: e.OneOf) -> Direction:
    if old.operand != new.operand:
        return "apart"
    return of_sets(_words(old.choices), _words(new.choices))


def _words(choices: e.Constant) -> frozenset[str]:
    return choices.value if isinstance(choices.value, frozenset) else frozenset()


def _of_windows(old: e.Within, new: e.Within) -> Direction:
    return of_spans(old.span, new.span) if old.since == new.since else "apart"


def _of_comparisons(old: e.Compare, new: e.Compare) -> Direction:
    if old.operator != new.operator or old.operator in ("==", "!="):
        return "apart"
    left, right = of_expressions(old.left, new.left), of_expressions(old.right, new.right)
    is_floor = old.operator in (">=", ">")
    return combined((left, flipped(right)) if is_floor else (flipped(left), right))


def _of_lists(old: e.Quantified, new: e.Quantified) -> Direction:
    return "apart" if old.quantity == "one" else _of_bodies(old, new)


def _of_bodies(old: e.Quantified | e.Count, new: e.Quantified | e.Count) -> Direction:
    return of_expressions(old.body, new.body) if replace(old, body=new.body) == new else "apart"


def _of_alternatives(old: e.Choose, new: e.Choose) -> Direction:
    if old.condition != new.condition:
        return "apart"
    return combined((of_expressions(old.yes, new.yes), of_expressions(old.no, new.no)))


def _of_history(old: e.Given, new: e.Given) -> Direction:
    if old.scope != new.scope:
        return "apart"
    return combined((of_sets(frozenset(old.gestures), frozenset(new.gestures)), of_spans(old.span, new.span)))


def _of_shares(old: e.Share, new: e.Share) -> Direction:
    if old.operand == new.operand:
        return of_expressions(old.rate, new.rate) if _is_positive(old.operand) else "apart"
    return of_expressions(old.operand, new.operand) if old.rate == new.rate else "apart"


def _of_tables(old: e.Lookup, new: e.Lookup) -> Direction:
    before, after = dict(old.cells), dict(new.cells)
    if old.keys != new.keys or before.keys() != after.keys():
        return "apart"
    return combined(of_numbers(value, after[words]) for words, value in before.items())


def _of_arithmetic(old: e.Arithmetic, new: e.Arithmetic) -> Direction:
    left, right = of_expressions(old.left, new.left), of_expressions(old.right, new.right)
    if old.operator != new.operator:
        return "apart"
    if old.operator == "+":
        return combined((left, right))
    if old.operator == "-":
        return combined((left, flipped(right)))
    if right == "same" and (old.operator == "/" or (old.operator == "*" and _is_positive(old.right))):
        return left
    return right if left == "same" and old.operator == "*" and _is_positive(old.left) else "apart"


def _is_positive(expression: Expression) -> bool:
    """Whether a value, as far as its parts say, is never below zero."""
    match expression:
        case e.Constant(value=int() as value):
            return value >= 0
        case e.Fact(type=Number(low=low)) | e.Fact(type=Money(low=low)):
            return low >= 0
        case e.Arithmetic(operator="+" | "*", left=left, right=right):
            return _is_positive(left) and _is_positive(right)
        case e.Share(operand=operand) | e.Arithmetic(operator="/", left=operand):
            return _is_positive(operand)
        case e.Lookup(cells=cells):
            return all(value >= 0 for _, value in cells)
    return isinstance(expression, (e.Count, e.Given))


_BY_BUILD: dict[type, Callable[[Any, Any], Direction]] = {
    e.Constant: _of_constants,
    e.Not: _of_opposites,
    e.All: _of_parts,
    e.Any: _of_parts,
    e.Outermost: _of_extremes,
    e.OneOf: _of_choices,
    e.Within: _of_windows,
    e.Compare: _of_comparisons,
    e.Quantified: _of_lists,
    e.Count: _of_bodies,
    e.Choose: _of_alternatives,
    e.Given: _of_history,
    e.Share: _of_shares,
    e.Lookup: _of_tables,
    e.Arithmetic: _of_arithmetic,
}
