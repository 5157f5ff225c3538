"""Beside: what runs next to the visitors of a house: the writer, the work behind the desks, the watch.

It begins in a process of its own (see `apart`), else in the process that serves; never in one that is copied to make
another: a copy taken while another thread imports or holds a lock would wait for that lock for ever.
"""

import gc
import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from geste.config.apart import end_once_when_told, pipes, wait_for_the_end_of_the_other

if TYPE_CHECKING:
    from geste.config.working import Chore

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
GARBAGE = 20_000
"""New objects between two looks for those that hold only each other: a batch of gestures alone makes thousands."""


def begin() -> None:
    """Begin what a process that answers visitors needs, once Django is ready: everything, if nobody does it apart.

    It ends with the process; a call to the outside is finished first.
    """
    from geste.apps.gestures.services.hand_in import send_messengers, start_writer

    _settle_in()
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    if apart := pipes():
        end_once_when_told()
        send_messengers(apart, when_broken=_end)
        threading.Thread(target=_end_with_the_other, daemon=True).start()
    else:
        start_writer()
        _work_and_watch()


def begin_apart(messengers: "Sequence[Connection[Any, Any]]") -> Callable[[], None]:
    """Begin to write and work for another process, and return what ends it."""
    from geste.apps.gestures.services.hand_in import answer_messenger_at, start_writer, stop_writer

    _settle_in()
    start_writer(for_messengers=True)
    _work_and_watch()
    for pipe in messengers:
        threading.Thread(target=answer_messenger_at, args=(pipe,), daemon=True).start()
    return stop_writer


def _settle_in() -> None:
    """What was loaded stays for ever: nobody need look through it again and again for something to throw away."""
    gc.freeze()
    gc.set_threshold(GARBAGE)


def _work_and_watch() -> None:
    from geste.config.monitor import Monitor, Rereading, keep_watch
    from geste.config.working import work

    stop = threading.Event()
    threading.Thread(target=_stop_at_the_end, args=(stop,), daemon=True).start()
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
    _end()


def _end_with_the_other() -> None:
    """End when the process that writes is gone: nothing would be written, carried out or watched over any more."""
    wait_for_the_end_of_the_other()
    logger.critical("The process that writes is gone, and so is this one. Start the house again.")
    _end()


def _end() -> None:
    os.kill(os.getpid(), signal.SIGTERM)
