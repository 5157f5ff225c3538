"""Afterwards: what is done about a gesture that was given: it is taken back, or settled. As values, and no rows."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Booked, Reversal, Settlement
from geste.apps.gestures.proposals import fingerprint_of

Row = TypeVar("Row", bound=Reversal | Settlement)


class TakeBackRefused(Exception):
    """The gesture stands; `code` says why it is not taken back. Nothing was written, and the key stays unused."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SettleRefused(Exception):
    """Nothing is settled; `code` says why. Nothing was written, and the key stays unused."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """Something to do about a gesture. `key` is made by the client, once for each: the same again is done once."""

    actor: Actor
    gesture_id: int
    key: str
    now: datetime

    @property
    @abstractmethod
    def route(self) -> str:
        """What is to be done, and about which gesture."""

    @property
    def fingerprint(self) -> str:
        """What tells this from anything else that might come with the same key."""
        return fingerprint_of(self.route, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Afterwards):
    """A slip of the finger is to be undone."""

    @property
    def route(self) -> str:
        """Take back, and which."""
        return f"take back gesture {self.gesture_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle(Afterwards):
    """Something done first has been looked at, and its cost is to be booked."""

    booked: Booked
    note: str = ""

    @property
    def route(self) -> str:
        """Settle, and which."""
        return f"settle gesture {self.gesture_id}"

    @property
    def fingerprint(self) -> str:
        """The same with where it is to be booked, and the note."""
        return fingerprint_of(self.route, {"booked": self.booked.value, "note": self.note.strip()})


@dataclass(frozen=True, slots=True)
class Done(Generic[Row]):
    """What was done about a gesture. What `is_replayed` was answered before: its key came again."""

    row: Row
    is_replayed: bool = False
