"""Start-up: whether a decision is looked at for learning alone, because the house or the person is new to it."""

from dataclasses import dataclass
from datetime import timedelta

from geste.apps.gestures.models import DecisionRecord
from geste.apps.pledges.models import StartUpPeriod


@dataclass(frozen=True, slots=True)
class Period:
    """A company's first days, and a person's first decisions."""

    days: int = 60
    decisions: int = 20


def start_up_period() -> Period:
    """Return the period as leaders have set it, or the house's own."""
    row = StartUpPeriod.objects.order_by("-set_at", "-pk").first()
    return Period() if row is None else Period(row.days, row.decisions)


def is_for_learning_alone(decision: DecisionRecord) -> bool:
    """Return whether a review of this decision knows no fault, but for what is not negotiable.

    So it is in the days after the house's first decision, and for the first decisions of each person.
    """
    period = start_up_period()
    real = DecisionRecord.objects.exclude(case__is_training=True)
    first = real.order_by("decided_at", "pk").values_list("decided_at", flat=True).first()
    if first is None or decision.decided_at < first + timedelta(days=period.days):
        return True
    earlier = real.filter(decided_by=decision.decided_by_id, decided_at__lt=decision.decided_at)
    return earlier.count() < period.decisions
