"""Ports: what later stages tell the pledge report. Whoever knows how fast decisions were answered says so here."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

ReactionTimes = Callable[[datetime, datetime], Sequence[timedelta]]
"""How long each protected decision of a time waited for its first reaction."""

_known: list[ReactionTimes] = []


def tell_reaction_times(times: ReactionTimes) -> None:
    """Say from now on how fast protected decisions were answered."""
    _known[:] = [times]


def reaction_times(since: datetime, until: datetime) -> Sequence[timedelta] | None:
    """Return how fast the protected decisions of a time were answered, or None where nobody counts that."""
    return _known[0](since, until) if _known else None
