"""Messengers: carry what waits to another process, where it is written, and come back with the answers.

What is carried is pickled, so both processes must be of one house: one made by copying the other, over a pipe that
nobody else holds.
"""

import pickle
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice, repeat
from multiprocessing.connection import Connection
from typing import Any

from geste.apps.base.waiting_room import PATIENCE_SECONDS, Answer, Became, TooBusy, WaitingRoom, Wish

GONE = (EOFError, OSError)
"""What a pipe raises when nobody holds its other end any more."""


class Messengers(WaitingRoom[Wish, Answer]):
    """One for each pipe: while one waits for what it has carried over, the other takes those who come meanwhile.

    When the other process is gone, whoever waits is told to ask again: what was written is found by its key.
    """

    def __init__(self, pipes: "Sequence[Connection[Any, Any]]", *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        super().__init__(patience_seconds=patience_seconds)
        self._threads = [
            threading.Thread(target=self._run, args=(pipe,), name="geste-messenger", daemon=True) for pipe in pipes
        ]

    def start(self) -> None:
        """Begin to carry."""
        for thread in self._threads:
            thread.start()

    def _run(self, pipe: "Connection[Any, Any]") -> None:
        while together := self.take():
            became: Iterator[Became[Answer]] = _carried(
                pipe, [*chain.from_iterable(waiting.wishes for waiting in together)]
            )
            for waiting in together:
                waiting.tell([*islice(became, len(waiting.wishes))])


def _carried(pipe: "Connection[Any, Any]", wishes: Sequence[Wish]) -> Iterator[Became[Answer]]:
    """What became of wishes over there; if nobody is there any more, it is open."""
    try:
        pipe.send(wishes)
        return iter(pipe.recv())
    except GONE:
        return repeat(Became(error=TooBusy()))
    except Exception as error:  # noqa: BLE001 - what cannot be carried or read keeps nobody else waiting
        return repeat(Became(error=error))


def answer_messenger(pipe: "Connection[Any, Any]", room: WaitingRoom[Any, Any]) -> None:
    """Hand in what a messenger brings and give it what became of each, until nobody holds the other end."""
    with pipe, suppress(*GONE):
        while True:
            wishes = pipe.recv()
            try:
                became = room.hand_in_each(wishes)
            except TooBusy as busy:
                became = [Became(error=busy)] * len(wishes)
            pipe.send([it if it.error is None else Became(error=_portable(it.error)) for it in became])


def _portable(error: Exception) -> Exception:
    """An error as it can be carried: one that cannot be pickled is told in words."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was written here a moment before
    except Exception:  # noqa: BLE001 - whatever keeps it from being carried
        return RuntimeError(repr(error))
    return error
