"""Promise: write down what a gesture promised, once the time to take it back is over."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from geste.apps.base.models import EventRow
from geste.apps.base.services.hand_on_events import NotYet
from geste.apps.charters.selectors import charter_of
from geste.apps.execution.keys import provider_key
from geste.apps.execution.models import Commitment
from geste.apps.execution.ports import Operation
from geste.apps.execution.services.book_step import book_state
from geste.apps.execution.states import State
from geste.apps.execution.ways import MANUAL, Way, way_for
from geste.apps.gestures.events import GestureGiven
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import TAKE_BACK_WITHIN, is_taken_back, may_still_be_taken_back
from geste.apps.ledger.services.open_book import open_book
from geste.failpoints import reached
from geste.phrases.names import gesture_name

BY_HAND = "by_hand"
TITLE_CHARACTERS = 160


def promise(event: GestureGiven, now: datetime) -> None:
    """Write down the promise of a gesture, inside the caller's transaction. Handed on twice it is one promise.

    Raises:
        NotYet: it may still be taken back.
    """
    open_book()
    gesture = _gestures().get(pk=event.gesture_id)
    if may_still_be_taken_back(gesture, now):
        raise NotYet
    promise_all([gesture], now=now)
    reached("execution.promised")


@transaction.atomic(durable=True)
def promise_waiting(*, now: datetime, done_before: datetime | None = None) -> int:
    """Promise everything whose news waits, in one go, and return how much it was: a story is told all at once.

    What it tells of was done when it was told; what it tells of since `done_before` still waits for somebody's hands.
    """
    open_book()
    news = EventRow.objects.filter(handed_on_at=None, name=GestureGiven.name())
    told = _gestures().filter(pk__in=[row.payload["gesture_id"] for row in news])
    made = promise_all(
        [gesture for gesture in told if not may_still_be_taken_back(gesture, now)], now=now, done_before=done_before
    )
    news.filter(at__lt=now - TAKE_BACK_WITHIN).update(handed_on_at=now)
    return len(made)


def promise_all(
    gestures: Collection[Gesture], *, now: datetime, done_before: datetime | None = None
) -> list[Commitment]:
    """Write down the promises of gestures that can be taken back no more; the caller holds the book.

    What was taken back, was given in training or is promised already makes none.
    """
    promised = set(Commitment.objects.filter(gesture__in=gestures).values_list("gesture_id", flat=True))
    rows = [
        _commitment(gesture, way_for(gesture), now, done_before or now)
        for gesture in gestures
        if gesture.pk not in promised and not is_taken_back(gesture) and not _is_training(gesture)
    ]
    book_state([row for row in rows if row.state == State.CONFIRMED], now=now)
    return Commitment.objects.bulk_create(rows)


def _gestures() -> QuerySet[Gesture]:
    return Gesture.objects.select_related("case", "entry", "reversal", "decision__charter_text")


def _is_training(gesture: Gesture) -> bool:
    return gesture.case is not None and gesture.case.is_training


def _commitment(gesture: Gesture, way: Way, now: datetime, done_before: datetime) -> Commitment:
    state, reason = _beginning(gesture, way, done_before)
    language = "en" if gesture.case is None else gesture.case.language
    done_at = gesture.written_at if is_simulated(gesture) else now
    not_before = gesture.written_at + TAKE_BACK_WITHIN
    return Commitment(
        gesture=gesture,
        operation=way.operation.value,
        connector=way.connector,
        recipient=way.recipient,
        amount=gesture.amount or None,
        currency=gesture.currency,
        title=_title(gesture, language)[:TITLE_CHARACTERS],
        language=language,
        is_simulated=is_simulated(gesture),
        promised_at=gesture.written_at,
        not_before=not_before,
        state=state.value,
        provider_key=provider_key(gesture=gesture.key, connector=way.connector, operation=way.operation, generation=1),
        next_at=not_before if state is State.READY else None,
        reason=reason,
        ended_at=done_at if state is State.CONFIRMED else None,
    )


def _title(gesture: Gesture, language: str) -> str:
    """Return what a gesture is called in the customer's language."""
    return gesture_name(charter_of(gesture.decision.charter_text), gesture.what, language)


def _beginning(gesture: Gesture, way: Way, done_before: datetime) -> tuple[State, str]:
    """Return where a promise begins: done as it was given, waiting for a person's hands, or for a machine."""
    if way.operation is Operation.ON_THE_SPOT or (is_simulated(gesture) and gesture.written_at < done_before):
        return State.CONFIRMED, ""
    if way.problem:
        return State.WAITING, way.problem
    return (State.WAITING, BY_HAND) if way.connector == MANUAL else (State.READY, "")


def is_simulated(gesture: Gesture) -> bool:
    """Return whether a demonstration's story tells of this gesture: its clock stood still at the moment told."""
    staged = None if gesture.case is None else gesture.case.staged_at
    return staged is not None and gesture.written_at == staged
