"""Hand on: give waiting events to their handlers, oldest first, each in a transaction of its own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from geste.apps.base.events import Event
from geste.apps.base.models import EventRow

Flow = Mapping[type[Event], Sequence[Callable[[Any], None]]]


def hand_on_events(*, flow: Flow, now: datetime, at_most: int = 100) -> int:
    """Give up to `at_most` waiting events to the handlers `flow` names, and return how many were handed on.

    Handlers are idempotent: an event whose handlers fail stays waiting and stops the run, so that order holds.
    """
    by_name = {event.name(): event for event in flow}
    waiting = EventRow.objects.filter(handed_on_at=None, name__in=by_name).order_by("id")
    handed_on = 0
    for row in waiting[:at_most]:
        kind = by_name[row.name]
        with transaction.atomic(durable=True):
            for handler in flow[kind]:
                handler(kind.from_row(row))
            EventRow.objects.filter(pk=row.pk).update(handed_on_at=now)
        handed_on += 1
    return handed_on
