"""Gate: where whoever wants to write waits, so that everybody has their turn, in this process and in others.

SQLite lets one write at a time, and those who wait look now and then whether it is free, less and less often. While
somebody writes again and again, they could miss for many seconds that it was. At a gate one waits at a time, and holds
it until it is free; whoever has just written comes behind them.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import IO

if sys.platform != "win32":
    import fcntl

PATIENCE_SECONDS = 5.0
LOOK_SECONDS = 0.001


class Gate:
    """The gate of one database: a file beside it that is locked and holds nothing. Whoever dies lets go of it.

    It is for fairness alone. Whoever finds none, or waits there for five seconds, goes on without: SQLite lets one
    write at a time whatever happens here.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._near = Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the gate while the block waits to write."""
        until = time.monotonic() + PATIENCE_SECONDS
        if not self._near.acquire(timeout=PATIENCE_SECONDS):
            yield
            return
        try:
            with self._locked(until):
                yield
        finally:
            self._near.release()

    @contextmanager
    def _locked(self, until: float) -> Iterator[None]:
        try:
            file = self._file.open("ab")
        except OSError:
            yield
            return
        with file:
            while not _is_ours(file) and time.monotonic() < until:
                time.sleep(LOOK_SECONDS)
            yield


def _is_ours(file: "IO[bytes]") -> bool:
    """Lock the file if nobody has, and return whether it is ours. It is until it is closed."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
