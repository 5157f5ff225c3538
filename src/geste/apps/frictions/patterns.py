"""Patterns: a customer who came several times, looked at fairly. A reason to look closer, and never a reason to deny.

There is no score here and no share of suspicion: only how often, from when on, and what is known in general, with who
says so and how good that is. Whoever came often may have been let down often.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind
from geste.apps.cases.selectors import incidents_of
from geste.apps.frictions.policies import may_look_closer
from geste.apps.gestures.selectors import standing_gestures
from geste.apps.people.selectors import on_the_clock_of

INDEPENDENT_CLAIMS = 3
LOOKED_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class BaseRate:
    """What is known in general, in basis points: of what, who says so, and how good that is."""

    basis_points: int
    of: str
    source: str
    grade: str


BASE_RATES = (BaseRate(10_50, "claims_and_appeasements_judged_fraudulent", "Appriss Retail", "vendor_claim"),)
"""The one figure that is public: one vendor's own analysis of retail. No evidence for any other house."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Several independent claims of one customer that cost something: their days, and what is known in general."""

    claims: int
    days: tuple[date, ...]
    base_rates: tuple[BaseRate, ...]


def look_closer(actor: Actor, case: Case, *, at: datetime) -> Pattern | None:
    """Return why somebody may look closer at a case, or None. It changes nothing that may be given.

    Claims are independent if they are of different incidents, of different days, and not all heard by one person: what
    one colleague wrote down three times is their pattern, not the customer's. This case is not one of them.
    """
    if not case.customer or case.is_training or not may_look_closer(actor, case).allowed:
        return None
    earlier = Case.objects.filter(customer=case.customer, is_training=False, kind=Kind.COMPLAINT.value)
    earlier = earlier.filter(opened_at__gt=at - LOOKED_BACK, opened_at__lte=at).exclude(pk=case.pk)
    paid = standing_gestures().filter(case__in=earlier, amount__gt=0).values("case")
    found = _independent(case, list(earlier.filter(pk__in=paid).select_related("site").order_by("opened_at", "pk")))
    if len(found) < INDEPENDENT_CLAIMS or len({claim.opened_by_id for claim in found}) == 1:
        return None
    days = tuple(_day(claim) for claim in found)
    return Pattern(len(found), days, BASE_RATES)


def _independent(case: Case, claims: list[Case]) -> list[Case]:
    """One claim for each incident and each day; what belongs to the incident at hand is none."""
    incidents = incidents_of([case.pk, *(claim.pk for claim in claims)])
    seen: set[object] = {incidents[case.pk]}
    found = []
    for claim in claims:
        marks = {incidents[claim.pk], _day(claim)}
        if not marks & seen:
            found.append(claim)
        seen |= marks
    return found


def _day(case: Case) -> date:
    return on_the_clock_of(case.site, case.opened_at).date()
