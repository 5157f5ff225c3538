"""Rounding: what a gesture rounds down and to which step, and what that costs before anybody has done it."""

from geste.core.charter.amount_rule import Rounding
from geste.core.charter.expression import Constant
from geste.core.charter.syntax import Charter, Gesture

# What prices are rounded to: a coin or a note, and any of them with zeros behind.
COINS = frozenset({"1", "2", "5", "25"})


def rounding_of(charter: Charter, gesture: Gesture) -> Rounding | None:
    """Return what a gesture rounds down and to which step; None if it rounds nothing.

    The charter says both, or it caps what a gesture of kind `rounding` forgets: up to 0.09 off a price leads to the
    next 0.10 below, and the price is the one the charter's margin is reckoned from, if it names one.
    """
    if gesture.amount.rounding is not None:
        return gesture.amount.rounding
    cap = gesture.amount.at_most
    if gesture.kind != "rounding" or not isinstance(cap, Constant) or not isinstance(cap.value, int):
        return None
    step = cap.value + 1
    if step == 1 or str(step).rstrip("0") not in COINS:
        return None
    return Rounding("" if charter.margin is None else charter.margin.price, step)


def forecast_of_rounding(step: int, sales_per_day: int, days: int) -> int:
    """Return what rounding every sale down to whole steps costs in all, in the minor units of `step`.

    The last digits of a total are taken to be spread evenly, so a sale loses anything from 0 to `step` − 1, and
    (`step` − 1) / 2 on average: 0.02 to the next 0.05, 0.045 to the next 0.10. The sum is rounded once, half a unit up.

    Raises:
        ValueError: the step is not positive, or sales or days are negative.
    """
    if step < 1 or sales_per_day < 0 or days < 0:
        raise ValueError("a step is positive; sales and days are not negative")
    return (sales_per_day * days * (step - 1) + 1) // 2
