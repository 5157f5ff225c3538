"""Take: give one worker one promise that is due, with its attempt written down before anybody is called."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from geste.apps.base.events import emit
from geste.apps.execution.events import PersonNeeded
from geste.apps.execution.life import Action, action_of, begun, lost, woken
from geste.apps.execution.lives import life_of, order_of, put_life
from geste.apps.execution.models import Attempt, Commitment, Kind
from geste.apps.execution.ports import Connectors, Operation, Order, Outcome
from geste.apps.execution.services.book_step import book_state
from geste.apps.execution.states import State
from geste.apps.ledger.services.open_book import open_book
from geste.failpoints import reached

LEASE: Final = timedelta(minutes=2)
"""Four times as long as any call may take."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one worker holds for as long as its lease lasts: what to do, and the fence that lets it write."""

    commitment: int
    fence: int
    connector: str
    action: Action
    order: Order


@transaction.atomic(durable=True)
def take_next(*, connectors: Connectors, now: datetime, new_code: Callable[[], str]) -> Taken | None:
    """Return the promise that has been due longest, held by a lease; None if nothing is due.

    Nobody else gets it before the lease has run out. Whoever let theirs run out while sending may have worked: their
    attempt is closed as unknown. Workers side by side on PostgreSQL pass over what another holds.
    """
    open_book()
    row = _longest_due(connectors, now)
    if row is None:
        return None
    connector = connectors[row.connector]
    life = life_of(row)
    if row.lease_until is not None:
        _close_lost(row, now)
    if life.state is State.SENDING:
        life = lost(life, now=now, habits=connector.habits)
    life = woken(life, now=now, habits=connector.habits)
    action = action_of(life, habits=connector.habits)
    if action == "send":
        life = begun(life, now=now)
    if action is not None:
        row.fence += 1
        row.lease_until = now + LEASE
    put_life(row, life, now=now)
    taken = _taken(row, action, now, new_code)
    book_state([row], now=now)
    row.save()
    reached("execution.taken")
    return taken


def is_anything_due(connectors: Collection[str], *, now: datetime) -> bool:
    """Return whether a promise is due, without holding anything up."""
    return Commitment.objects.filter(_is_due(connectors, now)).exists()


def _longest_due(connectors: Collection[str], now: datetime) -> Commitment | None:
    rows = Commitment.objects.select_for_update(skip_locked=True, of=("self",)).select_related("gesture__entry")
    return rows.filter(_is_due(connectors, now)).order_by("next_at", "pk").first()


def _is_due(connectors: Collection[str], now: datetime) -> Q:
    is_free = Q(lease_until=None) | Q(lease_until__lte=now)
    is_abandoned = Q(state=State.SENDING.value, lease_until__lte=now)
    return Q(connector__in=list(connectors)) & (is_free & Q(next_at__lte=now) | is_abandoned)


def _close_lost(row: Commitment, now: datetime) -> None:
    left_open = Attempt.objects.filter(commitment=row, ended_at=None)
    left_open.update(ended_at=now, outcome=Outcome.UNKNOWN.value, reason="worker.lost")


def _taken(row: Commitment, action: Action | None, now: datetime, new_code: Callable[[], str]) -> Taken | None:
    if action is None:
        row.lease_until = None
        row.next_at = None
        if row.state == State.WAITING:
            emit(PersonNeeded(at=now, commitment_id=row.pk))
        return None
    if row.operation == Operation.VOUCHER and not row.code:
        row.code = new_code()
    kind = Kind.SEND if action == "send" else Kind.READ
    Attempt.objects.create(
        commitment=row, kind=kind.value, provider_key=row.provider_key, fence=row.fence, began_at=now
    )
    return Taken(row.pk, row.fence, row.connector, action, order_of(row))
