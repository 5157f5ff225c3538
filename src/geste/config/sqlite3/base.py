"""Base: where Django looks for an engine. It is Django's own, but for how a transaction begins."""

import sqlite3
import time
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from geste.config.sqlite3.gate import Gate

LOOK_SECONDS = 0.008
"""How long SQLite is let look by itself: after 1, 2 and 5 milliseconds. Later it would look less and less often."""
PRIMARY = 0xFF
"""What of an error of SQLite says its kind; the rest says more exactly which."""
gate_of = cache(Gate)
"""One in a process for each file, whichever connection asks."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that holds the gate of its database while it waits to write: each transaction of ours does."""

    coming: AbstractContextManager[object] = nullcontext()
    """Around the beginning of each transaction: entered before whoever writes here comes to the gate."""

    def _start_transaction_under_autocommit(self) -> None:
        gate = gate_of(Path(f"{self.settings_dict['NAME']}-gate"))
        with self.coming, gate.held():
            self._begin()

    def _begin(self) -> None:
        """Begin as soon as nobody writes: whoever holds the gate looks alone, so it may look often."""
        patience: float = self.settings_dict["OPTIONS"]["timeout"]
        until = time.monotonic() + patience
        self._look_for(LOOK_SECONDS)
        try:
            while not self._has_begun(until):
                pass
        finally:
            self._look_for(patience)

    def _look_for(self, seconds: float) -> None:
        self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def _has_begun(self, until: float) -> bool:
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except OperationalError as error:
            if not _is_busy(error.__cause__) or time.monotonic() > until:
                raise
            return False
        return True


def _is_busy(error: Any) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & PRIMARY == sqlite3.SQLITE_BUSY
