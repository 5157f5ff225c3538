"""Margin: the share left of a price after a gesture, and a floor that is a rule like any other."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geste.core.charter.formatter import format_charter
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.decision.margin import margin_left
from geste.core.decision.prepared import PreparedCharter, prepare

HEAD = """\
charter: c
version: 1
currency: EUR
effective: 2026-05-01
purpose: P
facts: {order: {price: money, cost: money, items: number}}
parameters: {least: 25 %}
gestures:
  discount: {name: D, kind: money_now, line: sale, cap: 900}
  item: {name: I, kind: extra, line: sale, cap: 50}
  gift: {name: G, kind: extra, line: sale, amount: none}
  refund: {name: R, kind: money_now, cap: 50}
bendable: {thin: {says: Thin.}}
"""
MARGIN = "margin: {price: order.price, cost: order.cost%s}\n"
FLOOR = ", floor: 25 %, says: S, otherwise: {bend: thin}"
AS_CLAUSE = """\
clauses:
  margin:
    says: S
    covers: [discount, item]
    require: order.price - proposal.amount - order.cost >= percent(25, order.price - proposal.amount)
    otherwise: {bend: thin}
"""


def charter_of(text: str) -> Charter:
    reading = read_charter(text)
    assert reading.charter is not None, reading.findings
    return reading.charter


def left(prepared: PreparedCharter, amount: int, **order: str) -> int | None:
    request = prepared.read({"actor": {"role": "everyone"}, "facts": {"order": order}})
    return margin_left(prepared, request, amount)


@pytest.fixture(scope="module")
def shown() -> PreparedCharter:
    return prepare(charter_of(HEAD + MARGIN % ""))


@pytest.mark.item("S0.23")
@pytest.mark.parametrize(
    ("price", "cost", "amount", "margin"),
    [
        ("200", "135", 20_00, 25_00),
        ("200", "135", 0, 32_50),
        ("212", "122.96", 16_96, 36_95),
        ("200", "190", 20_00, -5_56),
        ("200", "0", 199_99, 100_00),
        ("200", "135", 200_00, None),
        ("200", "135", 300_00, None),
        ("0", "135", 0, None),
    ],
)
def test_margin_is_what_is_left_of_the_price_that_is_paid(
    shown: PreparedCharter, price: str, cost: str, amount: int, margin: int | None
) -> None:
    assert left(shown, amount, price=price, cost=cost) == margin


def test_margin_is_not_known_without_both_facts_or_without_a_word_of_it(shown: PreparedCharter) -> None:
    assert left(shown, 0, price="200") is None
    assert left(shown, 0, cost="135") is None
    assert left(prepare(charter_of(HEAD)), 0, price="200", cost="135") is None


@given(price=st.integers(1, 10**7), cost=st.integers(0, 10**7), amount=st.integers(0, 10**7))
def test_margin_is_never_shown_higher_than_it_is(price: int, cost: int, amount: int) -> None:
    prepared = prepare(charter_of(HEAD + MARGIN % ""))
    margin = left(prepared, amount, price=f"{price / 100:.2f}", cost=f"{cost / 100:.2f}")
    if amount >= price:
        assert margin is None
        return
    exact = Fraction((price - amount - cost) * 10_000, price - amount)

    assert margin is not None
    assert exact - 1 < margin <= exact


def test_floor_is_the_clause_it_stands_for() -> None:
    charter, spelled_out = charter_of(HEAD + MARGIN % FLOOR), charter_of(HEAD + AS_CLAUSE)

    assert charter.clauses == spelled_out.clauses
    assert charter.margin_rule is charter.clauses[0]
    assert spelled_out.margin_rule is None


@pytest.mark.parametrize("block", ["", FLOOR, FLOOR.replace("25 %", "least"), FLOOR + ", covers: discount"])
def test_canonical_text_has_the_margin_once_and_reads_back(block: str) -> None:
    charter = charter_of(HEAD + MARGIN % block)
    text = format_charter(charter)

    assert charter_of(text) == charter
    assert text.count("margin:") == 1
    assert "clauses:" not in text


def test_without_a_word_a_floor_is_for_every_amount_of_a_sale() -> None:
    rule = charter_of(HEAD + MARGIN % FLOOR).margin_rule

    assert rule is not None
    assert rule.covers == ("discount", "item")


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("margin: {price: order.prise, cost: order.cost}", "fact.not_declared 14:17"),
        ("margin: {price: order.items, cost: order.cost}", "type.mismatched 14:17"),
        ("margin: {cost: order.cost}", "value.missing 14:9"),
        (MARGIN % ", floor: 25 %", "value.missing 14:9"),
        (MARGIN % ", says: S", "value.missing 14:9"),
        (MARGIN % ", floor: 25.555 %, says: S", "expression.ended_early 14:63"),
        (MARGIN % ", floor: order.price, says: S", "type.mismatched 14:55"),
        (MARGIN % FLOOR.replace("thin", "thinn"), "bend.not_known 14:88"),
        (MARGIN % FLOOR + AS_CLAUSE, "name.taken 16:3"),
    ],
)
def test_mistakes_are_found_in_their_place(block: str, found: str) -> None:
    reading = read_charter(HEAD + block)

    assert reading.charter is None
    assert [f"{one.code} {one.line}:{one.column}" for one in reading.errors] == [found]
