"""Amounts: decimal texts to minor units and back, quickly as programs write them and exactly in every other way."""

from collections.abc import Callable, Iterator
from typing import Final

from geste.core import limits
from geste.core.decision.values import read_amount
from geste.core.money import Currency, format_amount
from geste.wire.source import function_of

MOST: Final = limits.MONEY_MINOR
_DIGITS: Final = len(str(MOST)) - 1
"""So many digits are within the largest amount, whatever they are."""


class Unreadable(ValueError):
    """A value is not written as it must be; the readable reader says why."""


def minor_lines(name: str, low: int, high: int, places: int) -> Iterator[str]:
    """Return the lines that make the text in a local the minor units it spells; they call `exactly`.

    Digits with all decimals are read here, where every amount of so few is within the bounds.
    """
    if not low <= 0 <= 10**_DIGITS <= high:
        yield f"{name} = exactly({name}, {low}, {high})"
        return
    digits = name
    if places:
        digits = "digits"
        yield f"whole, _, decimals = {name}.partition('.'); digits = whole + decimals"
    test = f"{places} < len({digits}) <= {_DIGITS} and {digits}.isdecimal() and {digits}.isascii()"
    yield f"if {f'len(decimals) == {places} and ' if places else ''}{test}: {name} = int({digits})"
    yield f"else: {name} = exactly({name}, {low}, {high})"


def exact_reading_of(currency: Currency) -> Callable[[str, int, int], int]:
    """Return what reads an amount between two bounds, written in any way."""

    def exactly(text: str, low: int, high: int) -> int:
        minor = read_amount(text, currency)
        if isinstance(minor, str) or not low <= minor <= high:
            raise Unreadable(text)
        return minor

    return exactly


def reading_of(currency: Currency) -> Callable[[str], int]:
    """Return what reads an amount that is not negative."""
    names = {"exactly": exact_reading_of(currency)}
    lines = [*minor_lines("text", 0, MOST, currency.exponent), "return text"]
    minor: Callable[[str], int] = function_of("amount", "text", lines, names)
    return minor


def writing_of(currency: Currency) -> Callable[[int], str]:
    """Return what writes an amount as JSON."""
    unit = currency.unit
    endings = tuple(f'.{rest:0{currency.exponent}d}"' for rest in range(unit)) if currency.exponent else ('"',)

    def decimal(minor: int) -> str:
        if minor < 0:
            return f'"{format_amount(minor, currency)}"'
        return f'"{minor // unit}{endings[minor % unit]}'

    return decimal
