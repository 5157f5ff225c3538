"""Manual: a person does it and ticks it. No machine ever carries such a promise out."""

from datetime import datetime

from geste.apps.execution.ports import Answer, Habits, Operation, Order, Outcome

BY_HAND = Answer(Outcome.NEEDS_PERSON, reason="by_hand")


class Manual:
    """Hands every promise to a person."""

    habits = Habits(delays=())
    operations = frozenset({Operation.BY_HAND, Operation.ON_THE_SPOT})

    def send(self, order: Order, *, now: datetime) -> Answer:
        """Ask a person."""
        del order, now
        return BY_HAND

    def read_back(self, order: Order, *, now: datetime) -> Answer:
        """Ask a person."""
        del order, now
        return BY_HAND
