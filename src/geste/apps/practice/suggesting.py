"""Suggesting: whom one might thank. By chance among those who decided, whatever it cost and however it ended."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.gestures.feedback import visible_decisions
from geste.apps.gestures.models import DecisionRecord
from geste.apps.practice.models import Thanks

LOOKED_BACK, RESTING = timedelta(days=7), timedelta(days=14)
SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who decided lately, and one decision of theirs."""

    decision: DecisionRecord


def whom_to_thank(actor: Actor, *, now: datetime) -> list[Suggestion]:
    """Return some colleagues who decided something lately and whom nobody thanked since, a different few each week.

    What a decision cost, whether it went beyond the charter, how it left the customer and how often somebody decides
    are not looked at: everybody who decided once or more has one and the same chance.
    """
    rows = visible_decisions(actor).filter(
        decided_at__gte=now - LOOKED_BACK, decided_at__lte=now, gesture__isnull=False
    )
    rows = rows.exclude(decided_by=actor.user_id).exclude(case__is_training=True).select_related(None)
    thanked = Thanks.objects.filter(said_at__gte=now - RESTING).values("said_to")
    rows = rows.filter(decided_by__is_active=True).exclude(decided_by__in=thanked)
    newest: dict[int, int] = dict(rows.order_by("pk").values_list("decided_by", "pk"))
    week = "-".join(map(str, now.isocalendar()[:2]))
    drawn = sorted(newest, key=lambda person: hashlib.sha256(f"{week} {actor.user_id} {person}".encode()).digest())
    numbers = [newest[person] for person in drawn[:SUGGESTED]]
    related = ("decided_by", "case", "site", "charter_text")
    found = DecisionRecord.objects.select_related(*related).in_bulk(numbers)
    return [Suggestion(found[number]) for number in numbers]
