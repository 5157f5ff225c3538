"""How two conditions or amounts compare: wider and narrower are proven, part by part or by what can hold together."""

from functools import cache

import pytest

from geste.core.charter.cel import read_expression
from geste.core.charter.comparison import of_amounts, of_conditions, shared_types
from geste.core.charter.directions import combined, of_bounds, of_spans
from geste.core.charter.expression import Expression
from geste.core.charter.reading import read_charter
from geste.core.charter.resolver import resolve_amount, resolve_condition
from geste.core.charter.types import Number, Words
from geste.core.charter.vocabulary import Vocabulary
from geste.core.findings import Place
from geste.core.windows import Span

TEXT = """
charter: shop
version: 1
currency: EUR
effective: 2026-05-01
purpose: Put it right.
facts:
  customer: {tier: [new, silver, gold], member: yes_no, name: text}
  order: {total: money, age: number, depth: {type: number, min: -5}, at: time}
  lines: {type: list, of: {status: [open, lost, sent], price: money}}
parameters:
  few: {by: [customer.tier], gives: money, is: {new: 1, silver: 2, gold: 3}}
  more: {by: [customer.tier], gives: money, is: {new: 1, silver: 5, gold: 9}}
  mixed: {by: [customer.tier], gives: money, is: {new: 5, silver: 1, gold: 3}}
gestures:
  refund: {name: Refund, kind: money_now, cap: 50}
  card: {name: Card, kind: attention, amount: none}
"""


@cache
def vocabulary() -> Vocabulary:
    charter = read_charter(TEXT).charter
    assert charter is not None
    return charter.vocabulary


def condition(text: str) -> Expression:
    return resolve_condition(read_expression(text, Place(1, 1)), vocabulary())


def amount(text: str) -> Expression:
    return resolve_amount(read_expression(text, Place(1, 1)), vocabulary())


CONDITIONS = [
    ("order.age <= 30", "order.age <= 40", "wider"),
    ("order.age < 30", "order.age <= 29", "same"),
    ("order.age == 5", "order.age <= 9", "wider"),
    ("order.total >= 50", "order.total > 20", "wider"),
    ("customer.tier in ['silver', 'gold']", "customer.tier != 'new'", "same"),
    ("customer.tier == 'gold'", "customer.tier in ['gold', 'silver']", "wider"),
    ("customer.tier in ['gold', 'silver']", "customer.tier in ['silver', 'gold']", "same"),
    ("customer.name == 'a'", "customer.name == 'b'", "apart"),
    ("customer.member", "customer.member || order.age < 3", "wider"),
    ("customer.member || order.age < 3 || order.total > 9", "customer.member || order.total > 9", "narrower"),
    ("!(customer.member || order.age < 3)", "!customer.member", "wider"),
    ("customer.member && order.age < 3", "order.age < 3 && customer.member", "same"),
    ("customer.member", "order.age < 3", "apart"),
    ("customer.member", "confirmed(customer.member) && customer.member", "narrower"),
    ("within(order.at, '24 hours')", "within(order.at, '25 hours')", "wider"),
    ("within(order.at, '30 days')", "within(order.at, '29 days')", "narrower"),
    ("within(order.at, '12 months')", "within(order.at, '1 year')", "same"),
    ("within(order.at, '24 hours')", "within(order.at, '1 day')", "apart"),
    ("now - order.at <= duration('24h')", "now - order.at <= duration('36h')", "wider"),
    ("days_since(order.at) >= 30", "days_since(order.at) >= 31", "narrower"),
    ("given('refund', 'customer') < 2", "given('refund', 'customer') < 3", "wider"),
    ("given('refund', 'customer', '6 months') < 2", "given('refund', 'customer', '7 months') < 2", "narrower"),
    ("given('refund', 'customer') == 0", "given(['refund', 'card'], 'customer') == 0", "apart"),
    ("given('refund', 'customer') <= 0", "given(['refund', 'card'], 'customer') <= 0", "narrower"),
    ("lines.exists(l, l.status == 'lost')", "lines.exists(l, l.status in ['lost', 'open'])", "wider"),
    ("lines.all(l, l.price < 5)", "lines.all(l, l.price < 4)", "narrower"),
    ("lines.exists_one(l, l.price < 5)", "lines.exists_one(l, l.price < 4)", "apart"),
    ("lines.filter(l, l.price > 5).size() <= 1", "lines.filter(l, l.price > 9).size() <= 1", "wider"),
    ("size(lines) <= 3", "size(lines) <= 4", "wider"),
    ("order.total <= few[customer.tier]", "order.total <= more[customer.tier]", "wider"),
    ("order.total <= few[customer.tier]", "order.total <= mixed[customer.tier]", "apart"),
    ("customer.member ? order.age < 5 : order.age < 3", "customer.member ? order.age < 6 : order.age < 3", "wider"),
]
AMOUNTS = [
    ("50", "60", "wider"),
    ("order.total * 2", "order.total * 3", "wider"),
    ("order.total * order.depth", "order.total * order.depth", "same"),
    ("percent(10, order.total)", "percent(8, order.total)", "narrower"),
    ("percent(10, order.total + 5)", "percent(10, order.total + 9)", "wider"),
    ("(order.total - 5) / 2", "(order.total - 9) / 2", "narrower"),
    ("min(order.total, 50)", "min(order.total, 60)", "wider"),
    ("min(order.total, 50)", "max(order.total, 50)", "wider"),
    ("min(order.total, 50)", "max(order.total, 5)", "apart"),
    ("few[customer.tier]", "10", "wider"),
    ("more[customer.tier]", "few[customer.tier]", "narrower"),
    ("few[customer.tier]", "2", "apart"),
    ("order.total", "order.total * order.depth", "apart"),
]


@pytest.mark.parametrize(("old", "new", "direction"), CONDITIONS)
def test_conditions_are_compared(old: str, new: str, direction: str) -> None:
    mirrored = {"wider": "narrower", "narrower": "wider"}.get(direction, direction)

    assert of_conditions(condition(old), condition(new), {}) == direction
    assert of_conditions(condition(new), condition(old), {}) == mirrored


@pytest.mark.parametrize(("old", "new", "direction"), AMOUNTS)
def test_amounts_are_compared(old: str, new: str, direction: str) -> None:
    assert of_amounts(amount(old), amount(new), {}) == direction


def test_no_condition_holds_always_and_no_bound_allows_everything() -> None:
    assert of_conditions(None, condition("customer.member"), {}) == "narrower"
    assert of_conditions(None, None, {}) == "same"
    assert of_amounts(None, amount("50"), {}) == "narrower"
    assert of_bounds(5, None) == "wider"


def test_a_fact_declared_twice_is_taken_for_what_it_can_be_in_either() -> None:
    types = shared_types(
        {"a": Number(0, 5), "b": Words(("x",)), "c": Number()}, {"a": Number(3, 9), "b": Words(("y",))}
    )

    assert types == {"a": Number(0, 9), "b": Words(("x", "y"))}


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        (Span(60, "minute"), Span(1, "hour"), "same"),
        (Span(2, "year"), Span(23, "month"), "narrower"),
        (Span(10, "day"), Span(1, "month"), "wider"),
        (Span(30, "day"), Span(1, "month"), "apart"),
        (Span(48, "hour"), Span(1, "month"), "wider"),
    ],
)
def test_lengths_of_time_are_compared(old: Span, new: Span, direction: str) -> None:
    assert of_spans(old, new) == direction


def test_directions_that_pull_apart_say_nothing() -> None:
    assert combined(("same", "wider", "same")) == "wider"
    assert combined(("wider", "narrower")) == "apart"
    assert combined(()) == "same"
