"""Evaluate: the readable interpreter of expressions. Missing facts make a value unknown, and unknown is never no."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression, Value
from geste.core.charter.ranges import computed
from geste.core.money import share_of
from geste.core.windows import days_since, months_since, within

Record = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that depends on facts nobody has stated, or that only the customer claims."""

    missing: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()

    def __or__(self, other: "Unknown") -> "Unknown":
        """Return an unknown that depends on the facts of both."""
        return Unknown(
            tuple(dict.fromkeys((*self.missing, *other.missing))),
            tuple(dict.fromkeys((*self.unconfirmed, *other.unconfirmed))),
        )


Result = Value | Unknown


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression can see: facts by path, which are only claimed, earlier gestures, list elements in reach."""

    facts: Mapping[str, object]
    claimed: frozenset[str]
    given: "Callable[[e.Given], Result]"
    items: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def with_item(self, variable: str, item: Mapping[str, object]) -> "Scene":
        """Return the same scene with one more list element in reach."""
        return Scene(self.facts, self.claimed, self.given, {**self.items, variable: item})


def evaluate(expression: Expression, scene: Scene) -> Result:
    """Return the value of an expression, or what it is missing.

    Three-valued, as CEL is: a false part settles `&&` and a true part settles `||`, whatever else is unknown.
    """
    match expression:
        case e.Constant(value=value):
            return value
        case e.Fact(path=path):
            return _stated(scene.facts.get(path), path)
        case e.Item(variable=variable, field=name):
            return _stated(scene.items[variable].get(name), f"{variable}.{name}")
        case e.Not(operand=operand):
            answer = evaluate(operand, scene)
            return answer if isinstance(answer, Unknown) else not answer
        case e.All(parts=parts):
            return _settled((evaluate(part, scene) for part in parts), by=False)
        case e.Any(parts=parts):
            return _settled((evaluate(part, scene) for part in parts), by=True)
        case e.Confirmed(fact=fact):
            return _confirmed(fact, scene)
        case e.Given():
            return scene.given(expression)
        case e.Choose(condition=condition, yes=yes, no=no):
            test = evaluate(condition, scene)
            return test if isinstance(test, Unknown) else evaluate(yes if test else no, scene)
        case e.Quantified() | e.Count() | e.Total():
            return _over_list(expression, scene)
    return _strict(expression, scene)


def _stated(value: object, name: str) -> Result:
    if value is None:
        return Unknown(missing=(name,))
    return cast(Value, value)


def _confirmed(fact: e.Fact, scene: Scene) -> Result:
    if scene.facts.get(fact.path) is None:
        return Unknown(missing=(fact.path,))
    return Unknown(unconfirmed=(fact.path,)) if fact.path in scene.claimed else True


def _settled(values: Iterable[Result], *, by: bool) -> bool | Unknown:
    """Fold answers: `by` settles it at once, an unknown keeps it open."""
    open_question: Unknown | None = None
    for value in values:
        if isinstance(value, Unknown):
            open_question = value if open_question is None else open_question | value
        elif value is by:
            return by
    return (not by) if open_question is None else open_question


def _over_list(expression: e.Quantified | e.Count | e.Total, scene: Scene) -> Result:
    elements = scene.facts.get(expression.source.path)
    if elements is None:
        return Unknown(missing=(expression.source.path,))
    items = cast("tuple[Mapping[str, object], ...]", elements)
    values = [evaluate(expression.body, scene.with_item(expression.variable, item)) for item in items]
    match expression:
        case e.Quantified(quantity="any"):
            return _settled(values, by=True)
        case e.Quantified(quantity="all"):
            return _settled(values, by=False)
    unknown = [value for value in values if isinstance(value, Unknown)]
    if unknown:
        return _merged(unknown)
    total = sum(value for value in values if isinstance(value, int))
    return total == 1 if isinstance(expression, e.Quantified) else total


def _merged(unknown: list[Unknown]) -> Unknown:
    merged = unknown[0]
    for other in unknown[1:]:
        merged = merged | other
    return merged


def _strict(expression: Expression, scene: Scene) -> Result:
    """Operations that need every part: one unknown part makes the whole unknown."""
    parts = [evaluate(part, scene) for part in e.children(expression)]
    unknown = [part for part in parts if isinstance(part, Unknown)]
    if unknown:
        return _merged(unknown)
    values: list[Value] = [part for part in parts if not isinstance(part, Unknown)]
    return applied(expression, values)


def applied(expression: Expression, values: "list[Value]") -> Value:
    """Return what an operation makes of the known values of its parts."""
    match expression:
        case e.Compare(operator=operator):
            return _compared(operator, values[0], values[1])
        case e.OneOf(choices=choices):
            return values[0] in choices.value  # type: ignore[operator]
        case e.Arithmetic(operator=operator):
            return _arithmetic(operator, values[0], values[1])
        case e.Share(rate=rate):
            return share_of(values[0], rate.value)  # type: ignore[arg-type]
        case e.Outermost(extreme=extreme):
            return min(values) if extreme == "min" else max(values)
        case e.Lookup(cells=cells):
            return dict(cells)[tuple(str(value) for value in values)]
        case e.Within(span=span):
            return within(values[0], values[1], span)  # type: ignore[arg-type]
        case e.Elapsed(unit="day"):
            return days_since(values[0], values[1])  # type: ignore[arg-type]
        case e.Elapsed():
            return months_since(values[0], values[1])  # type: ignore[arg-type]
    raise AssertionError(expression)


def _compared(operator: e.Comparison, left: Value, right: Value) -> bool:
    match operator:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right  # type: ignore[operator]
        case "<=":
            return left <= right  # type: ignore[operator]
        case ">":
            return left > right  # type: ignore[operator]
        case ">=":
            return left >= right  # type: ignore[operator]


def _arithmetic(operator: e.Operation, left: Value, right: Value) -> Value:
    if isinstance(left, int) and isinstance(right, int):
        return computed(operator, left, right)
    if isinstance(left, datetime) and isinstance(right, datetime):
        return left - right
    assert isinstance(left, datetime)
    assert isinstance(right, timedelta)
    return left + right if operator == "+" else left - right
