"""Waiting room: where those wait who want something written, whoever writes it. What they want it does not know."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Generic, TypeVar, cast

Wish = TypeVar("Wish")
Answer = TypeVar("Answer")
PATIENCE_SECONDS = 10.0
MOST_TOGETHER, MOST_WAITING = 256, 4096


class TooBusy(Exception):
    """It was not answered in time. Whether it was written is open: the same key, sent again, finds out or does it."""


@dataclass(frozen=True, slots=True)
class Became(Generic[Answer]):
    """What became of one wish: its answer, which may itself be a refusal, or what came in the way of any."""

    answer: Answer | None = None
    error: Exception | None = None


class Waiting(Generic[Wish, Answer]):
    """Wishes that came together, in their order, and whoever waits to hear what became of each."""

    __slots__ = ("_became", "_is_taken", "_is_told", "wishes")

    def __init__(self, wishes: Sequence[Wish]) -> None:
        self.wishes = wishes
        self._became: Sequence[Became[Answer]] = ()
        self._is_taken, self._is_told = Lock(), Lock()
        self._is_told.acquire()

    def take(self) -> bool:
        """Return whether it may begin: nobody has begun with it, and nobody has hung up. From here on both are late."""
        return self._is_taken.acquire(blocking=False)

    def tell(self, became: Sequence[Became[Answer]]) -> None:
        """Say, once, what became of each wish. Whoever has hung up does not hear it."""
        self._became = became
        self._is_told.release()

    def wait(self, seconds: float) -> Sequence[Became[Answer]]:
        """Return what became of each wish as soon as it is told.

        Raises:
            TooBusy: it was not told in time. If nobody has begun with it, nobody will.
        """
        if not self._is_told.acquire(timeout=seconds):
            self.take()
            raise TooBusy
        return self._became


class WaitingRoom(Generic[Wish, Answer]):
    """First come, first served; nobody waits longer than `patience_seconds`."""

    def __init__(self, *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._patience = patience_seconds
        self._waiting: SimpleQueue[Waiting[Wish, Answer] | None] = SimpleQueue()

    @property
    def waiting(self) -> int:
        """How many wait with whom nobody has begun."""
        return self._waiting.qsize()

    def hand_in(self, wishes: Sequence[Wish]) -> list[Answer]:
        """Return the answers to some wishes, once they are on disk; they are taken in their order.

        Raises:
            TooBusy: there was none in time, or too many are waiting. What has not begun by then is never written.
        """
        became = self.hand_in_each(wishes)
        for it in became:
            if it.error is not None:
                raise it.error
        return [cast(Answer, it.answer) for it in became]

    def hand_in_each(self, wishes: Sequence[Wish]) -> Sequence[Became[Answer]]:
        """Return what became of each of some wishes, whatever became of the others.

        Raises:
            TooBusy: as above.
        """
        if not wishes:
            return ()
        if self.waiting >= MOST_WAITING:
            raise TooBusy
        waiting: Waiting[Wish, Answer] = Waiting(wishes)
        self._waiting.put(waiting)
        return waiting.wait(self._patience)

    def take(self) -> list[Waiting[Wish, Answer]]:
        """Wait for one and take all that wait with it; none once the end was asked for and nobody waits any more.

        Whoever has hung up is passed over.
        """
        together: list[Waiting[Wish, Answer]] = []
        while not together:
            first = self._waiting.get()
            if first is None:
                return []
            self.gather()
            together = [waiting for waiting in self._with_all_that_wait(first) if waiting.take()]
        return together

    def gather(self) -> None:
        """Let more come before what waits is taken. Nobody lingers here."""

    def stop(self) -> None:
        """Have who waits answered, then end."""
        self._waiting.put(None)

    def _with_all_that_wait(self, first: Waiting[Wish, Answer]) -> list[Waiting[Wish, Answer]]:
        together, wishes = [first], len(first.wishes)
        with suppress(Empty):
            while wishes < MOST_TOGETHER:
                waiting = self._waiting.get_nowait()
                if waiting is None:
                    self._waiting.put(None)
                    break
                together.append(waiting)
                wishes += len(waiting.wishes)
        return together
