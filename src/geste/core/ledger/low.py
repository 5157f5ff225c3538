"""Low: when an envelope is nearly used up. From then on suggestions get smaller; nothing is ever switched off."""

LOW_PERCENT = 20
"""An envelope that holds less than this share of what was put in is low."""


def is_low(*, left: int, cap: int) -> bool:
    """Return whether an envelope is nearly used up. One that was never filled is not low but empty by intention."""
    return cap > 0 and left * 100 < cap * LOW_PERCENT
