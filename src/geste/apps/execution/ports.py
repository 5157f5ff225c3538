"""Ports: what a connector is told, what it may answer, and how it behaves. A connector knows this page and no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Operation(StrEnum):
    """What a connector is asked to do. One key is never used for two of them."""

    BY_HAND = "by_hand"
    ON_THE_SPOT = "on_the_spot"
    REFUND = "refund"
    CREDIT = "credit"
    VOUCHER = "voucher"
    LETTER = "letter"
    NOTIFY = "notify"


class Outcome(StrEnum):
    """What became of a call, as far as can be known from here."""

    CONFIRMED = "confirmed"  # done, for good
    ACCEPTED = "accepted"  # taken, and not finished
    REFUSED = "refused"  # a definite no: nothing happened, and asking again is no use
    NOT_NOW = "not_now"  # surely nothing happened; later it may
    UNKNOWN = "unknown"  # it may have happened
    NEEDS_PERSON = "needs_person"  # nothing happened, and no machine can mend why
    MISMATCH = "mismatch"  # something else happened than was asked
    ABSENT = "absent"  # read back: it is not there
    FAILED = "failed"  # read back: it was there and came to nothing
    UNREADABLE = "unreadable"  # it could not be read back


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended: the name the other side has for it, and the code of a reason."""

    outcome: Outcome
    reference: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Everything a connector may know of one promise. The amount is always there where money moves, in minor units.

    `key` is the same for every repetition of the same intention, and `began_at` when it was used first.
    """

    key: str
    gesture: int
    operation: Operation
    amount: int | None
    currency: str
    recipient: str
    title: str
    language: str
    began_at: datetime
    code: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How long the other side remembers a key, whether it can be asked what it did, and when we ask again.

    `remembers` none means for ever. After the last of `delays` a person decides, or reading back does.
    """

    delays: tuple[timedelta, ...]
    remembers: timedelta | None = None
    reads_back: bool = False


class Connector(Protocol):
    """One way out of the house."""

    @property
    def habits(self) -> Habits:
        """How the other side behaves."""

    @property
    def operations(self) -> frozenset[Operation]:
        """What it can be asked."""

    def send(self, order: Order, *, now: datetime) -> Answer:
        """Ask for it, under the order's key. Never raises for what the other side does."""

    def read_back(self, order: Order, *, now: datetime) -> Answer:
        """Ask what became of it, and change nothing."""


Connectors = Mapping[str, Connector]

NEVER_FORGET = frozenset({"email", "webhook"})
"""Connectors whose other side tells a repetition by its key for ever: what is tried again keeps its key."""
