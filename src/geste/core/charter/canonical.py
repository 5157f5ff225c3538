"""Canonical: a condition written out so that it can be read again: one expression if that is short, else its parts."""

from functools import lru_cache

from geste.core import limits
from geste.core.charter import expression as e
from geste.core.charter.blocks import Spelled, quoted, word
from geste.core.charter.cel import ExpressionRefused, read_expression
from geste.core.charter.conditions import GROUPS
from geste.core.charter.expression import Expression
from geste.core.charter.spelling import spell_expression
from geste.core.findings import NOWHERE
from geste.core.money import Currency


def write_condition(condition: Expression, currency: Currency) -> Spelled:
    """Return a condition as it is written out: an expression in quotes, or lists and tests of such."""
    text = spell_expression(condition, currency)
    return quoted(text) if is_readable(text) else _in_parts(condition, currency) or quoted(text)


def is_writable(condition: Expression, currency: Currency) -> bool:
    """Return whether a condition written out can be read again: whether no part of it is too long for an expression."""
    if is_readable(spell_expression(condition, currency)) or _is_long_choice(condition):
        return True
    parts = _parts(condition)
    return bool(parts) and all(is_writable(part, currency) for part in parts)


@lru_cache(maxsize=limits.CLAUSES)  # checked first, written out right afterwards
def is_readable(text: str) -> bool:
    """Return whether the limits let an expression of this length and depth be read."""
    if len(text) <= limits.EXPRESSION_DEPTH:
        return True
    try:
        read_expression(text, NOWHERE)
    except ExpressionRefused:
        return False
    return True


def _in_parts(condition: Expression, currency: Currency) -> Spelled | None:
    parts: list[Spelled] = [write_condition(part, currency) for part in _parts(condition)]
    match condition:
        case e.All():
            return parts
        case e.Any():
            return {"any_of": parts}
        case e.Not(operand=e.Any()):
            return {"none_of": parts}
        case e.Not():
            return {"not": parts[0]}
        case e.OneOf(operand=e.Fact(path=path), choices=choices) if _is_long_choice(condition):
            return {path: [word(text) for text in getattr(choices.type, "values", ())]}
    return None


def _parts(condition: Expression) -> tuple[Expression, ...]:
    match condition:
        case e.All(parts=parts) | e.Any(parts=parts) | e.Not(operand=e.Any(parts=parts)):
            return parts
        case e.Not(operand=operand):
            return (operand,)
    return ()


def _is_long_choice(condition: Expression) -> bool:
    """Whether a condition is a fact among words that stand in the condition itself."""
    match condition:
        case e.OneOf(operand=e.Fact(path=path), choices=e.Constant(parameter="")):
            return path not in GROUPS
    return False
