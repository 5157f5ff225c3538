"""Settling: what was done first and waits for somebody, what may be said of it, and who has been told."""

from django.db.models import QuerySet

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture, Settling
from geste.apps.gestures.selectors import visible_gestures
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holders
from geste.apps.pledges.start_up import is_for_learning_alone
from geste.apps.reviews.models import Conclusion, ProposedLine
from geste.apps.reviews.owed import teams_managed
from geste.apps.reviews.policies import may_conclude, settles
from geste.apps.reviews.refusals import NoSuchReview
from geste.apps.reviews.strata import crosses_red_line
from geste.core.reviews.verdicts import Settled, settled_open

RELATED = ("decision__charter_text", "decision__decided_by", "decision__case", "decision__site", "given_by", "case")
OF_A_CONCLUSION = tuple(f"settlement__gesture__{path}" for path in (*RELATED, "decision__gesture"))


def gestures_to_settle(actor: Actor) -> QuerySet[Gesture]:
    """Return what was done first and this actor may settle, the oldest first: nobody's own, nor their own line's."""
    if not settles(actor):
        return Gesture.objects.none()
    managers = [] if actor.team_id is None else holders(DutyKind.MANAGER, actor.team_id)
    rows = _waiting(visible_gestures(actor)).exclude(given_by=actor.user_id)
    rows = rows.exclude(given_by__team__in=teams_managed(actor)).exclude(given_by__in=managers)
    return rows.select_related(*RELATED).order_by("written_at", "pk")


def waits_for_nobody(actor: Actor) -> bool:
    """Return whether a steward sees something to settle, and nobody in the house may."""
    if not actor.is_steward or gestures_to_settle(actor).exists():
        return False
    has_reviewer = bool(holders(DutyKind.REVIEWER))
    return not has_reviewer and _waiting(visible_gestures(actor)).exists()


def gesture_looked_at(actor: Actor, number: int) -> Gesture:
    """Return something done first, settled or not, to whoever may settle it or did.

    Raises:
        NoSuchReview: there is none this actor may see.
    """
    rows = visible_gestures(actor).filter(pk=number, settling=Settling.TO_SETTLE.value, reversal=None)
    gesture = rows.select_related(*RELATED, "settlement__conclusion__line__draft").first()
    if gesture is None:
        raise NoSuchReview(number)
    return gesture


def conclusion_on(gesture: Gesture) -> Conclusion | None:
    """Return what was said of something done first, or None before it is settled."""
    return Conclusion.objects.filter(settlement__gesture=gesture).select_related(*OF_A_CONCLUSION).first()


def conclusion_numbered(number: int) -> Conclusion:
    """Return a conclusion; who may do what with it, its policies say.

    Raises:
        NoSuchReview: there is none.
    """
    conclusion = Conclusion.objects.select_related("settlement", *OF_A_CONCLUSION).filter(pk=number).first()
    if conclusion is None:
        raise NoSuchReview(number)
    return conclusion


def conclusions_open(gesture: Gesture) -> tuple[Settled, ...]:
    """Return what may be said of something done first."""
    decision = gesture.decision
    return settled_open(is_start_up=is_for_learning_alone(decision), crosses_red_line=crosses_red_line(decision))


def conclusions_for(actor: Actor) -> list[Conclusion]:
    """Return what was said of what this actor did first, the newest first; none before a first word reached them."""
    rows = Conclusion.objects.filter(settlement__gesture__given_by=actor.user_id)
    rows = rows.filter(settlement__gesture__decision__reactions__isnull=False).distinct()
    related = (*OF_A_CONCLUSION, "settlement__settled_by", "line__draft", "flag__repair", "answer")
    return list(rows.select_related(*related).order_by("-concluded_at", "-pk"))


def line_proposed(conclusion: Conclusion) -> ProposedLine | None:
    """Return where the line stands that a conclusion proposes, or None."""
    return ProposedLine.objects.filter(conclusion=conclusion).select_related("draft").first()


def may_look(actor: Actor, gesture: Gesture) -> bool:
    """Return whether an actor may settle something, or has."""
    settlement = getattr(gesture, "settlement", None)
    has_settled = settlement is not None and settlement.settled_by_id == actor.user_id
    return has_settled or may_conclude(actor, gesture.decision).allowed


def _waiting(rows: QuerySet[Gesture]) -> QuerySet[Gesture]:
    return rows.filter(settling=Settling.TO_SETTLE.value, settlement=None, reversal=None).exclude(
        case__is_training=True
    )
