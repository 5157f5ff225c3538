"""Balance: what comes back to a team for what it decides, the good and the bad. Told of teams, never of a person."""

from collections.abc import Iterable
from dataclasses import dataclass

FEWEST_PEOPLE = 5
"""A balance is told where so many people decided, so that it is nobody's."""


@dataclass(frozen=True, slots=True)
class Echo:
    """One word that came back for a decision: who had decided it, and whether it was a good word."""

    person: int
    is_good: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """How many good words came back, and how many others."""

    good: int
    bad: int


def balance_of(echoes: Iterable[Echo]) -> Balance | None:
    """Return the balance of a team, or None below five people."""
    heard = list(echoes)
    if len({echo.person for echo in heard}) < FEWEST_PEOPLE:
        return None
    good = sum(echo.is_good for echo in heard)
    return Balance(good, len(heard) - good)
