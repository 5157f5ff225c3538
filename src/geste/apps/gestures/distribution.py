"""Distribution: what decisions cost, by size. Of the whole house in four weeks, live, and never of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from geste.apps.charters.selectors import charter_to_show
from geste.apps.gestures.history import IN_EARNEST
from geste.apps.gestures.selectors import standing_gestures
from geste.core.charter.syntax import Charter

COUNTED_OVER = timedelta(weeks=4)
ENOUGH = 5
"""Fewer decisions tell of whoever made them, not of the house."""
STEPS = ((1, 5), (1, 2), (1, 1), (2, 1), (5, 1), (10, 1))
"""Where a bar ends, as parts of the trust line. Nothing booked is a bar of its own, and so is everything above."""


@dataclass(frozen=True, slots=True)
class Bar:
    """So many decisions cost more than `above` and at most `up_to` minor units; none is without end."""

    above: int | None
    up_to: int | None
    times: int


@dataclass(frozen=True, slots=True)
class Distribution:
    """What was booked for each decision of four weeks: by size, at zero, and at or below the trust line."""

    charter: Charter
    decisions: int
    at_zero: int
    below_line: int
    bars: tuple[Bar, ...]

    @property
    def is_enough(self) -> bool:
        """Return whether there are enough to tell."""
        return self.decisions >= ENOUGH

    def basis_points(self, times: int) -> int:
        """Return a share of all, in hundredths of a percent."""
        return times * 10_000 // self.decisions


def distribution_of_cost(*, at: datetime) -> Distribution:
    """Return what decisions cost as it was booked: goods at what they cost us, and what is owed left out.

    Below the trust line nobody is asked for a word, so this says how much of the work that is.
    """
    charter = charter_to_show(at=at).charter
    rows = standing_gestures().filter(IN_EARNEST, given_at__gt=at - COUNTED_OVER, given_at__lte=at)
    rows = rows.filter(currency=charter.currency.code).exclude(what__in=[owed.id for owed in charter.owed])
    costs = [cost or 0 for cost in rows.values_list("entry__amount", flat=True)]
    return Distribution(
        charter=charter,
        decisions=len(costs),
        at_zero=sum(cost == 0 for cost in costs),
        below_line=sum(cost <= charter.trust_line for cost in costs),
        bars=bars_of(costs, line=charter.trust_line),
    )


def bars_of(costs: Sequence[int], *, line: int) -> tuple[Bar, ...]:
    """Return how many cost how much: nothing, then in steps of the trust line, then everything above."""
    ends = sorted({line * part // whole for part, whole in STEPS} - {0})
    edges = [0, *ends]
    bars = [Bar(None, 0, sum(cost == 0 for cost in costs))]
    bars += [Bar(low, high, sum(low < cost <= high for cost in costs)) for low, high in pairwise(edges)]
    return (*bars, Bar(edges[-1], None, sum(cost > edges[-1] for cost in costs)))
