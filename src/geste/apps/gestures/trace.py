"""Trace: from any entry of the ledger to the decision it rests on, and the charter version that decision was under."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import visible_gestures
from geste.apps.ledger.models import Entry
from geste.apps.people.selectors import clock_of_the_house
from geste.core.ledger.traced import Traced

AT_ONCE = 500


def traced_entries(*, since: datetime | None = None, until: datetime | None = None) -> Iterator[Traced]:
    """Return the entries dated from `since` to just before `until` by the owner's clocks, in the order of writing."""
    rows = Entry.objects.select_related("change").order_by("pk")
    if since is not None:
        rows = rows.filter(occurred_at__gte=since)
    if until is not None:
        rows = rows.filter(occurred_at__lt=until)
    clock = clock_of_the_house()
    found = rows.iterator(chunk_size=AT_ONCE)
    while entries := list(islice(found, AT_ONCE)):
        keys = {entry.gesture_key for entry in entries}
        gestures = Gesture.objects.select_related("decision").filter(key__in=keys)
        decided = {gesture.key: gesture for gesture in gestures}
        yield from (
            _traced(entry, decided.get(entry.gesture_key), entry.occurred_at.astimezone(clock)) for entry in entries
        )


def _traced(entry: Entry, gesture: Gesture | None, at: datetime) -> Traced:
    decision = None if gesture is None else gesture.decision
    change = getattr(entry, "change", None)
    version = None if change is None else change.charter_version
    return Traced(
        number=entry.pk,
        occurred_at=at,
        debit=entry.debit,
        credit=entry.credit,
        amount=entry.amount,
        currency=entry.currency,
        envelope=entry.envelope,
        left=entry.envelope_left,
        gesture_key=entry.gesture_key,
        reverses=entry.reverses_id,
        what="" if gesture is None else gesture.what,
        decision=None if decision is None else decision.pk,
        charter_version=version if decision is None else decision.charter_version,
        clause="" if decision is None else decision.clause,
    )


def gestures_behind(actor: Actor, entries: Iterable[Entry]) -> dict[str, Gesture]:
    """Return the gestures that entries rest on, by their keys, as far as this actor may see them."""
    return {row.key: row for row in visible_gestures(actor).filter(key__in={entry.gesture_key for entry in entries})}
