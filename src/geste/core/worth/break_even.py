"""Break even: by how many points a gesture has to raise the chance that a customer stays, to pay for itself."""

HUNDREDTHS = 10_000
"""Hundredths of a point in the whole."""


def break_even(*, cost: int, value: int) -> int | None:
    """Return hundredths of a percentage point: 100 × real cost ÷ what the customer is worth, both in minor units.

    None where there is nothing to reckon with: it costs nothing, or the customer is worth nothing that is known. More
    than a hundred points can never be earned back, and is said all the same: the figure argues, it decides nothing.
    """
    if cost <= 0 or value <= 0:
        return None
    return (2 * HUNDREDTHS * cost + value) // (2 * value)
