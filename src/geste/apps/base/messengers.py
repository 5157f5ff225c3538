"""Messengers: carry what waits to another process, where it is written, and come back with the answers.

What is carried is pickled, so both processes must be of one house: one made by copying the other, over a pipe that
nobody else holds.
"""

import logging
import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, count, islice, repeat
from multiprocessing.connection import Connection
from typing import Any

from geste.apps.base.waiting_room import PATIENCE_SECONDS, Answer, Became, TooBusy, Waiting, WaitingRoom, Wish

GONE = (EOFError, OSError)
"""What a pipe raises when nobody holds its other end any more."""
log = logging.getLogger(__name__)


class Astray(Exception):
    """What came back was the answer to something else."""


class Messengers(WaitingRoom[Wish, Answer]):
    """One for each pipe: while one waits for what it has carried over, the other takes those who come meanwhile.

    When a pipe is of no use any more, whoever waits is told to ask again: what was written is found by its key. Then
    `when_broken` is called, once or more; nothing is carried over that pipe again.
    """

    def __init__(
        self,
        pipes: "Sequence[Connection[Any, Any]]",
        *,
        when_broken: Callable[[], object],
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        super().__init__(patience_seconds=patience_seconds)
        self._when_broken = when_broken
        self._errands = count()
        self._threads = [
            threading.Thread(target=self._run, args=(pipe,), name="geste-messenger", daemon=True) for pipe in pipes
        ]

    def start(self) -> None:
        """Begin to carry."""
        for thread in self._threads:
            thread.start()

    def _run(self, pipe: "Connection[Any, Any]") -> None:
        while together := self.take():
            wishes = [*chain.from_iterable(waiting.wishes for waiting in together)]
            try:
                became = self._carried(pipe, wishes)
            except Exception as error:
                if not isinstance(error, GONE):
                    log.exception("What was carried to the process that writes has not come back")
                _tell(together, repeat(Became(error=TooBusy())))
                self._when_broken()
                return
            _tell(together, became)

    def _carried(self, pipe: "Connection[Any, Any]", wishes: Sequence[Wish]) -> Iterator[Became[Answer]]:
        errand = os.getpid(), next(self._errands)
        try:
            pipe.send((errand, wishes))
        except GONE:
            raise
        except Exception as error:  # noqa: BLE001 - what cannot be pickled was not sent, and keeps nobody else waiting
            return repeat(Became(error=error))
        answered, became = pipe.recv()
        if answered != errand:
            raise Astray(answered)
        return iter(became)


def _tell(together: Sequence[Waiting[Wish, Answer]], became: Iterator[Became[Answer]]) -> None:
    for waiting in together:
        waiting.tell([*islice(became, len(waiting.wishes))])


def answer_messenger(pipe: "Connection[Any, Any]", room: WaitingRoom[Any, Any]) -> None:
    """Hand in what a messenger brings and give it what became of each, until nobody holds the other end."""
    with pipe, suppress(*GONE):
        while True:
            errand, wishes = pipe.recv()
            try:
                became = room.hand_in_each(wishes)
            except TooBusy as busy:
                became = [Became(error=busy)] * len(wishes)
            pipe.send((errand, [it if it.error is None else Became(error=_portable(it.error)) for it in became]))


def _portable(error: Exception) -> Exception:
    """An error as it can be carried: one that cannot be pickled is told in words."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was written here a moment before
    except Exception:  # noqa: BLE001 - whatever keeps it from being carried
        return RuntimeError(repr(error))
    return error
