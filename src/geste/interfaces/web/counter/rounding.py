"""Rounding: the last digits of a price that are not asked for, as keys to tap."""

from dataclasses import dataclass

from geste.core.charter.expression import Constant
from geste.core.charter.syntax import Gesture
from geste.core.money import Currency, format_amount
from geste.interfaces.web.speech import amount, figure

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


def step_of(gesture: Gesture) -> int | None:
    """Return to which step a gesture rounds a price down, in minor units, if there are few enough amounts to tap.

    The charter says the step; or it only caps what may be forgotten, and the step is one above it.
    """
    rounding, cap = gesture.amount.rounding, gesture.amount.at_most
    if rounding is not None:
        step = rounding.to
    elif gesture.kind == "rounding" and isinstance(cap, Constant) and isinstance(cap.value, int):
        step = cap.value + 1
    else:
        return None
    return step if 1 < step <= MOST_KEYS + 1 else None


def keys_below(step: int, currency: Currency) -> tuple[Key, ...]:
    """Return a key for each amount below a step."""
    width = len(str(step - 1))
    return tuple(
        Key(format_amount(minor, currency), f"{minor:0{width}}", amount(minor, currency)) for minor in range(1, step)
    )


def rounded_down(price: int, given: int, currency: Currency) -> Whole:
    """Return a price before and after `given` is taken off."""
    before, after = figure(price, currency), figure(price - given, currency)
    return Whole(format_amount(given, currency), before, after, amount(given, currency))
