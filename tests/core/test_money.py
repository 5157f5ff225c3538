"""Money is exact: what is read is what is written, and shares round one way."""

import pytest

from geste.core.money import (
    AmountRefused,
    Currency,
    currency_of,
    format_amount,
    known_currencies,
    parse_amount,
    share_of,
)

AUD, JPY, KWD = Currency("AUD", 2), Currency("JPY", 0), Currency("KWD", 3)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("0", AUD, 0),
        ("12.50", AUD, 1_250),
        ("12.5", AUD, 1_250),
        ("12.5000", AUD, 1_250),
        ("-0.01", AUD, -1),
        ("007", AUD, 700),
        ("390", JPY, 390),
        ("390.00", JPY, 390),
        ("1.234", KWD, 1_234),
        ("10000000000.00", AUD, 1_000_000_000_000),
    ],
)
def test_amount_is_read_as_minor_units(text: str, currency: Currency, minor: int) -> None:
    assert parse_amount(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "currency", "code"),
    [
        ("", AUD, "amount.unreadable"),
        ("abc", AUD, "amount.unreadable"),
        ("1,50", AUD, "amount.unreadable"),
        ("+5", AUD, "amount.unreadable"),
        (" 5", AUD, "amount.unreadable"),
        ("5.", AUD, "amount.unreadable"),
        ("1e3", AUD, "amount.unreadable"),
        ("٥", AUD, "amount.unreadable"),
        ("1.234", AUD, "amount.too_precise"),
        ("1.5", JPY, "amount.too_precise"),
        ("10000000000.01", AUD, "amount.too_large"),
        ("999999999999999", AUD, "amount.too_large"),
        ("9999999999999999", AUD, "amount.unreadable"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(text: str, currency: Currency, code: str) -> None:
    with pytest.raises(AmountRefused) as refused:
        parse_amount(text, currency)

    assert refused.value.code == code
    assert refused.value.text == text[:40]


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (1_250, AUD, "12.50"),
        (5, AUD, "0.05"),
        (-5, AUD, "-0.05"),
        (-1_250, AUD, "-12.50"),
        (0, AUD, "0.00"),
        (390, JPY, "390"),
        (-7, JPY, "-7"),
        (1_234, KWD, "1.234"),
    ],
)
def test_amount_is_written_with_all_its_decimals(minor: int, currency: Currency, text: str) -> None:
    assert format_amount(minor, currency) == text
    assert parse_amount(text, currency) == minor


@pytest.mark.parametrize(
    ("amount", "basis_points", "share"),
    [
        (21_200, 800, 1_696),
        (100, 50, 1),
        (99, 50, 0),
        (-100, 50, -1),
        (-99, 50, 0),
        (1, 5_000, 1),
        (-1, 5_000, -1),
        (333, 15_000, 500),
        (10**12, 10_000, 10**12),
        (777, 0, 0),
    ],
)
def test_share_rounds_halves_away_from_zero(amount: int, basis_points: int, share: int) -> None:
    assert share_of(amount, basis_points) == share


@pytest.mark.parametrize(("code", "exponent"), [("EUR", 2), ("JPY", 0), ("TND", 3), ("CHF", 2)])
def test_currency_has_the_decimals_of_iso_4217(code: str, exponent: int) -> None:
    assert currency_of(code) == Currency(code, exponent)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XXX", "BTC", "€"])
def test_unknown_currency_is_none(code: str) -> None:
    assert currency_of(code) is None


def test_every_known_currency_is_listed_once_and_sorted() -> None:
    codes = known_currencies()

    assert list(codes) == sorted(set(codes))
    assert all(currency_of(code) is not None for code in codes)
