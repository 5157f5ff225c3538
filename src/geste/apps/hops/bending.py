"""Bending: which rules a gesture bent, which local variants hold somewhere at a moment, and what others received."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import quantiles

from django.db.models import Q, QuerySet

from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.history import IN_EARNEST
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import reasons_in, standing_gestures
from geste.apps.hops.models import Bend, LocalVariant

COMPARED_OVER = timedelta(days=90)
ENOUGH_TO_COMPARE = 5
"""Fewer would tell of one customer, not of what is usual."""


@dataclass(frozen=True, slots=True)
class Received:
    """What half of the comparable cases received: from `low` to `high` minor units, none where there is no amount."""

    times: int
    low: int | None
    high: int | None


def rules_bent(gesture: Gesture) -> Iterator[tuple[str, str]]:
    """Yield every rule a gesture bent, with the clause that gave way; the rule itself given bends itself."""
    bendable = {bend.id for bend in charter_of(gesture.decision.charter_text).bendable}
    if gesture.what in bendable:
        yield gesture.what, ""
    bent = {
        str(reason.value("rule")): str(reason.value("clause"))
        for reason in reasons_in(gesture.decision)
        if reason.code == "rule.bent"
    }
    yield from ((rule, clause) for rule, clause in bent.items() if rule != gesture.what)


def bends_of(gesture: Gesture) -> list[Bend]:
    """Return the rules a gesture bent, as far as they are kept by now."""
    return list(gesture.bends.select_related("variant__declared_by").order_by("pk"))


def variants_over(
    site_id: int | None, team_id: int | None, *, at: datetime, rule: str | None = None
) -> list[LocalVariant]:
    """Return the variants that hold at a site and for a team at a moment, of one rule or of any, the newest first."""
    here = (
        Q(site=None, team=None) | Q(team=team_id, team__isnull=False) | Q(site=site_id, team=None, site__isnull=False)
    )
    rows = _variants().filter(here, since__lte=at, until__gt=at)
    return list(rows if rule is None else rows.filter(rule=rule))


def variants_declared() -> QuerySet[LocalVariant]:
    """Return every variant ever declared, the one that lasts longest first."""
    return _variants().order_by("-until", "-pk")


def _variants() -> QuerySet[LocalVariant]:
    rows = LocalVariant.objects.select_related("site", "team__site", "declared_by", "charter_text")
    return rows.order_by("-declared_at", "-pk")


def received(what: str, *, currency: str, at: datetime) -> Received | None:
    """Return what comparable cases received of a gesture in the last ninety days; None while there are too few."""
    since = at - COMPARED_OVER
    rows = standing_gestures().filter(IN_EARNEST, what=what, currency=currency, given_at__gt=since, given_at__lte=at)
    amounts = list(rows.order_by().values_list("amount", flat=True))
    if len(amounts) < ENOUGH_TO_COMPARE:
        return None
    known = [amount for amount in amounts if amount is not None]
    if len(known) < ENOUGH_TO_COMPARE:
        return Received(len(amounts), None, None)
    low, _, high = quantiles(known, n=4, method="inclusive")
    return Received(len(amounts), round(low), round(high))
