"""Rounding: the last digits of a price that are not asked for, as keys to tap."""

from dataclasses import dataclass

from geste.core.charter.syntax import Charter, Gesture
from geste.core.decision.rounding import rounding_of
from geste.core.money import Currency, format_amount
from geste.interfaces.web.speech import amount, figure

# More are not found faster than an amount is typed.
MOST_KEYS = 20


@dataclass(frozen=True, slots=True)
class Key:
    """One amount that is given with one tap: its digits as they stand at the end of the price, and in words."""

    value: str
    digits: str
    words: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A price that is known, before and after."""

    value: str
    before: str
    after: str
    words: str


def step_of(charter: Charter, gesture: Gesture) -> int | None:
    """Return to which step a gesture rounds a price down, in minor units; None if it rounds nothing."""
    rounding = rounding_of(charter, gesture)
    return None if rounding is None else rounding.to


def keys_below(step: int, currency: Currency) -> tuple[Key, ...]:
    """Return a key for each amount below a step; none if they are too many to tap."""
    if step > MOST_KEYS + 1:
        return ()
    width = len(str(step - 1))
    return tuple(
        Key(format_amount(minor, currency), f"{minor:0{width}}", amount(minor, currency)) for minor in range(1, step)
    )


def rounded_down(price: int, given: int, currency: Currency) -> Whole:
    """Return a price before and after `given` is taken off."""
    before, after = figure(price, currency), figure(price - given, currency)
    return Whole(format_amount(given, currency), before, after, amount(given, currency))
