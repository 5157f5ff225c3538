"""Reach: what can never hold is seen; what could hold is never called impossible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geste.core.charter.cel import read_expression
from geste.core.charter.expression import Expression
from geste.core.charter.reach import always_holds, can_hold
from geste.core.charter.resolver import resolve_condition
from geste.core.decision.evaluate import Scene, evaluate
from geste.core.findings import Place
from tests.core.expressions import Expressions
from tests.core.situations import VOCABULARY, situations


def condition(text: str) -> Expression:
    return resolve_condition(read_expression(text, Place(1, 1)), VOCABULARY)


IMPOSSIBLE = (
    "false",
    "stay.late && !stay.late",
    "stay.nights > 60",
    "stay.nights < 0",
    "stay.nights > 5 && stay.nights < 6",
    "stay.nights == 3 && stay.nights != 3",
    "stay.price < 0.00",
    "stay.nights > 5 && (stay.nights < 3 || stay.nights == 4)",
    'customer.tier == "gold" && customer.tier == "silver"',
    'customer.tier in ["gold", "silver"] && customer.tier == "platinum"',
    'customer.tier != "gold" && customer.tier != "silver" && customer.tier != "platinum"',
    'customer.id == "a" && customer.id == "b"',
    'customer.id in ["a", "b"] && customer.id == "c"',
    "size(order.lines) > 200",
    'within(stay.arrived, "1 day") && !within(stay.arrived, "10 days")',
    'within(stay.arrived, "24 hours") && !within(stay.arrived, "1 year")',
    "stay.arrived < now && stay.arrived >= now",
    'order.lines.exists(x, x.status == "open" && x.status == "shipped")',
    "stay.late ? false : stay.nights > 60",
    "rate[customer.tier] > 4",
    'given("refund", "case") < 0',
)
POSSIBLE = (
    "true",
    "stay.late || !stay.late",
    "stay.nights > 59",
    "stay.nights >= 5 && stay.nights <= 5",
    'customer.tier != "gold" && customer.tier != "silver"',
    'customer.id != "a" && customer.id != "b"',
    'within(stay.arrived, "1 month") && !within(stay.arrived, "28 days")',
    'within(stay.arrived, "1 year") && !within(stay.arrived, "365 days")',
    'order.lines.exists(x, x.status == "open") && order.lines.exists(x, x.status == "shipped")',
    "order.lines.all(x, x.paid) && order.lines.all(x, !x.paid)",
    "stay.balance < -499.99",
    "rate[customer.tier] >= 4",
    "stay.price / 2 < 0.01",
    "stay.floor % 7 == -5",
)
ALWAYS = (
    "true",
    "stay.late || !stay.late",
    "stay.nights <= 60",
    "stay.price >= 0.00",
    'customer.tier in ["gold", "silver", "platinum"]',
    "size(order.lines) >= 0",
    "order.lines.all(x, x.pieces >= 0)",
)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_condition_is_seen(text: str) -> None:
    assert not can_hold(condition(text))
    assert not always_holds(condition(text))


@pytest.mark.parametrize("text", POSSIBLE)
def test_possible_condition_is_left_alone(text: str) -> None:
    assert can_hold(condition(text))


@pytest.mark.parametrize("text", ALWAYS)
def test_condition_that_always_holds_is_seen(text: str) -> None:
    assert always_holds(condition(text))
    assert can_hold(condition(text))


def test_conditions_are_held_against_one_another() -> None:
    assert can_hold(condition("stay.nights > 5"), condition("stay.nights < 9"))
    assert not can_hold(condition("stay.nights > 5"), condition("stay.nights < 3"))


@st.composite
def conditions(draw: st.DrawFn) -> str:
    """Return a condition, extensions and all."""
    return Expressions(draw, extensions=True).yes_no(draw(st.integers(1, 3))).ours


@given(conditions(), situations(complete=True), st.integers(0, 5))
@settings(derandomize=True, max_examples=40)
def test_what_is_called_impossible_never_happens(text: str, facts: dict[str, object], times: int) -> None:
    expression = condition(text)

    happens = evaluate(expression, Scene(facts, frozenset(), lambda _: times))

    if happens is True:
        assert can_hold(expression)
    if happens is False:
        assert not always_holds(expression)
