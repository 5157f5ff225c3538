"""Base: where Django looks for an engine. It is Django's own, but for how a transaction begins."""

import sqlite3
import time
from functools import cache, partial
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from geste.config.sqlite3.gate import LOOK_SECONDS, Gate

BEGIN = "BEGIN"
PRIMARY = 0xFF
"""What of an error of SQLite says its kind; the rest says more exactly which."""
gate_of = cache(Gate)
"""One in a process for each file, whichever connection asks."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that holds the gate of its database while it waits to write."""

    def create_cursor(self, name: object = None) -> Any:  # noqa: ARG002 - Django's engines have it
        """Return a cursor that waits at the gate before it begins a transaction: each of ours is there to write."""
        settings = self.settings_dict
        gate, patience = gate_of(Path(f"{settings['NAME']}-gate")), settings["OPTIONS"]["timeout"]
        return self.connection.cursor(factory=partial(_Cursor, gate, patience))


class _Cursor(base.SQLiteCursorWrapper):
    def __init__(self, gate: Gate, patience_seconds: float, *connected: Any) -> None:
        super().__init__(*connected)
        self._gate, self._patience = gate, patience_seconds

    def execute(self, query: str, params: Any = None) -> Any:
        if not query.startswith(BEGIN):
            return super().execute(query, params)
        with self._gate.held():
            return self._begin(query)

    def _begin(self, query: str) -> Any:
        """Begin as soon as nobody writes. SQLite would look less and less often; whoever holds the gate looks alone."""
        until = time.monotonic() + self._patience
        super().execute("PRAGMA busy_timeout = 0")
        try:
            while not self._has_begun(query, until):
                time.sleep(LOOK_SECONDS)
        finally:
            super().execute(f"PRAGMA busy_timeout = {int(self._patience * 1000)}")
        return self

    def _has_begun(self, query: str, until: float) -> bool:
        try:
            super().execute(query)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            return False
        return True
