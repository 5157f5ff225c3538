"""Line: where those wait who want something written, whoever writes it. What they want it does not know."""

import queue
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Generic, TypeVar

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


@dataclass(frozen=True, slots=True)
class Waiting(Generic[Wish, Answer]):
    """Wishes of one who waits, in their order, and where the answers to all of them are expected."""

    wishes: Sequence[Wish]
    answers: "Future[list[Answer]]" = field(default_factory=Future)

    def is_still_there(self) -> bool:
        """Return whether anybody waits for it yet, and let them hang up no more: it begins."""
        return self.answers.set_running_or_notify_cancel()

    def tell(self, answers: list[Answer]) -> None:
        """Answer. Whoever has hung up is passed over, and disturbs nobody."""
        _tell(self.answers.set_result, answers)

    def fail(self, error: Exception) -> None:
        """Say what came in the way."""
        _tell(self.answers.set_exception, error)


Told = TypeVar("Told")


def _tell(tell: Callable[[Told], None], told: Told) -> None:
    with suppress(InvalidStateError):
        tell(told)


class Line(Generic[Wish, Answer]):
    """First come, first served; nobody waits longer than `patience_seconds`."""

    def __init__(self, *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._patience = patience_seconds
        self._waiting: queue.Queue[Waiting[Wish, Answer] | None] = queue.Queue(MOST_WAITING)

    @property
    def waiting(self) -> int:
        """How many wait with whom nobody has begun."""
        return self._waiting.qsize()

    def hand_in(self, wishes: Sequence[Wish]) -> list[Answer]:
        """Return the answers to some wishes, once they are on disk; they are taken in their order.

        Raises:
            TooBusy: there was none in time, or too many are waiting. What has not begun by then is never written.
        """
        if not wishes:
            return []
        (answers,) = self._wait_for([wishes])
        return answers()

    def hand_in_each(self, wishes: Sequence[Wish]) -> list[Became[Answer]]:
        """Return what became of each of some wishes that came together and have nothing else in common."""
        return [_became(answers) for answers in self._wait_for([[wish] for wish in wishes])]

    def _wait_for(self, each: Sequence[Sequence[Wish]]) -> list[Callable[[], list[Answer]]]:
        """Let some wait, and return how to get the answers to each, or the error that came in their way."""
        until = monotonic() + self._patience
        everybody: list[Waiting[Wish, Answer]] = [Waiting(wishes) for wishes in each]
        with suppress(queue.Full):
            for waiting in everybody:
                self._waiting.put(waiting, timeout=max(0.0, until - monotonic()))
        return [partial(_answers_to, waiting, until) for waiting in everybody]

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
            together = [waiting for waiting in self._with_all_that_wait(first) if waiting.is_still_there()]
        return together

    def gather(self) -> None:
        """Let more come before what waits is taken. Nobody lingers here."""

    def let_through(self) -> None:
        """Return once nothing is being committed. Nothing ever is here."""

    def stop(self) -> None:
        """Have who waits answered, then end."""
        self._waiting.put(None)

    def _with_all_that_wait(self, first: Waiting[Wish, Answer]) -> list[Waiting[Wish, Answer]]:
        together, wishes = [first], len(first.wishes)
        with suppress(queue.Empty):
            while wishes < MOST_TOGETHER:
                waiting = self._waiting.get_nowait()
                if waiting is None:
                    self._waiting.put(None)
                    break
                together.append(waiting)
                wishes += len(waiting.wishes)
        return together


def _answers_to(waiting: Waiting[Wish, Answer], until: float) -> list[Answer]:
    try:
        return waiting.answers.result(max(0.0, until - monotonic()))
    except TimeoutError as late:
        raise TooBusy from late
    finally:
        waiting.answers.cancel()


def _became(answers: Callable[[], list[Answer]]) -> Became[Answer]:
    try:
        return Became(answer=answers()[0])
    except Exception as error:  # noqa: BLE001 - whatever came in the way is told to whoever waits
        return Became(error=error)
