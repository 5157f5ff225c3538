"""Amounts: read quickly or exactly, they are what the readable way reads, in every currency."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geste.core import limits
from geste.core.decision.values import read_amount
from geste.core.money import Currency, currency_of, format_amount
from geste.wire.amounts import Unreadable, minor_lines, reading_of, writing_of
from geste.wire.source import function_of

MOST = limits.MONEY_MINOR
texts = st.one_of(
    st.from_regex(r"-?[0-9]{0,16}(\.[0-9]{0,5})?( [A-Z]{3})?", fullmatch=True),
    st.text(st.sampled_from("0123456789.-+_ eE٤४４²,"), max_size=16),
)
each_currency = pytest.mark.parametrize("code", ["JPY", "EUR", "BHD"])


def currency(code: str) -> Currency:
    found = currency_of(code)
    assert found is not None
    return found


def expected(text: str, code: str, low: int = 0, high: int = MOST) -> int | None:
    minor = read_amount(text, currency(code))
    return minor if isinstance(minor, int) and low <= minor <= high else None


@each_currency
@given(texts)
@example("12.")
@example(".50")
@example("12\n")
@example("1000000000000")
@example("9999999999.99")
@example("10000000000.00")
@example("10000000000.01")
@example("1000000000.000")
@example("٤٠.٠٠")
def test_an_amount_is_read_as_it_is_meant(code: str, text: str) -> None:
    try:
        minor = reading_of(currency(code))(text)
    except Unreadable:
        assert expected(text, code) is None
    else:
        assert minor == expected(text, code)


@each_currency
@pytest.mark.parametrize(("low", "high"), [(-MOST, MOST), (0, 500), (-500, 500_050), (100, MOST), (-7, MOST - 1)])
@given(text=texts)
def test_bounds_hold_however_an_amount_is_written(code: str, low: int, high: int, text: str) -> None:
    places = currency(code).exponent
    names = {"exactly": lambda text, low, high: expected(text, code, low, high)}
    read = function_of("amount", "text", [*minor_lines("text", low, high, places), "return text"], names)

    assert read(text) == expected(text, code, low, high)


@each_currency
@given(st.integers(-(10**16), 10**16))
@example(0)
@example(-1)
@example(99)
def test_an_amount_is_written_as_it_always_was(code: str, minor: int) -> None:
    assert writing_of(currency(code))(minor) == json.dumps(format_amount(minor, currency(code)))
