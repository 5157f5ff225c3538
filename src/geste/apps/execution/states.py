"""States: how far a promise has got, and which of them are not the end."""

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far a promise has got."""

    READY = "ready"  # nothing has happened under its key
    SENDING = "sending"  # an attempt is written down and may be under way
    UNKNOWN = "unknown"  # an attempt may have worked
    SENT = "sent"  # the other side took it and has not finished
    CHECKING = "checking"  # the same key is no longer safe: only reading back tells
    WAITING = "waiting"  # a person decides, or does it
    CONFIRMED = "confirmed"
    RETURNED = "returned"  # it will not happen: the money went back


OPEN: Final = frozenset(State) - {State.CONFIRMED, State.RETURNED}
