"""Hand in: the way of every money write to the one writer of this process; without one running, straight to disk."""

from collections.abc import Sequence

from django.db import connection, transaction

from geste.apps.base.writer import PATIENCE_SECONDS, Writer
from geste.apps.gestures.answers import Answer
from geste.apps.gestures.proposals import Intention
from geste.apps.gestures.services.give_gestures import give_gestures

_running: list[Writer[Intention, Answer]] = []


def start_writer(*, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Have one thread of this process write from now on, and nobody wait longer. Asked twice, one is enough."""
    if not _running:
        _running.append(Writer(commit, patience_seconds=patience_seconds))
        _running[0].start()


def stop_writer() -> None:
    """Write what is waiting, then let everybody write for themselves again."""
    while _running:
        _running.pop().stop()


def hand_in(intention: Intention) -> Answer:
    """Return what becomes of an intention, once it is on disk.

    Raises:
        TooBusy: the writer did not answer in time.
    """
    return hand_in_all([intention])[0]


def hand_in_all(intentions: Sequence[Intention]) -> list[Answer]:
    """Return what becomes of intentions, decided in this order, once they are on disk.

    Raises:
        TooBusy: the writer did not answer in time. Sent again with the same keys, nothing is written twice.
    """
    if not _running:
        return commit(intentions)
    if connection.in_atomic_block:
        raise RuntimeError("whoever waits for the writer holds no transaction it would wait for")
    return _running[0].hand_in(intentions)


@transaction.atomic(durable=True)
def commit(intentions: Sequence[Intention]) -> list[Answer]:
    """Do everything in one database transaction, in this order, or nothing."""
    return give_gestures(intentions)
