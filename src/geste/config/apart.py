"""Apart: the process that writes and works, made before the one that answers visitors, and ended with it.

An interpreter does one thing at a time. With two of them visitors are answered while gestures are written, and what is
done behind the desks keeps nobody waiting.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from django.db import connections

MESSENGERS = 2
"""While one waits for what is being written, the other takes those who come meanwhile."""
ENDING = (signal.SIGINT, signal.SIGTERM)
"""Sent to all processes of a house at once. Who answers visitors ends first: what they handed in is written yet."""
LOOK_SECONDS, STARTER_SECONDS = 0.05, 2.0

_near: "list[Connection[Any, Any]]" = []
"""This side's ends of all pipes, the lifeline last; none where there is no other process."""


def pipes() -> "Sequence[Connection[Any, Any]]":
    """Return where this process carries what is to be written; nowhere where it writes itself."""
    return _near[:-1]


def wait_for_the_end_of_the_other() -> None:
    """Return when the process that writes is gone."""
    with suppress(EOFError, OSError):
        _near[-1].recv()


def end_once_when_told() -> None:
    """Let the server of this process, which was made in a block of `working_apart`, end when it is told to, once.

    Told a second time while it hears the first, it would wait for itself for ever; told before it listens, it would not
    hear it. So nobody is interrupted: a thread waits until it is told, and tells the server when that listens. Whoever
    started the server ends it: ending by itself, it would be taken for broken. Told by others, it has them told first.
    """
    told = os.getppid(), signal.getsignal(signal.SIGTERM)
    threading.Thread(target=_tell_once, args=told, daemon=True).start()


def _tell_once(starter: int, before: object) -> None:
    told = signal.sigwaitinfo([signal.SIGTERM])
    if told.si_pid not in (starter, os.getpid()) and os.getppid() == starter:
        os.kill(starter, signal.SIGTERM)
        # Both at once would be heard as one.
        signal.sigtimedwait([signal.SIGTERM], STARTER_SECONDS)
    while (ends := signal.getsignal(signal.SIGTERM)) == before or not callable(ends):
        time.sleep(LOOK_SECONDS)
    ends(signal.SIGTERM, None)


@contextmanager
def working_apart(begin: "Callable[[Sequence[Connection[Any, Any]]], Callable[[], object]]") -> Iterator[None]:
    """Have another process write and work for as long as the block lasts, for this one and those made in the block.

    There `begin` is given the far ends of the pipes, and returns what ends it. No other thread may be at work here,
    because this process is copied. On systems where that is not safe there is no other, and who answers visitors writes
    and works too.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    connections.close_all()
    making = multiprocessing.get_context("fork")
    # Over the lifeline nothing is ever said: it ends on one side when nobody is left on the other.
    far, near = zip(*(making.Pipe() for _ in range(MESSENGERS + 1)), strict=True)
    process = making.Process(target=_live, args=(begin, far, near))
    process.start()
    for end in far:
        end.close()
    _near.extend(near)
    # Whoever is made from here on hears nothing of signals before `end_once_when_told`.
    os.register_at_fork(
        before=partial(signal.pthread_sigmask, signal.SIG_BLOCK, ENDING),
        after_in_parent=partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, ENDING),
    )
    try:
        yield
    finally:
        while _near:
            _near.pop().close()
        process.join()


def _live(
    begin: "Callable[[Sequence[Connection[Any, Any]]], Callable[[], object]]",
    far: "Sequence[Connection[Any, Any]]",
    near: "Sequence[Connection[Any, Any]]",
) -> None:
    """Write and work until nobody is left who answers visitors."""
    for end in near:
        end.close()
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    *messengers, lifeline = far
    end_it = begin(messengers)
    with suppress(EOFError, OSError):
        lifeline.recv()
    end_it()
