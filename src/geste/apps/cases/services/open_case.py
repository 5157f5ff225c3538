"""Open: write down what happened, the root issue first, in the customer's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.cases.events import CaseOpened
from geste.apps.cases.models import Case, Kind
from geste.apps.charters.selectors import charter_in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is written down first. Everything but the reference and the kind may come later."""

    reference: str
    kind: Kind
    words: str = ""
    customer: str = ""
    customer_label: str = ""
    language: str = "en"
    facts: Mapping[str, object] = field(default_factory=dict)
    staged_at: datetime | None = None


@transaction.atomic(durable=True)
def open_case(*, actor: Actor, opening: Opening, now: datetime) -> Case:
    """Return the case with this reference, opened now unless it exists already.

    Raises:
        InputRefused: a fact is not declared by the charter in force, or its value is not of its type.
        NoCharterInForce: there are facts and no charter to read them by.
    """
    if opening.facts:
        in_force = charter_in_force(at=opening.staged_at or now)
        in_force.prepared.read({"actor": {"role": "everyone"}, "facts": opening.facts})

    case, is_new = Case.objects.get_or_create(
        reference=opening.reference,
        defaults={
            "kind": opening.kind,
            "words": opening.words,
            "customer": opening.customer,
            "customer_label": opening.customer_label,
            "language": opening.language,
            "facts": dict(opening.facts),
            "site_id": actor.site_id,
            "opened_by_id": actor.user_id,
            "opened_at": opening.staged_at or now,
            "staged_at": opening.staged_at,
        },
    )
    if is_new:
        emit(CaseOpened(at=now, case_id=case.pk))
    return case
