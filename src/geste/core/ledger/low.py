"""Low: when an envelope is nearly used up. From then on suggestions get smaller; nothing is ever switched off."""

LOW_PERCENT = 20
"""An envelope that holds less than this share of what the charter promises it is low."""

SOFTENED_SHARE = 5_000
"""How much of a suggestion is left when its envelope is low, in hundredths of a percent."""


def is_low(*, left: int, promised: int) -> bool:
    """Return whether an envelope is nearly used up. One that was never filled is not low but empty by intention."""
    return promised > 0 and left * 100 < promised * LOW_PERCENT
