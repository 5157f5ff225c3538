"""Rounding: what it costs to round sales down to a step, before anybody has done it."""


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
