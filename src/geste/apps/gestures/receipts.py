"""Receipts: what the receipt of a decision tells, read off its rows, and the receipts somebody has."""

from django.db.models import QuerySet

from geste.apps.audit.selectors import KeptReceipt, receipts_of_decisions
from geste.apps.audit.subjects import subject_of_case, subject_of_decision
from geste.apps.base.actor import Actor
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.selectors import Question, reasons_in
from geste.core.receipts.payload import Decided


def as_decided(record: DecisionRecord, gesture: Gesture | None, actor: Actor, question: Question) -> Decided:
    """Return a decision as its receipt tells it; without a gesture it was declined.

    The key of a proposal, notes and names are nobody's business but the house's: they are not told.
    """
    charter, request = question.in_force.charter, question.request
    assert request.proposal is not None, "what was decided was proposed"
    return Decided(
        decision=record.pk,
        gesture=None if gesture is None else gesture.pk,
        what=request.proposal.gesture,
        amount=record.amount,
        currency=record.currency,
        authority=record.authority,
        route=record.route,
        routes=record.routes,
        charter=charter.id,
        charter_version=record.charter_version,
        charter_digest=record.charter_digest,
        clause=record.clause,
        reasons=reasons_in(record),
        role=request.actor.role,
        actor_kind=request.actor.kind,
        person_id=actor.user_id,
        person=actor.name,
        subject=subject_of_decision(record.pk) if record.case_id is None else subject_of_case(record.case_id),
        request=question.asked,
        at=question.at.isoformat(),
        is_training=record.case is not None and record.case.is_training,
    )


def decisions_by(actor: Actor) -> QuerySet[DecisionRecord]:
    """Return everything somebody decided, given or not, newest first. Only they themselves ask."""
    rows = DecisionRecord.objects.filter(decided_by_id=actor.user_id)
    return rows.select_related("charter_text", "gesture", "site").order_by("-decided_at", "-pk")


def receipts_of(actor: Actor) -> list[KeptReceipt]:
    """Return the receipts of everything somebody decided, in the order of the log."""
    return receipts_of_decisions(list(decisions_by(actor).values_list("pk", flat=True)))
