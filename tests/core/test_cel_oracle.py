"""Oracle: on every expression of the subset we say what the official CEL says, known facts or not.

Amounts are the one difference of spelling: a charter writes `50.00`, CEL sees the 5000 minor units we compute with.
What the language adds to CEL (`within`, `percent`, …) is held against a second, independent computation.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geste.core.charter.cel import read_expression
from geste.core.charter.expression import Constant, Expression
from geste.core.charter.resolver import Resolver
from geste.core.charter.spelling import spell_expression
from geste.core.charter.types import Words, type_name
from geste.core.charter.vocabulary import Parameter, Table
from geste.core.decision.emit import NAMESPACE, Emitter
from geste.core.decision.evaluate import Scene, Unknown, evaluate
from geste.core.findings import Place
from geste.core.money import share_of
from geste.core.windows import Span, Unit, days_since, months_since, within
from tests.core.expressions import Expressions, Term
from tests.core.situations import VOCABULARY, situations

cel = pytest.importorskip("cel_expr_python.cel", reason="the oracle is the official CEL: install cel-expr-python")


CEL_TYPES = {
    "yes_no": cel.Type.BOOL,
    "number": cel.Type.INT,
    "money": cel.Type.INT,
    "text": cel.Type.STRING,
    "one_of": cel.Type.STRING,
    "time": cel.Type.TIMESTAMP,
    "list": cel.Type.List(cel.Type.Map(cel.Type.STRING, cel.Type.DYN)),
}
CEL_PARAMETERS: dict[str, object] = {
    "max_nights": cel.Type.INT,
    "fee": cel.Type.INT,
    "window": cel.Type.DURATION,
    "good": cel.Type.List(cel.Type.STRING),
    "rate": cel.Type.Map(cel.Type.STRING, cel.Type.INT),
    "fees": cel.Type.Map(cel.Type.STRING, cel.Type.Map(cel.Type.STRING, cel.Type.INT)),
}


def environment() -> Any:
    """Return CEL with the same facts and parameters declared."""
    facts = {path: CEL_TYPES[type_name(declaration.type)] for path, declaration in VOCABULARY.facts.items()}
    return cel.NewEnv(variables={**facts, **CEL_PARAMETERS})


ENVIRONMENT = environment()


def plain(parameter: Parameter) -> object:
    """Return a parameter as CEL sees it."""
    value = parameter.value
    if isinstance(value, Constant):
        return sorted(value.value) if isinstance(value.value, frozenset) else value.value
    return plain_table(value)


def plain_table(table: Table) -> dict[str, object]:
    """Return a table as maps of words."""
    root: dict[str, object] = {}
    for words, value in table.cells:
        if len(words) == 1:
            root[words[0]] = value
        else:
            inner = root.setdefault(words[0], {})
            assert isinstance(inner, dict)
            inner[words[1]] = value
    return root


PARAMETER_VALUES = {name: plain(VOCABULARY.parameters[name]) for name in CEL_PARAMETERS}


def translated(text: str) -> str:
    """Return our spelling as CEL's: amounts, the only numbers with decimals, as whole minor units. Texts stay.

    Moments inside records reach CEL as texts, because its Python binding takes them no other way.
    """
    parts = re.split(r'("(?:[^"\\]|\\.)*")', text)
    for place in range(0, len(parts), 2):
        parts[place] = re.sub(r"\b(\d+)\.(\d\d)\b", lambda amount: str(int(amount[1] + amount[2])), parts[place])
        parts[place] = re.sub(r"\bitem2?\.at\b", lambda moment: f"timestamp({moment[0]})", parts[place])
    return "".join(parts)


def for_cel(value: object) -> object:
    """Return a fact as CEL's binding takes it."""
    if isinstance(value, list):
        return [
            {name: inner.isoformat() if isinstance(inner, datetime) else inner for name, inner in record.items()}
            for record in value
        ]
    return value


def ask_cel(text: str, facts: dict[str, object]) -> object:
    """Return CEL's value, or `Unknown` where CEL says that something it needs is not there."""
    data = {path: for_cel(value) for path, value in facts.items()}
    result = ENVIRONMENT.compile(text).eval(data={**data, **PARAMETER_VALUES})
    if result.type() == cel.Type.ERROR:
        assert "No value with name" in str(result.value()) or "Key not found" in str(result.value()), (
            text,
            result.value(),
        )
        return Unknown
    return result.plain_value()


def interpreted(expression: Expression, facts: dict[str, object]) -> object:
    """Return our value, or `Unknown`."""
    value = evaluate(expression, Scene(facts, frozenset(), lambda _: 0))
    return Unknown if isinstance(value, Unknown) else value


def generated(expression: Expression, facts: dict[str, object]) -> object:
    """Return what the generated source computes from facts that are all known."""
    emitter = Emitter({}, WORDS)
    source = emitter.source(expression)
    values = {local: placed(path, facts[path]) for path, local in emitter.locals.items()}
    return eval(source, {**NAMESPACE, **emitter.constants, **values})


def placed(path: str, value: object) -> object:
    """Return a fact as requests hold it: a word is its place in the list of words."""
    return WORDS[path].index(str(value)) if path in WORDS else value


WORDS = {path: fact.type.values for path, fact in VOCABULARY.facts.items() if isinstance(fact.type, Words)}


def resolved(text: str) -> Expression:
    return Resolver(VOCABULARY).resolve(read_expression(text, Place(1, 1)))


@st.composite
def terms(draw: st.DrawFn) -> Term:
    """Return an expression of any type within the subset."""
    expressions = Expressions(draw, extensions=False)
    kind = draw(st.sampled_from((expressions.yes_no, expressions.yes_no, expressions.number, expressions.amount)))
    return kind(draw(st.integers(1, 4)))


def check_known(term: Term, facts: dict[str, object]) -> None:
    expression = resolved(term.ours)

    answer = ask_cel(term.cel, facts)

    assert answer is not Unknown
    assert interpreted(expression, facts) == answer
    assert generated(expression, facts) == answer


def check_canonical(term: Term, facts: dict[str, object]) -> None:
    expression = resolved(term.ours)
    text = spell_expression(expression, VOCABULARY.currency)

    assert ask_cel(translated(text), facts) == interpreted(expression, facts)


def check_unknown(term: Term, facts: dict[str, object]) -> None:
    assert interpreted(resolved(term.ours), facts) == ask_cel(term.cel, facts)


@given(terms(), situations(complete=True))
@settings(derandomize=True, max_examples=50)
def test_interpreter_and_generated_source_say_what_cel_says(term: Term, facts: dict[str, object]) -> None:
    check_known(term, facts)


@given(terms(), situations(complete=True))
@settings(derandomize=True, max_examples=40)
def test_canonical_spelling_means_to_cel_what_it_means_to_us(term: Term, facts: dict[str, object]) -> None:
    check_canonical(term, facts)


@given(terms(), situations(complete=False))
@settings(derandomize=True, max_examples=50)
def test_what_is_unknown_to_cel_is_unknown_to_us(term: Term, facts: dict[str, object]) -> None:
    check_unknown(term, facts)


@pytest.mark.parametrize(
    "text", ["-7 / 2 == -3", "-7 % 2 == -1", "7 % 2 == 1", "2 - 3 - 4 == -5", "2 + 3 * 4 == 14", "-2 * -3 == 6"]
)
def test_arithmetic_rounds_and_binds_as_in_cel(text: str) -> None:
    assert ENVIRONMENT.compile(text).eval(data={}).plain_value() is True
    assert interpreted(resolved(text), {}) is True


# What CEL does not have: an independent computation of each.

NOW = datetime(2026, 5, 14, 1, 7, tzinfo=timezone(timedelta(hours=10)))
seconds = st.integers(1_546_300_800, 1_956_528_000)
zones = st.sampled_from([timezone(timedelta(minutes=minutes)) for minutes in (-570, -180, 0, 60, 345, 600, 840)])


@st.composite
def zoned(draw: st.DrawFn) -> datetime:
    return datetime.fromtimestamp(draw(seconds), draw(zones))


def date_there(moment: datetime, now: datetime) -> date:
    """The date that a moment has in the offset of now, by plain arithmetic on UTC."""
    offset = now.utcoffset() or timedelta()
    return ((moment - (moment.utcoffset() or timedelta())).replace(tzinfo=None) + offset).date()


def stepped(day: date, months: int) -> date:
    """The same day so many months later, one month at a time; a month without that day gives its last."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@given(zoned(), zoned(), st.integers(0, 400), st.sampled_from(("second", "minute", "hour", "day", "month", "year")))
@settings(derandomize=True, max_examples=40)
def test_window_is_open_as_long_as_counting_says(since: datetime, now: datetime, count: int, unit: Unit) -> None:
    began, today = date_there(since, now), date_there(now, now)
    if unit in ("second", "minute", "hour"):
        seconds = count * {"second": 1, "minute": 60, "hour": 3600}[unit]
        expected = now.timestamp() - since.timestamp() <= seconds
    elif unit == "day":
        expected = today.toordinal() - began.toordinal() <= count
    else:
        expected = today <= stepped(began, count * (12 if unit == "year" else 1))

    assert within(since, now, Span(count, unit)) is expected


@given(zoned(), zoned())
@example(datetime(2026, 1, 31, tzinfo=NOW.tzinfo), datetime(2026, 2, 28, 12, tzinfo=NOW.tzinfo))
@settings(derandomize=True, max_examples=40)
def test_days_and_months_since_are_what_counting_says(since: datetime, now: datetime) -> None:
    began, today = date_there(since, now), date_there(now, now)
    months = 0
    while stepped(began, months + 1) <= today:
        months += 1

    assert days_since(since, now) == today.toordinal() - began.toordinal()
    assert months_since(since, now) == months


@given(st.integers(-(10**12), 10**12), st.integers(0, 20_000))
@settings(derandomize=True, max_examples=40)
def test_share_rounds_halves_away_from_zero(amount: int, basis_points: int) -> None:
    exact = Decimal(amount) * basis_points / 10_000

    assert share_of(amount, basis_points) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


EXTENSIONS: dict[str, Callable[[dict[str, Any]], object]] = {
    "percent(7.5, stay.price)": lambda facts: int(Fraction(facts["stay.price"]) * Fraction(75, 1000) + Fraction(1, 2)),
    "percent(share, fee)": lambda _: 375,
    "min(stay.nights, stay.floor, 3)": lambda facts: min([facts["stay.nights"], facts["stay.floor"], 3]),
    "max(stay.price, fee)": lambda facts: max([facts["stay.price"], 5000]),
    "order.lines.map(x, x.price).sum()": lambda facts: int(
        sum(Decimal(line["price"]) for line in facts["order.lines"])
    ),
    "order.lines.map(x, x.pieces * 2 - 1).sum()": lambda facts: (
        sum(line["pieces"] + line["pieces"] for line in facts["order.lines"]) - len(facts["order.lines"])
    ),
    "days_since(stay.arrived)": lambda facts: (
        date_there(facts["now"], facts["now"]).toordinal() - date_there(facts["stay.arrived"], facts["now"]).toordinal()
    ),
    'within(stay.arrived, "24 hours")': lambda facts: (
        facts["now"].timestamp() - facts["stay.arrived"].timestamp() <= 86_400
    ),
    "confirmed(stay.price)": lambda _: True,
}


@pytest.mark.parametrize("text", EXTENSIONS)
@given(facts=situations(complete=True))
@settings(derandomize=True, max_examples=6)
def test_extension_computes_what_an_independent_computation_does(text: str, facts: dict[str, object]) -> None:
    expression, expected = resolved(text), EXTENSIONS[text](facts)

    assert interpreted(expression, facts) == expected
    assert generated(expression, facts) == expected


@pytest.mark.parametrize("text", EXTENSIONS)
def test_extension_is_unknown_while_its_facts_are(text: str) -> None:
    expected = 375 if text == "percent(share, fee)" else Unknown

    assert interpreted(resolved(text), {}) == expected


def test_claimed_fact_is_unknown_to_confirmed_and_known_to_everything_else() -> None:
    scene = replace(Scene({"stay.price": 5}, frozenset({"stay.price"}), lambda _: 0))

    assert evaluate(resolved("confirmed(stay.price)"), scene) == Unknown(unconfirmed=("stay.price",))
    assert evaluate(resolved("stay.price > 0.04"), scene) is True


def test_history_is_read_once_for_each_count() -> None:
    scene = Scene({}, frozenset(), lambda given: {"case": 2, "customer": 5}[given.scope])

    assert evaluate(resolved('given("refund", "case") + given("refund", "customer")'), scene) == 7
