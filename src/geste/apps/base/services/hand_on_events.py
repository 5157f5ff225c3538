"""Hand on: give waiting events to their handlers, oldest first, each in a transaction of its own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from geste.apps.base.events import Event
from geste.apps.base.models import EventRow
from geste.failpoints import reached

Handler = Callable[[Any, datetime], None]
Flow = Mapping[type[Event], Sequence[Handler]]


class NotYet(Exception):
    """A handler says that it is too early for an event: it stays waiting, with all later ones of its kind."""


def hand_on_events(*, flow: Flow, now: datetime, at_most: int = 100) -> int:
    """Give up to `at_most` waiting events to the handlers `flow` names, and return how many were handed on.

    As many again go on that `flow` names no handler for.
    Handlers are idempotent: an event whose handlers fail stays waiting and stops the run, so that order holds. Where
    several hand on side by side, each event is one's.
    """
    by_name = {event.name(): event for event in flow if flow[event]}
    nobodys = _hand_on_to_nobody([event.name() for event in flow if not flow[event]], now, at_most)
    handed_on, last = 0, 0
    while handed_on < at_most:
        waiting = EventRow.objects.filter(handed_on_at=None, name__in=by_name, id__gt=last).order_by("id")
        rows = list(waiting[: at_most - handed_on])
        if not rows:
            break
        for row in rows:
            last = row.pk
            if row.name not in by_name:
                continue
            try:
                handed_on += _hand_on(row.pk, flow, by_name[row.name], now)
            except NotYet:
                del by_name[row.name]
    return nobodys + handed_on


def _hand_on_to_nobody(names: Sequence[str], now: datetime, at_most: int) -> int:
    """Hand on what no stage waits for, the oldest in one go, and return how much it was."""
    waiting = EventRow.objects.filter(handed_on_at=None, name__in=names).order_by("id")
    oldest = list(waiting.values_list("pk", flat=True)[:at_most])
    return EventRow.objects.filter(pk__in=oldest).update(handed_on_at=now) if oldest else 0


@transaction.atomic(durable=True)
def _hand_on(number: int, flow: Flow, kind: type[Event], now: datetime) -> bool:
    row = EventRow.objects.select_for_update().filter(pk=number, handed_on_at=None).first()
    if row is None:
        return False
    for handler in flow[kind]:
        handler(kind.from_row(row), now)
    EventRow.objects.filter(pk=row.pk).update(handed_on_at=now)
    reached("events.handled")
    return True
