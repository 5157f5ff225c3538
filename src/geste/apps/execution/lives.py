"""Lives: a commitment's row read as a life, and a life written into its row."""

from dataclasses import fields
from datetime import datetime

from geste.apps.execution.keys import provider_key
from geste.apps.execution.life import Life
from geste.apps.execution.models import Commitment
from geste.apps.execution.ports import Operation, Order
from geste.apps.execution.states import OPEN, State

COLUMNS = tuple(field.name for field in fields(Life))


def life_of(row: Commitment) -> Life:
    """Return where a commitment stands."""
    values = {name: getattr(row, name) for name in COLUMNS}
    return Life(**{**values, "state": State(row.state)})


def put_life(row: Commitment, life: Life, *, now: datetime) -> None:
    """Put a life into its row, with the key of its generation; the caller saves it."""
    is_open = life.state in OPEN
    if not is_open and row.ended_at is None:
        row.ended_at = now
    elif is_open:
        row.ended_at = None
    for name in COLUMNS:
        setattr(row, name, getattr(life, name))
    row.state = life.state.value
    row.provider_key = key_of(row)


def key_of(row: Commitment) -> str:
    """Return the key of a commitment's present generation."""
    return provider_key(
        gesture=row.gesture.key, connector=row.connector, operation=row.operation, generation=row.generation
    )


def order_of(row: Commitment) -> Order:
    """Return what a connector is told of a commitment."""
    assert row.first_try_at is not None, "an attempt is written down before anybody is told"
    return Order(
        key=row.provider_key,
        gesture=row.gesture_id,
        operation=Operation(row.operation),
        amount=row.amount,
        currency=row.currency,
        recipient=row.recipient,
        title=row.title,
        language=row.language,
        began_at=row.first_try_at,
        code=row.code,
        reference=row.reference,
    )
