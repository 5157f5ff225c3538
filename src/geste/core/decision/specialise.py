"""Specialise: simplifies an expression for one gesture and one kind of actor, whose names are known beforehand."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression, children
from geste.core.charter.typed import conjunction, disjunction, negated
from geste.core.charter.types import YesNo
from geste.core.decision.evaluate import applied

YES, NO = e.Constant(value=True, type=YesNo()), e.Constant(value=False, type=YesNo())


def specialise(expression: Expression, known: Mapping[str, str]) -> Expression:
    """Return an expression that means the same once the facts in `known` (path to word) have these values."""
    match expression:
        case e.Fact(path=path, type=kind) if path in known:
            return e.Constant(known[path], kind)
        case e.Not(operand=operand):
            inner = specialise(operand, known)
            return _constant(not inner.value) if isinstance(inner, e.Constant) else negated(inner)
        case e.All(parts=parts) | e.Any(parts=parts):
            return _settled([specialise(part, known) for part in parts], by=isinstance(expression, e.Any))
        case e.Choose():
            return _chosen(expression, known)
        case e.Quantified(body=body) | e.Count(body=body) | e.Total(body=body):
            return replace(expression, body=specialise(body, known))
        case e.Confirmed():
            return expression
    return _rebuilt(expression, known)


def _chosen(choice: e.Choose, known: Mapping[str, str]) -> Expression:
    test = specialise(choice.condition, known)
    if isinstance(test, e.Constant):
        return specialise(choice.yes if test.value else choice.no, known)
    return replace(choice, condition=test, yes=specialise(choice.yes, known), no=specialise(choice.no, known))


def _rebuilt(expression: Expression, known: Mapping[str, str]) -> Expression:
    """Specialise the parts of an operation that needs all of them; work it out now if all are settled."""
    parts = children(expression)
    if not parts:
        return expression
    simpler = {id(part): specialise(part, known) for part in parts}
    if all(simpler[id(part)] is part for part in parts):
        return expression
    settled = [part.value for part in simpler.values() if isinstance(part, e.Constant)]
    if len(settled) == len(parts):
        return e.Constant(applied(expression, settled), expression.type)

    def simplified(value: Any) -> Any:
        return tuple(map(simplified, value)) if isinstance(value, tuple) else simpler.get(id(value), value)

    return replace(expression, **{part.name: simplified(getattr(expression, part.name)) for part in fields(expression)})


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
