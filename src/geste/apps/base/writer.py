"""Writer: one thread that takes everything waiting and commits it in one go. What is written it does not know."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import Generic, TypeVar

from django.db import connection

Wish = TypeVar("Wish")
Answer = TypeVar("Answer")
PATIENCE_SECONDS = 10.0
BREATH_SECONDS, MOST_BREATHS = 0.001, 32
"""How long a crowd that was just answered has between two of its members to come again, and how often."""
MOST_TOGETHER, MOST_WAITING = 256, 4096
log = logging.getLogger(__name__)


class TooBusy(Exception):
    """It was not answered in time. Whether it was written is open: the same key, sent again, finds out or does it."""


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[Wish, Answer]):
    wish: Wish
    answer: "Future[Answer]" = field(default_factory=Future)


class Writer(Generic[Wish, Answer]):
    """Answers wishes in the order they come, as many at once as there are, each batch in one call of `commit`.

    `commit` does all it is given in one database transaction, or raises and has done nothing. If it raises, each wish
    is tried again alone, so that one that cannot be written sinks alone; wishes therefore carry keys.
    """

    def __init__(
        self, commit: Callable[[Sequence[Wish]], Sequence[Answer]], *, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._commit = commit
        self._patience = patience_seconds
        self._waiting: queue.Queue[_Waiting[Wish, Answer] | None] = queue.Queue(MOST_WAITING)
        self._is_crowded = False
        self._under_way = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="geste-writer", daemon=True)

    @property
    def waiting(self) -> int:
        """How many wishes nobody has begun with."""
        return self._waiting.qsize()

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Answer what is waiting, then end."""
        self._waiting.put(None)
        self._thread.join()

    def hand_in(self, wishes: Sequence[Wish]) -> list[Answer]:
        """Return the answers to some wishes, once they are on disk.

        Raises:
            TooBusy: there was none in time, or too many are waiting. What has not begun by then is never written.
        """
        together: list[_Waiting[Wish, Answer]] = [_Waiting(wish) for wish in wishes]
        until = monotonic() + self._patience
        try:
            for waiting in together:
                self._waiting.put(waiting, timeout=max(0.0, until - monotonic()))
            return [waiting.answer.result(max(0.0, until - monotonic())) for waiting in together]
        except (queue.Full, TimeoutError) as late:
            raise TooBusy from late
        finally:
            for waiting in together:
                waiting.answer.cancel()

    def let_through(self) -> None:
        """Return once nothing is being committed.

        For whoever writes much in the background. On the embedded database, where one may write at a time, those who
        wait only look now and then whether it is their turn: one that begins again at once would keep a writer out.
        """
        with self._under_way:
            pass

    def _run(self) -> None:
        try:
            while together := self._next():
                with self._under_way:
                    self._answer(together)
        finally:
            connection.close()

    def _next(self) -> list[_Waiting[Wish, Answer]]:
        """Wait for one and take all that wait with it; none once the end was asked for and nobody waits any more."""
        first = self._waiting.get()
        if first is None:
            return []
        if self._is_crowded:
            self._let_gather()
        together = [first]
        with suppress(queue.Empty):
            while len(together) < MOST_TOGETHER:
                waiting = self._waiting.get_nowait()
                if waiting is None:
                    self._waiting.put(None)
                    break
                together.append(waiting)
        self._is_crowded = len(together) > 1
        return together

    def _let_gather(self) -> None:
        """Wait while more keep coming: those who were just answered come again, and one batch costs less than two."""
        for _ in range(MOST_BREATHS):
            before = self.waiting
            sleep(BREATH_SECONDS)
            if self.waiting == before:
                return

    def _answer(self, together: Sequence[_Waiting[Wish, Answer]]) -> None:
        """Answer all who still wait. Whoever has hung up is passed over, and disturbs nobody."""
        wanted = [waiting for waiting in together if waiting.answer.set_running_or_notify_cancel()]
        try:
            answers = self._commit([waiting.wish for waiting in wanted]) if wanted else ()
        except Exception:  # noqa: BLE001 - whatever it was, each is tried alone, and whose it was gets to know it
            connection.close()
            for waiting in wanted:
                self._answer_alone(waiting)
            return
        for waiting, answer in zip(wanted, answers, strict=True):
            _tell(waiting.answer.set_result, answer)

    def _answer_alone(self, waiting: _Waiting[Wish, Answer]) -> None:
        try:
            (answer,) = self._commit([waiting.wish])
        except Exception as error:
            log.exception("One wish could not be written")
            connection.close()
            _tell(waiting.answer.set_exception, error)
        else:
            _tell(waiting.answer.set_result, answer)


Told = TypeVar("Told")


def _tell(tell: Callable[[Told], None], told: Told) -> None:
    with suppress(InvalidStateError):
        tell(told)
