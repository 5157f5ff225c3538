"""Hand in: the way of every money write to whoever writes, here or in a process beside; if nobody does, to disk."""

from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, cast

from django.db import connection, transaction

from geste.apps.base.messengers import Messengers, answer_messenger
from geste.apps.base.waiting_room import PATIENCE_SECONDS, WaitingRoom
from geste.apps.base.writer import Writer
from geste.apps.gestures.afterwards import Afterwards
from geste.apps.gestures.answers import Answer
from geste.apps.gestures.proposals import Intention
from geste.apps.gestures.services.follow_up import FollowUpAnswer, follow_up
from geste.apps.gestures.services.give_gestures import give_gestures

HandedIn = Intention | Afterwards
Answered = Answer | FollowUpAnswer
_running: list[WaitingRoom[HandedIn, Answered]] = []
"""Where this process hands in: to its own writer, or to messengers that carry it to another process; or nowhere."""


def start_writer(*, patience_seconds: float = PATIENCE_SECONDS, for_messengers: bool = False) -> None:
    """Have one thread of this process write from now on, and nobody wait longer. Asked twice, one is enough."""
    if not _running:
        writer = Writer[HandedIn, Answered](commit, patience_seconds=patience_seconds, lets_gather=not for_messengers)
        _running.append(writer)
        writer.start()


def stop_writer() -> None:
    """Write what is waiting, then let everybody write for themselves again."""
    while _running:
        _running.pop().stop()


def send_messengers(pipes: "Sequence[Connection[Any, Any]]", *, when_broken: Callable[[], object]) -> None:
    """Have another process write from now on, over pipes at whose other ends it answers messengers."""
    messengers = Messengers[HandedIn, Answered](pipes, when_broken=when_broken)
    _running.append(messengers)
    messengers.start()


def answer_messenger_at(pipe: "Connection[Any, Any]") -> None:
    """Have what one messenger of another process brings written here, until that process ends."""
    answer_messenger(pipe, _running[0])


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
    return cast(list[Answer], _written(intentions))  # each is answered in its own kind


def follow_up_on(asked: Afterwards) -> FollowUpAnswer:
    """Return what became of something to do about a gesture, once it is on disk.

    Raises:
        TooBusy: the writer did not answer in time.
    """
    return cast(FollowUpAnswer, _written([asked])[0])


def _written(wishes: Sequence[HandedIn]) -> list[Answered]:
    if not _running:
        return commit(wishes)
    if connection.in_atomic_block:
        raise RuntimeError("whoever waits for the writer holds no transaction it would wait for")
    return _running[0].hand_in(wishes)


@transaction.atomic(durable=True)
def commit(wishes: Sequence[HandedIn]) -> list[Answered]:
    """Do everything in one database transaction or nothing: gestures in this order, what is done about others before.

    Nobody can do anything about a gesture of the same transaction: its number has been told to nobody. Giving comes
    last, because it holds the end of the log until everything is written.
    """
    followed = iter(follow_up(asked) if (asked := [wish for wish in wishes if isinstance(wish, Afterwards)]) else ())
    given = iter(give_gestures(wanted) if (wanted := [wish for wish in wishes if isinstance(wish, Intention)]) else ())
    return [next(followed) if isinstance(wish, Afterwards) else next(given) for wish in wishes]
