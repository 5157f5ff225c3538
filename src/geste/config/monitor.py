"""Monitor: reads the books for as long as the house is open. What cannot be stops money within seconds."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from geste.apps.audit.selectors import newest_checkpoint, only_grew_since
from geste.apps.audit.services.stop_money import stop_money
from geste.apps.audit.soundness import Rest, faults_of_log, no_rest
from geste.apps.audit.standstills import standstill_now
from geste.apps.ledger.soundness import BookReader
from geste.core.ledger.soundness import Unsound
from geste.core.log.checkpoint import NoteRefused, size_claimed

EVERY_SECONDS = 1.0
ROOM = 4
"""Between two parts of a long reading, others have the interpreter for so many times as long as the part took."""
REST = 10
"""After everything was read once, nobody reads it again for so many times as long as it took, room for others included:
a fiftieth of the time at most."""

logger = logging.getLogger(__name__)


class Watch(Protocol):
    """Something that looks whether anything cannot be."""

    def look(self) -> list[Unsound]:
        """Return what cannot be. Nothing is believed at one glance, because others write meanwhile."""


class Monitor:
    """Reads what is new at each look, and whether the newest checkpoint follows from the one before."""

    def __init__(self) -> None:
        self._book = BookReader()
        self._checkpoint = ""

    def look(self) -> list[Unsound]:
        """Return what cannot be, as soon as it was seen twice: however much was ever written, that takes no longer."""
        before = self._book.copy()
        wrong = self._rewritten() or self._book.read()
        if not wrong:
            return []
        found = sorted({*wrong} & {*(self._rewritten() or before.read())})
        # Once people have mended something, what was folded of it before is worth nothing.
        self._book = BookReader() if found else before
        return found

    def _rewritten(self) -> list[Unsound]:
        """Compare the newest checkpoint with the last one seen: whoever has the key can sign another history."""
        newest, before = newest_checkpoint(), self._checkpoint
        if newest == before:
            return []
        if before and not _only_grew_since(before):
            last = max(size_claimed(before) - 1, 0)
            return [Unsound("checkpoint.contradicted", (("first", 0), ("last", last)))]
        self._checkpoint = newest
        return []


class Rereading:
    """Reads all of it at the first look and from time to time, part after part: nobody waits for the whole."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, pause: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock, self._pause = clock, pause
        self._due = self._begun = clock()

    def look(self) -> list[Unsound]:
        """Return what cannot be; nothing at all before it is time to read again."""
        started = self._begun = self._clock()
        if started < self._due:
            return []
        found = BookReader(self._leave_room).read() or log_unsound(self._leave_room)
        self._due = self._clock() + REST * (self._clock() - started)
        return everything_unsound() if found else []

    def _leave_room(self) -> None:
        self._pause(ROOM * (self._clock() - self._begun))
        self._begun = self._clock()


def _only_grew_since(kept: str) -> bool:
    try:
        return only_grew_since(kept)
    except NoteRefused:  # the key that signed it is not one of the house any more
        return False


def everything_unsound() -> list[Unsound]:
    """Read all books and the whole log twice, and return what is wrong with them both times."""
    first = {*BookReader().read(), *log_unsound()}
    return sorted(first & {*BookReader().read(), *log_unsound()}) if first else []


def log_unsound(rest: Rest = no_rest) -> list[Unsound]:
    """Read the whole log, and return what is not as it was written."""
    faults = faults_of_log(rest=rest)
    return [Unsound(fault.code, (("first", fault.first), ("last", fault.last))) for fault in faults]


def look_once(watch: Watch) -> list[Unsound]:
    """Look, and stop money if something cannot be. Where it stands still already, nobody looks on."""
    if standstill_now() is not None:
        return []
    unsound = watch.look()
    if unsound:
        stop_money(faults=[(fault.code, fault.values) for fault in unsound], now=timezone.now())
        logger.critical("Money stands still: %s. geste doctor says what to do.", ", ".join(it.code for it in unsound))
    return unsound


def keep_watch(watch: Watch, ended: threading.Event) -> None:
    """Look every second until the house closes. What keeps one look from happening does not keep the next."""
    while not ended.wait(EVERY_SECONDS):
        close_old_connections()
        try:
            look_once(watch)
        except DatabaseError as error:
            logger.warning("The books could not be read: %s", error)
        except Exception:
            logger.exception("The books could not be read.")
    connection.close()
