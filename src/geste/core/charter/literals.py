"""Literals: reads numbers, amounts, shares, lengths of time and moments from the words of a charter."""

import re
from datetime import datetime, timedelta
from typing import cast, get_args

from geste.core import limits
from geste.core.money import Currency, parse_amount
from geste.core.windows import Span, Unit

_SPAN = re.compile(r"(\d{1,6}) ?(second|minute|hour|day|month|year)s?", re.ASCII)
_PERCENT = re.compile(r"(\d{1,4})(?:\.(\d{1,2}))? ?%", re.ASCII)
_MONEY = re.compile(r"(-?\d{1,15}(?:\.\d{1,4})?) ([A-Z]{3})", re.ASCII)
_CEL_SPAN = re.compile(r"(\d{1,9})(s|m|h)", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,6})?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2200
YEARS = LAST_YEAR - FIRST_YEAR + 1
"""Moments lie in these years; so many years can lie between two of them."""
_CENTURY = timedelta(days=36_525)
_LETTERS = {"s": "second", "m": "minute", "h": "hour"}

assert {"second", "minute", "hour", "day", "month", "year"} == set(get_args(Unit))


class WrongCurrency(ValueError):
    """An amount is written in another currency than the charter's."""


def is_number(text: str) -> bool:
    """Return whether `text` is a plain number, whole or with decimals."""
    return _NUMBER.fullmatch(text) is not None


def whole_number(text: str) -> int | None:
    """Return the whole number `text` spells within the limits, or None."""
    if not re.fullmatch(r"-?\d{1,12}", text, re.ASCII):
        return None
    value = int(text)
    return value if abs(value) <= limits.NUMBER else None


def amount(text: str, currency: Currency) -> int | None:
    """Return the minor units `text` spells, with or without the currency's code, or None if it is no amount.

    Raises:
        WrongCurrency: the code is another currency's.
        AmountRefused: more decimals than the currency has, or too large.
    """
    match = _MONEY.fullmatch(text)
    if match is not None:
        if match[2] != currency.code:
            raise WrongCurrency(match[2])
        return parse_amount(match[1], currency)
    return parse_amount(text, currency) if is_number(text) else None


def is_money(text: str) -> bool:
    """Return whether `text` is a number followed by a currency's code."""
    return _MONEY.fullmatch(text) is not None


def is_quantity(text: str) -> bool:
    """Return whether `text` is a number or an amount, rather than an expression that gives one."""
    return is_number(text) or is_money(text)


def percent(text: str) -> int | None:
    """Return the hundredths of a percent `text` spells (`7.5 %` is 750), or None."""
    match = _PERCENT.fullmatch(text)
    if match is None:
        return None
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))


def span(text: str) -> Span | None:
    """Return the length of time `text` spells (`24 hours`, `1 month`), or None."""
    match = _SPAN.fullmatch(text)
    if match is None or int(match[1]) > 120_000:
        return None
    return Span(int(match[1]), cast(Unit, match[2]))


def cel_duration(text: str) -> Span | None:
    """Return the exact length of time CEL's `duration("24h")` spells in one unit, or None."""
    match = _CEL_SPAN.fullmatch(text)
    if match is None:
        return None
    parsed = Span(int(match[1]), cast(Unit, _LETTERS[match[2]]))
    return parsed if (parsed.exact or _CENTURY) <= _CENTURY else None


def moment(text: str) -> datetime | None:
    """Return the moment an ISO 8601 text with an offset spells, in the years a charter reckons with, or None."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    return value if value.tzinfo is not None and FIRST_YEAR <= value.year <= LAST_YEAR else None


def yes_no(text: str) -> bool | None:
    """Return the answer `text` spells in either language, or None."""
    return {"yes": True, "true": True, "oui": True, "no": False, "false": False, "non": False}.get(text)
