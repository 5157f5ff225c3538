"""Orders: what a connector is told, made in one line."""

from dataclasses import replace
from datetime import UTC, datetime

from geste.apps.execution.keys import provider_key
from geste.apps.execution.ports import Operation, Order

NOW = datetime(2026, 5, 14, 1, 7, tzinfo=UTC)
ORDER = Order(
    key=provider_key(gesture="one", connector="stripe", operation="refund", generation=1),
    gesture=7,
    operation=Operation.REFUND,
    amount=1_800,
    currency="AUD",
    recipient="pi_1",
    title="Credit",
    language="en",
    began_at=NOW,
)


def an_order(operation: Operation = Operation.REFUND, **changes: object) -> Order:
    """Return an order of 18.00."""
    return replace(ORDER, operation=operation, **changes)  # type: ignore[arg-type]
