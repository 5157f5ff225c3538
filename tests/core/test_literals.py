"""Literals: each way of writing a value, and what is refused."""

from datetime import UTC, datetime, timedelta

import pytest

from geste.core.charter import literals
from geste.core.money import AmountRefused, Currency
from geste.core.windows import Span

AUD = Currency("AUD", 2)


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("-5", -5), ("1000000000", 10**9), ("007", 7)])
def test_whole_number_is_read(text: str, value: int) -> None:
    assert literals.whole_number(text) == value


@pytest.mark.parametrize("text", ["", "1.0", "1e3", "1000000001", "9999999999999", "٥", " 5", "--5", "five"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert literals.whole_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("8 %", 800), ("8%", 800), ("7.5 %", 750), ("0.05 %", 5), ("150 %", 15_000)]
)
def test_percent_is_read_as_hundredths(text: str, value: int) -> None:
    assert literals.percent(text) == value


@pytest.mark.parametrize("text", ["8", "8  %", "-8 %", "7.555 %", "%", "12345 %", "8 % off"])
def test_what_is_no_percent_is_none(text: str) -> None:
    assert literals.percent(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("90 seconds", Span(90, "second")),
        ("1 minute", Span(1, "minute")),
        ("24 hours", Span(24, "hour")),
        ("30days", Span(30, "day")),
        ("12 months", Span(12, "month")),
        ("2 year", Span(2, "year")),
    ],
)
def test_length_of_time_is_read(text: str, span: Span) -> None:
    assert literals.span(text) == span


@pytest.mark.parametrize(
    "text", ["", "5", "5 dayz", "-5 days", "1.5 hours", "5 weeks", "120001 hours", "5 Days", "١ day"]
)
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert literals.span(text) is None


@pytest.mark.parametrize(
    ("text", "span"), [("24h", Span(24, "hour")), ("90m", Span(90, "minute")), ("5s", Span(5, "second"))]
)
def test_duration_of_cel_is_read(text: str, span: Span) -> None:
    assert literals.cel_duration(text) == span


@pytest.mark.parametrize("text", ["", "24", "1d", "1h30m", "-5s", "1.5h", "876601h"])
def test_what_is_no_duration_of_cel_is_none(text: str) -> None:
    assert literals.cel_duration(text) is None


def test_moment_is_read_with_its_offset() -> None:
    moment = literals.moment("2026-05-14T01:07:00+10:00")

    assert moment == datetime(2026, 5, 13, 15, 7, tzinfo=UTC)
    assert moment is not None
    assert moment.utcoffset() == timedelta(hours=10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-05-14",
        "2026-05-14T01:07:00",
        "1899-12-31T23:59:59Z",
        "2201-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "now",
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert literals.moment(text) is None


@pytest.mark.parametrize(
    ("text", "answer"), [("yes", True), ("oui", True), ("true", True), ("no", False), ("non", False)]
)
def test_answer_is_read_in_both_languages(text: str, *, answer: bool) -> None:
    assert literals.yes_no(text) is answer


@pytest.mark.parametrize("text", ["", "Yes", "on", "1", "perhaps"])
def test_what_is_no_answer_is_none(text: str) -> None:
    assert literals.yes_no(text) is None


@pytest.mark.parametrize(("text", "minor"), [("500", 50_000), ("74.50", 7_450), ("500 AUD", 50_000), ("-5 AUD", -500)])
def test_amount_may_name_its_currency(text: str, minor: int) -> None:
    assert literals.amount(text, AUD) == minor


def test_amount_in_another_currency_is_refused() -> None:
    with pytest.raises(literals.WrongCurrency, match="EUR"):
        literals.amount("5 EUR", AUD)


def test_amount_with_too_many_decimals_is_refused() -> None:
    with pytest.raises(AmountRefused, match=r"amount\.too_precise"):
        literals.amount("1.234", AUD)


@pytest.mark.parametrize("text", ["", "five", "5 dollars", "5  AUD", "AUD 5"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert literals.amount(text, AUD) is None
