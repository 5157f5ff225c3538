"""Failpoints: named places at which a test may stop the house dead. In production nothing is armed and nothing happens.

A place is marked with `reached("floor.place")`. Only code of the tests arms one, in its own process: there is no
setting and no variable of the environment that does.
"""

from collections.abc import Callable, Mapping
from typing import Final

NAMES: Final = (
    "execution.promised",
    "execution.taken",
    "execution.before_call",
    "execution.after_call",
    "execution.before_close",
    "execution.closed",
    "events.handled",
    "inbox.kept",
)
"""Every place there is, in the order in which a gesture passes them."""

_armed: dict[str, Callable[[], None]] = {}


class UnknownFailpoint(LookupError):
    """Nobody marked a place with this name."""


def reached(name: str) -> None:
    """Do what a test wants done here: nothing, unless it said so."""
    if _armed and name in _armed:
        _armed[name]()


def arm(acts: Mapping[str, Callable[[], None]]) -> None:
    """Let something happen at each of these places, and nothing anywhere else.

    Raises:
        UnknownFailpoint: no place has such a name.
    """
    unknown = acts.keys() - set(NAMES)
    if unknown:
        raise UnknownFailpoint(", ".join(sorted(unknown)))
    _armed.clear()
    _armed.update(acts)
