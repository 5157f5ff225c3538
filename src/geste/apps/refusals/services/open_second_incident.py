"""Open a second incident: the customer is back, about how we handled it. A case of its own, linked with the first."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case, Kind
from geste.apps.cases.policies import may_see
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.charters.selectors import charter_in_force
from geste.apps.gestures.selectors import known_facts
from geste.apps.refusals.events import SecondIncidentMarked
from geste.apps.refusals.models import SecondIncident
from geste.core.charter.types import YesNo

SECOND_FAILURE = "second_failure"


def open_second_incident(*, actor: Actor, first: Case, reference: str, words: str, now: datetime) -> Case:
    """Return the case of a second incident, with what is known from the first; asked again it is the same one.

    Where the charter asks whether it is a second failure, that is stated: what it has for this case opens by itself.

    Raises:
        NotPermitted: the actor may not see the first case.
        OpeningRefused: there are no words, or the reference is taken.
    """
    require(may_see(actor, first))
    opening = Opening(
        reference=reference,
        kind=Kind.COMPLAINT,
        words=words,
        customer=first.customer,
        customer_label=first.customer_label,
        language=first.language,
        facts=_facts(first, now),
        staged_at=first.staged_at,
        is_training=first.is_training,
    )
    case = open_case(actor=actor, opening=opening, now=now)
    _mark(case, first, now)
    return case


@transaction.atomic(durable=True)
def _mark(case: Case, first: Case, now: datetime) -> None:
    incident, is_new = SecondIncident.objects.get_or_create(case=case, defaults={"first": first, "marked_at": now})
    case.linked.add(first)
    if is_new:
        emit(SecondIncidentMarked(at=now, incident_id=incident.pk))


def _facts(first: Case, now: datetime) -> dict[str, object]:
    in_force = charter_in_force(at=first.staged_at or now)
    facts = known_facts(first, in_force)
    declared = in_force.charter.vocabulary.facts.get(f"case.{SECOND_FAILURE}")
    if declared is None or not isinstance(declared.type, YesNo):
        return facts
    of_the_case = facts.get("case")
    return {**facts, "case": {**(of_the_case if isinstance(of_the_case, dict) else {}), SECOND_FAILURE: True}}
