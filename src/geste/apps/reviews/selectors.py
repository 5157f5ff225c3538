"""Selectors of reviews: what waits for a reviewer, what is known before and after judging, what an author may read."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.gestures.feedback import feedback_on, is_withdrawn, visible_decisions
from geste.apps.gestures.models import DecisionRecord, Feedback
from geste.apps.pledges.start_up import is_for_learning_alone
from geste.apps.reviews.models import AnswerBack, Consideration, Reaction, Review, Sample
from geste.apps.reviews.policies import may_review
from geste.apps.reviews.refusals import NoSuchReview
from geste.apps.reviews.strata import crosses_red_line, gesture_of
from geste.core.reviews.questions import Thought
from geste.core.reviews.verdicts import KIND, Verdict, verdicts_open

MOST_TO_REVIEW = 20
NUMBER_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it turned out, as far as somebody heard. Shown to nobody who has yet to judge the choice."""

    feedback: tuple[Feedback, ...]
    is_taken_back: bool


def samples_to_review(actor: Actor) -> list[Sample]:
    """Return what was drawn and this actor may judge, the oldest first; nobody's name decides."""
    rows = visible_samples(actor).filter(review=None).order_by("drawn_at", "pk")
    return [sample for sample in rows if may_review(actor, sample.decision).allowed][:MOST_TO_REVIEW]


def sample_numbered(actor: Actor, number: int) -> Sample:
    """Return a draw at a place this actor may see.

    Raises:
        NoSuchReview: there is none.
    """
    sample = visible_samples(actor).filter(pk=number).first()
    if sample is None:
        raise NoSuchReview(number)
    return sample


def review_of(sample: Sample) -> Review | None:
    """Return what was said of a draw, or None before somebody has judged it."""
    return Review.objects.filter(sample=sample).select_related("reviewer", "note", "answer__reading").first()


def review_numbered(number: int) -> Review:
    """Return a review; who may do what with it, its policies say.

    Raises:
        NoSuchReview: there is none.
    """
    related = ("sample__decision__decided_by", "sample__decision__case", "reviewer", "note", "answer__reading")
    review = Review.objects.select_related(*related).filter(pk=number).first()
    if review is None:
        raise NoSuchReview(number)
    return review


def verdicts_for(sample: Sample) -> tuple[Verdict, ...]:
    """Return what may be said of a decision."""
    decision = sample.decision
    return verdicts_open(is_start_up=is_for_learning_alone(decision), crosses_red_line=crosses_red_line(decision))


def outcome_for(actor: Actor, sample: Sample) -> Outcome | None:
    """Return how a decision turned out, or None while this actor has yet to judge the choice.

    Only whoever has judged it sees it here: to know the end is to judge by it.
    """
    review = review_of(sample)
    if review is None or review.reviewer_id != actor.user_id:
        return None
    standing = tuple(each for each in feedback_on([sample.decision]) if not is_withdrawn(each))
    gesture = gesture_of(sample.decision)
    return Outcome(standing, is_taken_back=gesture is not None and hasattr(gesture, "reversal"))


def reviews_for(actor: Actor) -> list[Review]:
    """Return what this actor may read about decisions of their own, the newest first.

    What asks for something else is heard after a first good word, never before it.
    """
    related = ("sample__decision__case", "sample__decision__charter_text", "reviewer", "note", "answer__reading")
    rows = Review.objects.filter(sample__decision__decided_by=actor.user_id).select_related(*related)
    return [review for review in rows.order_by("-judged_at", "-pk") if is_ready_to_hear(review)]


def is_ready_to_hear(review: Review) -> bool:
    """Return whether the author may be told: it is kind, or somebody has backed them first."""
    return review.verdict in KIND or has_reaction(review.sample.decision)


def has_reaction(decision: DecisionRecord) -> bool:
    """Return whether a word has reached whoever decided."""
    return Reaction.objects.filter(decision=decision).exists()


def samples_about(actor: Actor) -> list[Sample]:
    """Return which of this actor's own decisions were drawn, with the reason where it was not chance."""
    rows = Sample.objects.filter(decision__decided_by=actor.user_id).select_related("drawn_by", "plan", "decision")
    return list(rows.order_by("-drawn_at", "-pk"))


def considerations_on(decision: DecisionRecord) -> list[Consideration]:
    """Return what whoever decided thought about, as far as they said, in the order it is asked."""
    order = list(Thought)
    rows = Consideration.objects.filter(decision=decision)
    return sorted(rows, key=lambda row: order.index(Thought(row.thought)))


def decisions_to_draw(actor: Actor, sought: str) -> list[DecisionRecord]:
    """Return the decisions of a case, or that of a receipt, which this actor may look at and nobody has drawn yet."""
    is_number = sought.isascii() and sought.isdecimal() and len(sought) <= NUMBER_DIGITS
    wanted = Q(case__reference__iexact=sought) | (Q(gesture__pk=int(sought)) if is_number else Q(pk__in=[]))
    rows = visible_decisions(actor).filter(wanted, sample=None).exclude(case__is_training=True)
    rows = rows.select_related("decided_by", "case").order_by("-pk")[:MOST_TO_REVIEW]
    return [decision for decision in rows if may_review(actor, decision).allowed]


def answers_unread(actor: Actor) -> list[AnswerBack]:
    """Return answers to what this actor said of decisions, in reviews and conclusions, that they have not read yet."""
    said = Q(review__reviewer=actor.user_id) | Q(conclusion__settlement__settled_by=actor.user_id)
    rows = AnswerBack.objects.filter(said, reading=None) if actor.kind == "agent" else AnswerBack.objects.none()
    decisions = ("review__sample__decision", "conclusion__settlement__gesture__decision")
    related = [f"{path}__{name}" for path in decisions for name in ("decided_by", "case", "charter_text", "site")]
    return list(rows.select_related(*related).order_by("answered_at", "pk"))


def decision_answered_on(answer: AnswerBack) -> DecisionRecord:
    """Return the decision an answer is about."""
    if answer.review is not None:
        return answer.review.sample.decision
    assert answer.conclusion is not None, "an answer is to one word"
    return answer.conclusion.settlement.gesture.decision


def share_of_noes(*, since: datetime) -> tuple[int, int]:
    """Return how many noes chance drew since a moment, and how many decisions in all."""
    drawn = Sample.objects.filter(plan__isnull=False, drawn_at__gte=since)
    return drawn.filter(stratum__in=["refusal", "handover"]).count(), drawn.count()


def visible_samples(actor: Actor) -> QuerySet[Sample]:
    """Return what was drawn at the places this actor may see."""
    seen = visible_decisions(actor).select_related(None)
    related = ("decision__case", "decision__decided_by", "decision__charter_text", "decision__gesture__reversal")
    return Sample.objects.filter(decision__in=seen).select_related(*related)
