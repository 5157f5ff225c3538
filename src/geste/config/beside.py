"""Beside: what runs next to the visitors of a serving process: the writer, the work behind the desks, the watch.

It begins in the process that serves, never in the one that is copied to make it: a copy taken while another thread
imports or holds a lock would wait for that lock for ever.
"""

import gc
import os
import signal
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geste.config.working import Chore

LOOK_SECONDS = 1.0
GARBAGE = 20_000
"""New objects between two looks for those that hold only each other: a batch of gestures alone makes thousands."""


def begin() -> None:
    """Begin everything, once Django is ready. It ends with the process; a call to the outside is finished first."""
    from geste.apps.gestures.services.hand_in import start_writer
    from geste.config.monitor import Monitor, Rereading, keep_watch
    from geste.config.working import work

    # What was loaded stays for ever: nobody need look through it again and again for something to throw away.
    gc.freeze()
    gc.set_threshold(GARBAGE)
    start_writer()
    stop = threading.Event()
    threading.Thread(target=_stop_at_the_end, args=(stop,), daemon=True).start()
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    for watch in (Monitor(), Rereading()):
        threading.Thread(target=keep_watch, args=(watch, stop), daemon=True).start()
    threading.Thread(target=work, args=(_chores(), stop)).start()


def _chores() -> "Sequence[Chore]":
    """On the embedded database all the work there is; elsewhere what puts receipts into the log."""
    from django.db import connection

    from geste.apps.audit.services.include_leaves import include_leaves
    from geste.config.working import house_chores

    return house_chores() if connection.vendor == "sqlite" else (include_leaves,)


def _stop_at_the_end(stop: threading.Event) -> None:
    threading.main_thread().join()
    stop.set()


def _end_with(parent: int) -> None:
    """End when whoever started this process is gone: killed, it could not say so, and the port must become free."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
