"""Feedback: what is known of how decisions left their customers, and which of them one may still ask about."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status
from geste.apps.cases.selectors import moment_of
from geste.apps.gestures.models import DecisionRecord, Feedback, Gesture
from geste.apps.people.selectors import on_the_clock_of


class NoSuchDecision(Exception):
    """There is no such decision, or it is not for this actor to see."""


class NoSuchFeedback(Exception):
    """Nobody noted that, or it is not for this actor to see."""


def visible_decisions(actor: Actor) -> QuerySet[DecisionRecord]:
    """Return the decisions of the places this actor may see, given or not."""
    rows = DecisionRecord.objects.select_related("case__site", "site", "charter_text", "gesture__reversal")
    return rows if actor.site_id is None else rows.filter(Q(site=None) | Q(site_id=actor.site_id))


def decision_numbered(actor: Actor, number: int) -> DecisionRecord:
    """Return a decision, a no like a yes.

    Raises:
        NoSuchDecision: there is none this actor may see.
    """
    decision = visible_decisions(actor).filter(pk=number).first()
    if decision is None:
        raise NoSuchDecision(number)
    return decision


def feedback_numbered(actor: Actor, number: int) -> Feedback:
    """Return feedback on a decision, withdrawn or not.

    Raises:
        NoSuchFeedback: there is none this actor may see.
    """
    feedback = _with_whom().filter(pk=number, decision__in=visible_decisions(actor).select_related(None)).first()
    if feedback is None:
        raise NoSuchFeedback(number)
    return feedback


def feedback_on(decisions: Collection[DecisionRecord]) -> list[Feedback]:
    """Return everything noted on these decisions, the newest first, what was withdrawn included."""
    return list(_with_whom().filter(decision__in=decisions).order_by("-happened_on", "-pk")) if decisions else []


def standing_feedback(decisions: Collection[DecisionRecord]) -> dict[int, list[Feedback]]:
    """Return, by decision, what was noted and not withdrawn, the newest first."""
    found: dict[int, list[Feedback]] = defaultdict(list)
    for feedback in feedback_on(decisions):
        if not is_withdrawn(feedback):
            found[feedback.decision_id].append(feedback)
    return dict(found)


def is_withdrawn(feedback: Feedback) -> bool:
    """Return whether somebody said that it was noted by mistake."""
    return hasattr(feedback, "withdrawal")


def decisions_on(case: Case) -> list[DecisionRecord]:
    """Return what was decided on a case, the newest first."""
    rows = case.decisions.select_related("charter_text", "site", "gesture__reversal")
    return list(rows.order_by("-pk"))


def to_ask_about(case: Case, decisions: Collection[DecisionRecord]) -> DecisionRecord | None:
    """Return the decision of a case to ask about: the last thing given, or once it is closed the last no.

    Before that nobody is asked: there is nothing yet that could have left the customer one way or the other. What was
    taken back is left out.
    """
    stands = [decision for decision in decisions if not hasattr(_gesture(decision), "reversal")]
    given = (decision for decision in stands if _gesture(decision) is not None)
    newest = stands[0] if stands and case.status == Status.CLOSED else None
    return next(given, newest)


def _gesture(decision: DecisionRecord) -> Gesture | None:
    return getattr(decision, "gesture", None)


def days_possible(decision: DecisionRecord, now: datetime) -> tuple[date, date, date]:
    """Return the first and the last day on which a customer may have said something, and the one that is today there.

    A staged case stands still at its moment; whoever looks at it later may say either day.
    """
    decided = on_the_clock_of(decision.site, decision.decided_at).date()
    here = on_the_clock_of(decision.site, now)
    today = (here if decision.case is None else moment_of(decision.case, here)).date()
    return decided, max(decided, today, here.date()), max(decided, today)


def _with_whom() -> QuerySet[Feedback]:
    return Feedback.objects.select_related("noted_by", "decision__site", "decision__charter_text", "withdrawal")
