"""Events: news for later stages, kept in an outbox by the transaction that made them true. Ids, never rows."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Self

from geste.apps.base.models import EventRow
from geste.apps.base.rows import add_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. A subclass adds the ids that tell where to look."""

    at: datetime

    @classmethod
    def name(cls) -> str:
        """Return the name the event is kept under: app and class."""
        return f"{cls.__module__.split('.')[-2]}.{cls.__name__}"

    @classmethod
    def from_row(cls, row: EventRow) -> Self:
        """Return the event a row stands for."""
        known = {field.name for field in fields(cls)}
        values: dict[str, Any] = {key: value for key, value in row.payload.items() if key in known}
        return cls(at=row.at, **values)


def emit(event: Event) -> None:
    """Add an event to the outbox, inside the caller's transaction."""
    emit_all([event])


def emit_all(events: Iterable[Event]) -> None:
    """Add events to the outbox, in this order, inside the caller's transaction."""
    add_rows([_row(event) for event in events])


def _row(event: Event) -> EventRow:
    payload = {field.name: getattr(event, field.name) for field in fields(event)}
    return EventRow(name=event.name(), at=payload.pop("at"), payload=payload)


def is_waiting(kind: type[Event], **told: object) -> bool:
    """Return whether news of this kind waits to be handed on that tells of this, such as `gesture_id=12`."""
    waiting = EventRow.objects.filter(handed_on_at=None, name=kind.name())
    return any(told.items() <= payload.items() for payload in waiting.values_list("payload", flat=True))


def is_handed_on(event: Event, *, since: datetime) -> bool:
    """Return whether this news has gone on to a later stage, at `since` or after."""
    payload = asdict(event)
    handed_on = EventRow.objects.filter(handed_on_at__gte=since, name=event.name(), at=payload.pop("at"))
    return any(row.payload == payload for row in handed_on)
