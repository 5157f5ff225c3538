"""Monitor: reads the books for as long as the house is open. What cannot be stops money within seconds."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from geste.apps.audit.selectors import faults_of_log, newest_checkpoint, only_grew_since
from geste.apps.audit.services.stop_money import stop_money
from geste.apps.audit.standstills import standstill_now
from geste.apps.ledger.soundness import BookReader
from geste.core.ledger.soundness import Unsound
from geste.core.log.checkpoint import NoteRefused, size_claimed

EVERY_SECONDS = 1.0
REST = 50
"""After everything was read once, nobody reads it again for so many times as long as it took."""

logger = logging.getLogger(__name__)


class Monitor:
    """Reads what is new at each look, and everything at the first and from time to time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._book = BookReader()
        self._checkpoint = ""
        self._whole_due = clock()

    def look(self) -> list[Unsound]:
        """Return what cannot be. Nothing is believed at one glance, because others write meanwhile."""
        started = self._clock()
        rewritten = self._rewritten()
        if rewritten:
            return rewritten
        if started < self._whole_due:
            return self._book.read() and everything_unsound()
        self._book = BookReader()
        found = self._book.read() or log_unsound()
        self._whole_due = self._clock() + REST * (self._clock() - started)
        return everything_unsound() if found else []

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


def _only_grew_since(kept: str) -> bool:
    try:
        return only_grew_since(kept)
    except NoteRefused:  # the key that signed it is not one of the house any more
        return False


def everything_unsound() -> list[Unsound]:
    """Read all books and the whole log twice, and return what is wrong with them both times."""
    first = {*BookReader().read(), *log_unsound()}
    return sorted(first & {*BookReader().read(), *log_unsound()}) if first else []


def log_unsound() -> list[Unsound]:
    """Read the whole log, and return what is not as it was written."""
    return [Unsound(fault.code, (("first", fault.first), ("last", fault.last))) for fault in faults_of_log()]


def look_once(monitor: Monitor) -> list[Unsound]:
    """Look, and stop money if something cannot be. Where it stands still already, nobody looks on."""
    if standstill_now() is not None:
        return []
    unsound = monitor.look()
    if unsound:
        stop_money(faults=[(fault.code, fault.values) for fault in unsound], now=timezone.now())
        logger.critical("Money stands still: %s. geste doctor says what to do.", ", ".join(it.code for it in unsound))
    return unsound


def keep_watch(ended: threading.Event) -> None:
    """Look every second until the house closes. What keeps one look from happening does not keep the next."""
    monitor = Monitor()
    while not ended.wait(EVERY_SECONDS):
        close_old_connections()
        try:
            look_once(monitor)
        except DatabaseError as error:
            logger.warning("The books could not be read: %s", error)
        except Exception:
            logger.exception("The books could not be read.")
    connection.close()
