"""Expression: the one typed form of every condition and amount. Everything else is made from it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from geste.core.charter.types import Type
from geste.core.windows import Span

Value = bool | int | str | datetime | timedelta | frozenset[str]
Comparison = Literal["==", "!=", "<", "<=", ">", ">="]
Operation = Literal["+", "-", "*", "/", "%"]
Extreme = Literal["min", "max"]
Quantity = Literal["any", "all", "one"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that stands in the charter; `parameter` names where it came from, if it has a name."""

    value: Value
    type: Type
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a declared fact."""

    path: str
    type: Type


@dataclass(frozen=True, slots=True)
class Item:
    """A field of the list element bound to `variable`."""

    variable: str
    field: str
    type: Type


@dataclass(frozen=True, slots=True)
class Lookup:
    """A cell of a parameter table, by one or two facts that are one of the table's words."""

    parameter: str
    cells: tuple[tuple[tuple[str, ...], int], ...]
    keys: tuple["Expression", ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    operand: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; no part means yes."""

    parts: tuple["Expression", ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds; no part means no."""

    parts: tuple["Expression", ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of one kind compared."""

    operator: Comparison
    left: "Expression"
    right: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class OneOf:
    """A word is in a set of words."""

    operand: "Expression"
    choices: Constant
    type: Type


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Whole-number arithmetic; division and remainder round towards zero and have a positive constant on the right."""

    operator: Operation
    left: "Expression"
    right: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of an amount, halves rounded away from zero."""

    rate: Constant
    operand: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class Choose:
    """One of two values, by a condition."""

    condition: "Expression"
    yes: "Expression"
    no: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class Outermost:
    """The lowest or the highest of several values."""

    extreme: Extreme
    parts: tuple["Expression", ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Quantified:
    """Any, all or exactly one of a list's elements meet a condition."""

    quantity: Quantity
    source: Fact
    variable: str
    body: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a list's elements meet a condition."""

    source: Fact
    variable: str
    body: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a value over a list's elements."""

    source: Fact
    variable: str
    body: "Expression"
    type: Type


@dataclass(frozen=True, slots=True)
class Within:
    """A moment is at most so long before now."""

    since: "Expression"
    span: Span
    now: Fact
    type: Type


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Whole calendar days or months from a moment to now."""

    unit: Literal["day", "month"]
    since: "Expression"
    now: Fact
    type: Type


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A fact is known from more than the customer's word; claimed only is unknown, never no."""

    fact: Fact
    type: Type


@dataclass(frozen=True, slots=True)
class Given:
    """How many times these gestures were given before, in one scope and window."""

    gestures: tuple[str, ...]
    scope: str
    span: Span | None
    type: Type


Expression = (
    Constant
    | Fact
    | Item
    | Lookup
    | Not
    | All
    | Any
    | Compare
    | OneOf
    | Arithmetic
    | Share
    | Choose
    | Outermost
    | Quantified
    | Count
    | Total
    | Within
    | Elapsed
    | Confirmed
    | Given
)


def children(expression: Expression) -> tuple[Expression, ...]:
    """Return the parts an expression is made of."""
    match expression:
        case Constant() | Fact() | Item() | Given():
            return ()
        case Lookup(keys=keys):
            return keys
        case Not(operand=operand) | OneOf(operand=operand) | Share(operand=operand):
            return (operand,)
        case All(parts=parts) | Any(parts=parts) | Outermost(parts=parts):
            return parts
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return (left, right)
        case Choose(condition=condition, yes=yes, no=no):
            return (condition, yes, no)
        case Quantified(source=source, body=body) | Count(source=source, body=body) | Total(source=source, body=body):
            return (source, body)
        case Within(since=since, now=now) | Elapsed(since=since, now=now):
            return (since, now)
        case Confirmed(fact=fact):
            return (fact,)


def walk(expression: Expression) -> "list[Expression]":
    """Return an expression and all its parts, outermost first."""
    found: list[Expression] = []
    waiting = [expression]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(reversed(children(current)))
    return found


def facts_in(expression: Expression) -> tuple[Fact, ...]:
    """Return every fact an expression reads, each once, in order of appearance."""
    return tuple(dict.fromkeys(part for part in walk(expression) if isinstance(part, Fact)))
