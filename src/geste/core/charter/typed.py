"""Typed: builds expressions out of typed parts, and refuses those whose types, units or ranges do not fit."""

from datetime import timedelta
from typing import NoReturn

from geste.core import limits
from geste.core.charter import literals
from geste.core.charter.expression import (
    All,
    Any,
    Arithmetic,
    Choose,
    Compare,
    Comparison,
    Constant,
    Expression,
    Not,
    OneOf,
    Operation,
    Value,
)
from geste.core.charter.ranges import computed, result_range
from geste.core.charter.types import (
    Duration,
    FreeText,
    Money,
    Number,
    Percent,
    Time,
    Type,
    Words,
    WordSet,
    YesNo,
    is_quantity,
    type_name,
)
from geste.core.findings import Finding, Place, finding, unknown_word

YES_NO = YesNo()


class Unresolved(ValueError):
    """An expression has no meaning under this vocabulary; `finding` says where and why."""

    def __init__(self, refusal: Finding) -> None:
        super().__init__(refusal.code)
        self.finding = refusal


def refuse(code: str, place: Place, **values: str | int) -> NoReturn:
    """Stop resolving with a finding at `place`.

    Raises:
        Unresolved: always.
    """
    raise Unresolved(finding(code, place, "error", **values))


def mismatch(place: Place, expected: str, found: Type) -> NoReturn:
    """Stop resolving because a part has the wrong type.

    Raises:
        Unresolved: always.
    """
    refuse("type.mismatched", place, expected=expected, found=type_name(found))


def fits(found: Type, wanted: Type) -> bool:
    """Return whether a value of type `found` may stand where `wanted` is asked for; ranges do not matter."""
    if isinstance(wanted, Words):
        return isinstance(found, Words) and set(found.values) <= set(wanted.values)
    return type(found) is type(wanted)


def joined(first: Type, second: Type) -> Type | None:
    """Return the type that holds values of both types, or None if there is none."""
    if isinstance(first, Number) and isinstance(second, Number):
        return Number(min(first.low, second.low), max(first.high, second.high))
    if isinstance(first, Money) and isinstance(second, Money):
        return Money(min(first.low, second.low), max(first.high, second.high))
    if isinstance(first, Words) and isinstance(second, Words):
        return Words(tuple(dict.fromkeys((*first.values, *second.values))))
    return first if first == second else None


def conjunction(parts: tuple[Expression, ...]) -> Expression:
    """Return "all of these", flattened."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,)))
    return flat[0] if len(flat) == 1 else All(flat, YES_NO)


def disjunction(parts: tuple[Expression, ...]) -> Expression:
    """Return "any of these", flattened."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Any) else (part,)))
    return flat[0] if len(flat) == 1 else Any(flat, YES_NO)


def negated(operand: Expression) -> Expression:
    """Return the opposite; two opposites cancel out."""
    return operand.operand if isinstance(operand, Not) else Not(operand, YES_NO)


def bare_word(text: str, place: Place, hint: Type | None) -> Constant:
    """Return what a bare word means where a value of type `hint` is wanted."""
    value: Value | None
    match hint:
        case YesNo():
            value = literals.yes_no(text)
        case Time():
            value = literals.moment(text)
        case Duration():
            span = literals.span(text)
            value = span.exact if span else None
        case Percent():
            value = literals.percent(text)
        case _:
            return word(text, place, hint)
    if value is None:
        refuse("value.unreadable", place, expected=type_name(hint), found=text[:40])
    return Constant(value, hint)


def word(text: str, place: Place, hint: Type | None) -> Constant:
    """Return a word; where one of a closed list is wanted it must be on the list."""
    if isinstance(hint, (Words, WordSet)):
        if text not in hint.values:
            raise Unresolved(unknown_word("word.not_listed", place, text, hint.values))
        return Constant(text, Words((text,)))
    if hint is not None and not isinstance(hint, FreeText):
        mismatch(place, type_name(hint), FreeText())
    return Constant(text, FreeText())


def compared(operator: Comparison, left: Expression, right: Expression, place: Place) -> Expression:
    """Return a comparison; sizes compare only within one kind of quantity, words only with their own words."""
    kind, other = left.type, right.type
    if isinstance(kind, YesNo) and isinstance(other, YesNo) and operator in ("==", "!="):
        return _answered(operator, left, right)
    sizes = (is_quantity(kind) or isinstance(kind, (Time, Duration))) and type(kind) is type(other)
    texts = operator in ("==", "!=") and isinstance(kind, (FreeText, Words)) and type(kind) is type(other)
    if not sizes and not texts:
        mismatch(place, type_name(kind), other)
    if isinstance(kind, Words) and isinstance(other, Words) and not set(kind.values) & set(other.values):
        refuse("words.never_equal", place)
    return Compare(operator, left, right, YES_NO)


def _answered(operator: Comparison, left: Expression, right: Expression) -> Expression:
    """A yes-or-no compared with a constant is itself or its opposite."""
    if isinstance(left, Constant):
        left, right = right, left
    if isinstance(right, Constant):
        return left if (right.value is True) == (operator == "==") else negated(left)
    return Compare(operator, left, right, YES_NO)


def chosen(operand: Expression, words: tuple[str, ...], places: tuple[Place, ...], parameter: str = "") -> Expression:
    """Return "one of these words"; every word must be one the operand can be."""
    if not isinstance(operand.type, (Words, FreeText)):
        mismatch(places[0], "one_of", operand.type)
    if isinstance(operand.type, Words):
        for text, place in zip(words, places, strict=True):
            word(text, place, operand.type)
    if len(words) == 1 and not parameter:
        kind = Words(words) if isinstance(operand.type, Words) else FreeText()
        return Compare("==", operand, Constant(words[0], kind), YES_NO)
    return OneOf(operand, Constant(frozenset(words), WordSet(words), parameter), YES_NO)


def arithmetic(operator: Operation, left: Expression, right: Expression, place: Place) -> Expression:
    """Return whole-number arithmetic whose result can never leave the range of a 64-bit integer."""
    kind, other = left.type, right.type
    if not is_quantity(kind):
        mismatch(place, "number", kind)
    if not is_quantity(other):
        mismatch(place, "number", other)
    if operator == "*":
        if isinstance(kind, Money) and isinstance(other, Money):
            refuse("money.multiplied", place)
    elif operator == "/":
        if not isinstance(other, Number):
            mismatch(place, "number", other)
    elif type(kind) is not type(other):
        mismatch(place, type_name(kind), other)
    if operator in ("/", "%") and (not isinstance(right, Constant) or other.low <= 0):
        refuse("division.not_by_a_positive_constant", place)
    low, high = result_range(operator, kind, other)
    if low < -limits.INTEGER or high > limits.INTEGER:
        refuse("number.too_large", place)
    result: Type = Money(low, high) if Money in (type(kind), type(other)) else Number(low, high)
    known, other_known = _plain_value(left), _plain_value(right)
    if known is not None and other_known is not None:
        return Constant(computed(operator, known, other_known), result)
    return Arithmetic(operator, left, right, result)


def _plain_value(part: Expression) -> int | None:
    """The value of a number that stands in the expression itself; a parameter keeps its name."""
    is_plain = isinstance(part, Constant) and not part.parameter
    return part.value if is_plain and isinstance(part, Constant) and isinstance(part.value, int) else None


def days_moved(part: Expression) -> int:
    """Return how many days a moment may be away from the one it is reckoned from; for a length of time, its days."""
    match part:
        case Constant(value=timedelta() as length):
            return abs(length).days + 1
        case Arithmetic(left=left, right=right) if isinstance(part.type, Time):
            return days_moved(left) + days_moved(right)
        case Arithmetic(left=left, right=right) if isinstance(part.type, Duration):
            return literals.YEARS * 366 + days_moved(left) + days_moved(right)
        case Choose(yes=yes, no=no):
            return max(days_moved(yes), days_moved(no))
    return 0


def moved(operator: Operation, left: Expression, right: Expression, place: Place) -> Expression | None:
    """Return arithmetic on moments: a moment moved by a length of time, or the time between two moments."""
    if isinstance(left.type, Time) and isinstance(right.type, Duration) and operator in ("+", "-"):
        if days_moved(left) + days_moved(right) > limits.MOVED_DAYS:
            refuse("time.moved_too_far", place)
        return Arithmetic(operator, left, right, Time())
    if isinstance(left.type, Time) and isinstance(right.type, Time) and operator == "-":
        return Arithmetic(operator, left, right, Duration())
    if isinstance(left.type, (Time, Duration)) or isinstance(right.type, (Time, Duration)):
        mismatch(place, type_name(left.type), right.type)
    return None
