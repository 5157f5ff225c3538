"""Amounts: decimal texts to minor units and back, quickly for how programs write them and exactly for every other way."""

from collections.abc import Callable
from typing import Final

from geste.core.decision.values import read_amount
from geste.core.money import Currency, format_amount

DIGITS: Final = 12
"""So many digits are an amount whatever they are; more may be beyond the largest."""


class Unreadable(ValueError):
    """A value is not written as it must be; the readable reader says why."""


def reading_of(currency: Currency) -> Callable[[str, int, int], int]:
    """Return what reads an amount between two bounds."""
    places = currency.exponent
    point = 1 if places else 0

    def minor(text: str, low: int, high: int) -> int:
        whole, _, decimals = text.partition(".")
        digits = whole + decimals
        is_plain = len(decimals) == places < len(digits) <= DIGITS and len(digits) + point == len(text)
        if is_plain and digits.isdecimal() and digits.isascii():
            amount = int(digits)
        else:
            exact = read_amount(text, currency)
            if isinstance(exact, str):
                raise Unreadable(exact)
            amount = exact
        if low <= amount <= high:
            return amount
        raise Unreadable(text)

    return minor


def writing_of(currency: Currency) -> Callable[[int], str]:
    """Return what writes an amount as JSON."""
    unit = currency.unit
    decimals = tuple(f'{rest:0{currency.exponent}d}"' for rest in range(unit))

    def decimal(minor: int) -> str:
        if minor < 0 or unit == 1:
            return f'"{format_amount(minor, currency)}"'
        return f'"{minor // unit}.{decimals[minor % unit]}'

    return decimal
