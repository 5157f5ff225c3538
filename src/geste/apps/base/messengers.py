"""Messengers: carry what waits to another process, where it is written, and come back with the answers.

What is carried is pickled, so both processes must be of one house: one made by copying the other, over a pipe that
nobody else holds.
"""

import pickle
import threading
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain, islice
from multiprocessing.connection import Connection
from typing import Any, cast

from geste.apps.base.line import PATIENCE_SECONDS, Answer, Became, Line, TooBusy, Waiting, Wish

GONE = (EOFError, OSError)
"""What a pipe raises when nobody holds its other end any more."""


class Messengers(Line[Wish, Answer]):
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
            try:
                pipe.send([*chain.from_iterable(waiting.wishes for waiting in together)])
                became = iter(pipe.recv())
            except GONE:
                for waiting in together:
                    waiting.fail(TooBusy())
                return
            except Exception as error:  # noqa: BLE001 - what cannot be read keeps nobody else waiting
                for waiting in together:
                    waiting.fail(error)
                continue
            for waiting in together:
                _tell(waiting, [*islice(became, len(waiting.wishes))])


def _tell(waiting: Waiting[Wish, Answer], became: Sequence[Became[Answer]]) -> None:
    errors = [it.error for it in became if it.error is not None]
    if errors:
        waiting.fail(errors[0])
    else:
        waiting.tell([cast(Answer, it.answer) for it in became])


def answer_messenger(pipe: "Connection[Any, Any]", line: Line[Any, Any]) -> None:
    """Hand in what a messenger brings and give it what became of each, until nobody holds the other end."""
    with pipe, suppress(*GONE):
        while True:
            became = line.hand_in_each(pipe.recv())
            pipe.send([it if it.error is None else Became(error=_portable(it.error)) for it in became])


def _portable(error: Exception) -> Exception:
    """An error as it can be carried: one that cannot be pickled is told in words."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was written here a moment before
    except Exception:  # noqa: BLE001 - whatever keeps it from being carried
        return RuntimeError(repr(error))
    return error
