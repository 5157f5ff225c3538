"""Writer: one thread that takes everything waiting and commits it in one go. What is written it does not know."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from time import sleep

from django.db import connection

from geste.apps.base.waiting_room import PATIENCE_SECONDS, Answer, Became, Waiting, WaitingRoom, Wish

BREATH_SECONDS, MOST_BREATHS = 0.001, 32
"""How long a crowd that was just answered has between two of its members to come again, and how often."""
log = logging.getLogger(__name__)


class Writer(WaitingRoom[Wish, Answer]):
    """Answers wishes in the order they come, as many at once as there are, each batch in one call of `commit`.

    `commit` does all it is given in one database transaction, or raises and has done nothing. If it raises, each wish
    is tried again alone, so that one that cannot be written sinks alone; wishes therefore carry keys.
    """

    def __init__(
        self,
        commit: Callable[[Sequence[Wish]], Sequence[Answer]],
        *,
        patience_seconds: float = PATIENCE_SECONDS,
        lets_gather: bool = True,
    ) -> None:
        super().__init__(patience_seconds=patience_seconds)
        self._commit = commit
        self._lets_gather = lets_gather
        self._is_crowded = False
        self._thread = threading.Thread(target=self._run, name="geste-writer", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Answer who is waiting, then end."""
        super().stop()
        self._thread.join()

    def gather(self) -> None:
        """Wait while more keep coming: those who were just answered come again, and one batch costs less than two.

        Messengers have gathered them already.
        """
        for _ in range(MOST_BREATHS if self._is_crowded and self._lets_gather else 0):
            before = self.waiting
            sleep(BREATH_SECONDS)
            if self.waiting == before:
                return

    def _run(self) -> None:
        try:
            while together := self.take():
                self._is_crowded = len(together) > 1
                self._answer(together)
        finally:
            connection.close()

    def _answer(self, together: Sequence[Waiting[Wish, Answer]]) -> None:
        try:
            answers = self._commit([*chain.from_iterable(waiting.wishes for waiting in together)])
        except Exception:  # noqa: BLE001 - whatever it was, each is tried alone, and whose it was gets to know it
            connection.close()
            for waiting in together:
                waiting.tell([self._became(wish) for wish in waiting.wishes])
            return
        each: Iterator[Became[Answer]] = map(Became, answers)
        for waiting in together:
            waiting.tell([*islice(each, len(waiting.wishes))])

    def _became(self, wish: Wish) -> Became[Answer]:
        """Try one wish alone."""
        try:
            (answer,) = self._commit([wish])
        except Exception as error:
            log.exception("One wish could not be written")
            connection.close()
            return Became(error=error)
        return Became(answer)
