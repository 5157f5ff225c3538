"""Specialise: simplifies an expression for one gesture and one kind of actor, whose names are known beforehand."""

from collections.abc import Mapping

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression, Value
from geste.core.charter.typed import conjunction, disjunction, negated
from geste.core.charter.types import YesNo

YES, NO = e.Constant(value=True, type=YesNo()), e.Constant(value=False, type=YesNo())


def specialise(expression: Expression, known: Mapping[str, str]) -> Expression:
    """Return an expression that means the same once the facts in `known` (path to word) have these values."""
    match expression:
        case e.Fact(path=path, type=kind) if path in known:
            return e.Constant(known[path], kind)
        case e.Not(operand=operand):
            inner = specialise(operand, known)
            return _constant(not inner.value) if isinstance(inner, e.Constant) else negated(inner)
        case e.All(parts=parts):
            return _settled([specialise(part, known) for part in parts], by=False)
        case e.Any(parts=parts):
            return _settled([specialise(part, known) for part in parts], by=True)
        case e.Compare(operator="==" | "!=" as operator, left=left, right=e.Constant(value=value)):
            word = _word(left, known)
            return expression if word is None else _constant((word == value) == (operator == "=="))
        case e.OneOf(operand=operand, choices=e.Constant(value=frozenset() as words)):
            word = _word(operand, known)
            return expression if word is None else _constant(word in words)
    return expression


def _word(expression: Expression, known: Mapping[str, str]) -> Value | None:
    return known.get(expression.path) if isinstance(expression, e.Fact) else None


def _constant(value: bool) -> e.Constant:  # noqa: FBT001
    return YES if value else NO


def _settled(parts: list[Expression], *, by: bool) -> Expression:
    """Leave out the parts that are settled; one part that settles the whole is the whole."""
    open_parts = []
    for part in parts:
        if not isinstance(part, e.Constant):
            open_parts.append(part)
        elif part.value is by:
            return _constant(by)
    if not open_parts:
        return _constant(not by)
    return disjunction(tuple(open_parts)) if by else conjunction(tuple(open_parts))
