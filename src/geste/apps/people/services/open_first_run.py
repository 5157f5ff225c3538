"""Open the first run: a way in for whoever starts an empty house, once, for a while."""

from datetime import datetime

from django.db import transaction

from geste.apps.people.models import Founding
from geste.apps.people.selectors import digest_of, is_founded

THE_HOUSE = "house"


class AlreadyFounded(Exception):
    """Somebody has moved in; the first run is over for good."""


@transaction.atomic(durable=True)
def open_first_run(*, secret: str, expires_at: datetime) -> None:
    """Let `secret` open the first run; an earlier link no longer does. What was answered so far stays.

    The caller makes `secret` by chance and shows it once; only its digest is kept.

    Raises:
        AlreadyFounded: there are people here.
    """
    founding = hold_founding()
    if is_founded():
        raise AlreadyFounded

    founding.digest = digest_of(secret)
    founding.expires_at = expires_at
    founding.save()


def hold_founding() -> Founding:
    """Return the row of the first run, held until the caller's transaction ends: two browsers take turns."""
    Founding.objects.get_or_create(name=THE_HOUSE)
    return Founding.objects.select_for_update().get(name=THE_HOUSE)
