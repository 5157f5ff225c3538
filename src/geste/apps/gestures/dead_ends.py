"""Dead ends: cases that were closed although nothing was tried for the customer. Counted on cases, never on people."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Outcome
from geste.apps.cases.selectors import visible_cases

COUNTED_OVER = timedelta(weeks=4)
# Whoever was heard got what they came for, and what was put right was tried.
NO_DEAD_END = (Outcome.HEARD, Outcome.FIXED, Outcome.FIXED_WITH_GESTURE)


@dataclass(frozen=True, slots=True)
class DeadEnds:
    """So many cases were closed, and so many of them with nothing tried."""

    found: int
    closed: int


def dead_ends(actor: Actor, *, at: datetime) -> DeadEnds:
    """Return how many of the cases closed in the last four weeks were dead ends.

    A case is one if it ended with no option, or with nothing decided on it, not even a no, although the customer was
    neither just heard nor helped.
    """
    closed = visible_cases(actor).filter(is_training=False, closed_at__gt=at - COUNTED_OVER, closed_at__lte=at)
    nothing_tried = Q(decisions=None) & ~Q(outcome__in=NO_DEAD_END)
    found = closed.filter(Q(outcome=Outcome.NO_OPTION) | nothing_tried)
    return DeadEnds(found.distinct().count(), closed.count())
