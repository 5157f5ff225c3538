"""Close: write down how a call ended, move the promise on and the money with it. Only whoever holds the lease may."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.events import emit
from geste.apps.execution.events import CarriedOut, CarryingOutFailed, PersonNeeded
from geste.apps.execution.life import answered
from geste.apps.execution.lives import life_of, put_life
from geste.apps.execution.models import Attempt, Commitment
from geste.apps.execution.ports import Answer, Habits
from geste.apps.execution.services.book_step import book_state
from geste.apps.execution.services.take_next import Taken
from geste.apps.execution.states import State
from geste.apps.gestures.services.note_failure import note_failure
from geste.apps.ledger.services.open_book import open_book
from geste.failpoints import reached

REFERENCE_CHARACTERS, REASON_CHARACTERS = 120, 80


@transaction.atomic(durable=True)
def close_attempt(taken: Taken, answer: Answer, *, habits: Habits, now: datetime, jitter: float) -> bool:
    """Write down `answer`, and return whether it counted: a worker whose lease went to another writes nothing."""
    open_book()
    row = Commitment.objects.select_for_update(of=("self",)).select_related("gesture__entry").get(pk=taken.commitment)
    if row.fence != taken.fence or row.lease_until is None:
        return False
    before = State(row.state)
    Attempt.objects.filter(commitment=row, fence=taken.fence).update(
        ended_at=now,
        outcome=answer.outcome.value,
        reference=answer.reference[:REFERENCE_CHARACTERS],
        reason=answer.reason[:REASON_CHARACTERS],
    )
    row.lease_until = None
    row.reference = answer.reference[:REFERENCE_CHARACTERS] or row.reference
    put_life(row, answered(life_of(row), answer, now=now, habits=habits, jitter=jitter), now=now)
    move_on(row, before, now=now)
    reached("execution.before_close")
    return True


def move_on(row: Commitment, before: State, *, now: datetime) -> None:
    """Book where a promise stands, keep its row and tell the stages after; the caller holds the book."""
    state = State(row.state)
    book_state([row], now=now)
    if state is State.RETURNED and before is not State.RETURNED:
        note_failure(row.gesture, now=now)
    row.save()
    news = {State.CONFIRMED: CarriedOut, State.RETURNED: CarryingOutFailed, State.WAITING: PersonNeeded}
    if state is not before and state in news:
        emit(news[state](at=now, commitment_id=row.pk))
