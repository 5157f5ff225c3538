"""Purse: an envelope as somebody draws on it, and which of its periods is in force. The clock alone opens none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from geste.core.charter.syntax import Period
from geste.core.ledger.periods import period_around


@dataclass(frozen=True, slots=True, kw_only=True)
class Purse:
    """An envelope of a version of the charter: what it is filled with, how often, and for whom.

    `holder` is empty for an envelope of the whole company, else the site or team whose own it is, such as `site:3`.
    """

    envelope: str
    every: Period
    amount: int
    currency: str
    charter_version: int
    holder: str = ""

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from every other purse."""
        return self.envelope, self.holder


class Running(NamedTuple):
    """The period of a purse that was opened last, with the promise of the charter it was last set by."""

    until: datetime
    cap: int
    left: int
    promised: int
    charter_version: int


class Opened(NamedTuple):
    """A period to be opened: its first moment and the first after it."""

    since: datetime
    until: datetime


def period_to_open(purse: Purse, running: Running | None, at: datetime, zone: Callable[[], datetime]) -> Opened | None:
    """Return the period that something at a moment opens, or None if the one in force goes on.

    `zone` tells the moment by the owner's clocks; it is asked only at the turn. A period is never opened backwards:
    before the end of the one in force that one goes on, whatever a clock says that has jumped back. One that was opened
    by a clock ahead of its time stays in force until its own end, so no date gets a second budget.
    """
    if running is not None and at < running.until:
        return None
    since, until = period_around(zone(), purse.every)
    return Opened(since if running is None else max(since, running.until), until)


def is_due(purse: Purse, running: Running | None, at: datetime, zone: Callable[[], datetime]) -> bool:
    """Return whether a worker is to turn a purse: the next period has begun, or a newer charter sets another amount.

    What was never drawn on waits for its first gesture, and so does a period that does not follow the one in force:
    where a clock has jumped far ahead, nobody but a person at work says that time has really passed.
    """
    if running is None:
        return False
    opened = period_to_open(purse, running, at, zone)
    if opened is None:
        return purse.charter_version > running.charter_version
    return opened.since == running.until


def change_by_charter(purse: Purse, running: Running) -> int:
    """Return by how much a newer version of the charter raises or lowers the period in force.

    What was raised by hand stays on top. It never falls below what has been used: what was given stays given.
    """
    if purse.charter_version <= running.charter_version:
        return 0
    return max(purse.amount - running.promised, -running.left)


def left_at(purse: Purse, running: Running | None, at: datetime) -> int:
    """Return what a purse has left at a moment, before anything is opened or changed for it."""
    if running is None or at >= running.until:
        return purse.amount
    return running.left + change_by_charter(purse, running)
