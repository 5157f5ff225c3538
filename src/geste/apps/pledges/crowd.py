"""Crowd: how many people a figure must come from before anybody sees it."""

ENOUGH = 5
"""Fewer than five, and whoever knows the house knows who is meant."""


def shown(value: int, among: int) -> int | None:
    """Return a figure that comes from so many people, or None where they are too few to hide among."""
    return value if among >= ENOUGH else None
