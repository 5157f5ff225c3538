"""Comparison: what a new condition or amount proves against the old one. Nothing is called wider that could be less."""

from dataclasses import fields, is_dataclass, replace
from typing import cast

from geste.core.charter import expression as e
from geste.core.charter.directions import Direction
from geste.core.charter.expression import Expression
from geste.core.charter.monotony import of_expressions
from geste.core.charter.reach import can_hold
from geste.core.charter.typed import joined, negated
from geste.core.charter.types import FreeText, Money, Number, Type, Words, WordSet, YesNo, is_quantity

_ENDLESS = 2**63
_ALWAYS = e.Constant(value=True, type=YesNo())


def of_conditions(old: Expression | None, new: Expression | None, facts: dict[str, Type]) -> Direction:
    """Return how the cases in which `new` holds compare with those of `old`; no condition always holds.

    `facts` gives the type of each fact that both charters declare differently. What is called wider or narrower is
    proven; what cannot be proven is `apart`.
    """
    before, after = comparable(old or _ALWAYS, facts), comparable(new or _ALWAYS, facts)
    direction = of_expressions(before, after)
    if direction != "apart":
        return direction
    grows, shrinks = _implied(before, after), _implied(after, before)
    if grows and shrinks:
        return "same"
    return "wider" if grows else "narrower" if shrinks else "apart"


def _implied(condition: Expression, consequence: Expression) -> bool:
    """Whether it is proven that `consequence` holds whenever `condition` does, one alternative after the other."""
    if isinstance(condition, e.Any):
        return all(_implied(part, consequence) for part in condition.parts)
    if isinstance(consequence, e.All):
        return all(_implied(condition, part) for part in consequence.parts)
    opposite = negated(consequence)
    # What is known first sharpens what comes second, so both orders are tried.
    return not can_hold(condition, opposite) or not can_hold(opposite, condition)


def of_amounts(old: Expression | None, new: Expression | None, facts: dict[str, Type]) -> Direction:
    """Return how the largest amount that `new` allows compares with that of `old`; None sets no bound."""
    if old is None or new is None:
        return "same" if old is new else "wider" if new is None else "narrower"
    direction = of_expressions(comparable(old, facts), comparable(new, facts))
    if direction == "apart" and is_quantity(old.type) and is_quantity(new.type):
        if old.type.high <= new.type.low:
            return "wider"
        if new.type.high <= old.type.low:
            return "narrower"
    return direction


def comparable(expression: Expression, facts: dict[str, Type]) -> Expression:
    """Return an expression without what does not count when two are compared: names of parameters, ranges of sums."""
    choice = _choice(expression)
    if choice is not None:
        return e.OneOf(comparable(choice[0], facts), _words(choice[1]), YesNo())
    match expression:
        case e.Constant():
            return replace(expression, parameter="")
        case e.Fact(path=path, type=kind):
            return replace(expression, type=facts.get(path, kind))
        case e.Lookup(keys=keys):
            return replace(expression, parameter="", keys=tuple(comparable(key, facts) for key in keys))
    return _rebuilt(expression, facts)


def _rebuilt(expression: Expression, facts: dict[str, Type]) -> Expression:
    """The same expression of comparable parts, its type as wide as either version can make it."""
    changes: dict[str, object] = {}
    for part in fields(expression):
        value = getattr(expression, part.name)
        if part.name == "type":
            changes["type"] = _broadest(value)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            changes[part.name] = tuple(comparable(cast(Expression, inner), facts) for inner in value)
        elif is_dataclass(value):
            changes[part.name] = comparable(cast(Expression, value), facts)
    return replace(expression, **changes)  # type: ignore[arg-type]


def _choice(expression: Expression) -> tuple[Expression, frozenset[str]] | None:
    """What is one of which words, if that is all an expression says: one word alone is a choice, too."""
    match expression:
        case e.Compare(operator="==", left=left, right=e.Constant(value=str() as word)):
            return left, frozenset((word,))
        case e.OneOf(operand=operand, choices=e.Constant(value=frozenset() as words)):
            return operand, words
    return None


def _words(words: frozenset[str]) -> e.Constant:
    return e.Constant(words, WordSet(tuple(sorted(words))))


def _broadest(kind: Type) -> Type:
    """A type that holds whatever either version can give, so that a proof about it holds in both."""
    if isinstance(kind, Number):
        return Number(-_ENDLESS, _ENDLESS)
    if isinstance(kind, Money):
        return Money(-_ENDLESS, _ENDLESS)
    return FreeText() if isinstance(kind, Words) else kind


def shared_types(old: dict[str, Type], new: dict[str, Type]) -> dict[str, Type]:
    """Return, for facts declared with two different types, one that holds the values of both."""
    both = {path: (kind, new[path]) for path, kind in old.items() if path in new and new[path] != kind}
    return {path: joined(before, after) or after for path, (before, after) in both.items()}
