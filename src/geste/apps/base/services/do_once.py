"""Do once: a request that comes again with its key gets the row it made the first time, and makes none."""

from dataclasses import dataclass

from geste.apps.base.models import DoneOnce


class KeyReused(Exception):
    """This key stands for something else, or is somebody else's. Nothing was written, and nothing is told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """What a program asks for under a key; `fingerprint` tells it from anything else that might come with the key."""

    key: str
    fingerprint: str
    used_by: int | None


def done_before(once: Once | None) -> int | None:
    """Return the number of the row this request made before, or None. Without a key everything is new.

    Raises:
        KeyReused: the key stands for something else.
    """
    used = None if once is None else DoneOnce.objects.filter(key=once.key).first()
    if once is None or used is None:
        return None
    if (used.fingerprint, used.used_by) != (once.fingerprint, once.used_by):
        raise KeyReused
    return used.number


def keep_done(once: Once | None, number: int) -> None:
    """Keep what came of a request, inside the transaction in which it does."""
    if once is not None:
        DoneOnce.objects.create(key=once.key, used_by=once.used_by, fingerprint=once.fingerprint, number=number)
