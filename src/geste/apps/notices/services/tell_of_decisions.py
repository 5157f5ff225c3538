"""Tell of decisions: words that were said of one, words that hurt, and first words that are still owed."""

from datetime import date, datetime, timedelta

from django.db import transaction

from geste.apps.gestures.models import DecisionRecord
from geste.apps.notices.models import Kind, Notice, Round
from geste.apps.notices.telling import News, end, tell
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import actor_for, holders, on_the_clock_of, on_the_clock_of_the_house
from geste.apps.reviews.events import (
    CommentFlagged,
    CommentRepaired,
    Concluded,
    ConclusionAnswered,
    ReactionSent,
    ReviewAnswered,
    ReviewGiven,
)
from geste.apps.reviews.models import CommentFlag, Conclusion, Reaction, Review
from geste.apps.reviews.owed import reactions_owed, said_by
from geste.apps.reviews.selectors import has_reaction, is_ready_to_hear

WORDS_OWED = "words_owed"
A_DAY = timedelta(days=1)
FLAGGED = ("reaction__decision__decided_by", "note__review__sample__decision__decided_by")
CONCLUDED = "conclusion__settlement__gesture__decision__decided_by"


@transaction.atomic
def tell_word_said(event: ReactionSent, now: datetime) -> None:
    """Tell whoever decided; what waited for a first word is told with it, and nobody owes one any more."""
    reaction = Reaction.objects.select_related("sent_by", "decision").get(pk=event.reaction_id)
    decision = reaction.decision
    end(Kind.WORD_OWED, f"decision:{decision.pk}")
    news = News(Kind.WORD_SAID, f"reaction:{reaction.pk}", name=reaction.sent_by.display_name)
    tell([decision.decided_by_id], news, at=event.at, now=now)
    for review in Review.objects.filter(sample__decision=decision):
        _tell_reviewed(review, decision, event.at, now)
    for conclusion in Conclusion.objects.filter(settlement__gesture__decision=decision):
        _tell_concluded(conclusion, decision, event.at, now)


@transaction.atomic
def tell_reviewed(event: ReviewGiven, now: datetime) -> None:
    """Tell whoever decided, once they may hear it."""
    review = Review.objects.select_related("sample__decision").get(pk=event.review_id)
    if is_ready_to_hear(review):
        _tell_reviewed(review, review.sample.decision, event.at, now)


@transaction.atomic
def tell_review_answered(event: ReviewAnswered, now: datetime) -> None:
    """Tell the reviewer."""
    review = Review.objects.select_related("sample__decision__decided_by").get(pk=event.review_id)
    news = News(Kind.REVIEW_ANSWERED, f"review:{review.pk}", name=review.sample.decision.decided_by.display_name)
    tell([review.reviewer_id], news, at=event.at, now=now)


@transaction.atomic
def tell_concluded(event: Concluded, now: datetime) -> None:
    """Tell whoever did it first, once a first good word has reached them."""
    related = "settlement__gesture__decision"
    conclusion = Conclusion.objects.select_related(related).get(pk=event.conclusion_id)
    decision = conclusion.settlement.gesture.decision
    if has_reaction(decision):
        _tell_concluded(conclusion, decision, event.at, now)


@transaction.atomic
def tell_conclusion_answered(event: ConclusionAnswered, now: datetime) -> None:
    """Tell whoever concluded it."""
    related = "settlement__gesture__decision__decided_by"
    conclusion = Conclusion.objects.select_related(related).get(pk=event.conclusion_id)
    settlement = conclusion.settlement
    name = settlement.gesture.decision.decided_by.display_name
    news = News(Kind.CONCLUSION_ANSWERED, f"conclusion:{conclusion.pk}", name=name)
    tell([settlement.settled_by_id], news, at=event.at, now=now)


@transaction.atomic
def tell_word_hurt(event: CommentFlagged, now: datetime) -> None:
    """Tell whoever said it that it is to be put right."""
    flag = CommentFlag.objects.select_related(*FLAGGED, CONCLUDED).get(pk=event.flag_id)
    tell([said_by(flag)], News(Kind.WORD_HURT, f"flag:{flag.pk}"), at=event.at, now=now)
    if hasattr(flag, "repair"):
        end(Kind.WORD_HURT, f"flag:{flag.pk}")


@transaction.atomic
def tell_word_put_right(event: CommentRepaired, now: datetime) -> None:
    """Tell whom it hurt."""
    related = (*FLAGGED, CONCLUDED, "repair__repaired_by")
    flag = CommentFlag.objects.select_related(*related).get(pk=event.flag_id)
    end(Kind.WORD_HURT, f"flag:{flag.pk}")
    news = News(Kind.WORD_PUT_RIGHT, f"flag:{flag.pk}", name=flag.repair.repaired_by.display_name)
    tell([_decision_of(flag).decided_by_id], news, at=event.at, now=now)


def tell_words_owed(*, now: datetime) -> int:
    """Tell each manager, once a day, of first words they owe by tomorrow; return how many were new to them."""
    today = on_the_clock_of_the_house(now).date()
    is_done = Round.objects.filter(name=WORDS_OWED, day=today).exists()
    return 0 if is_done else _tell_words_owed(today, now)


@transaction.atomic(durable=True)
def _tell_words_owed(today: date, now: datetime) -> int:
    if not Round.objects.get_or_create(name=WORDS_OWED, day=today)[1]:
        return 0
    before = Notice.objects.count()
    for manager in holders(DutyKind.MANAGER):
        for owed in reactions_owed(actor_for(manager), now=now):
            # Due is the first moment of the day after: what is due by the end of tomorrow is told today.
            left = owed.due_at - on_the_clock_of(owed.gesture.site, now)
            if timedelta() < left <= 2 * A_DAY:
                about, name = f"decision:{owed.gesture.decision_id}", owed.gesture.given_by.display_name
                tell([manager.pk], News(Kind.WORD_OWED, about, name=name), at=now, now=now)
    return Notice.objects.count() - before


def _tell_reviewed(review: Review, decision: DecisionRecord, at: datetime, now: datetime) -> None:
    tell([decision.decided_by_id], News(Kind.REVIEWED, f"review:{review.pk}"), at=at, now=now)


def _tell_concluded(conclusion: Conclusion, decision: DecisionRecord, at: datetime, now: datetime) -> None:
    tell([decision.decided_by_id], News(Kind.CONCLUDED, f"conclusion:{conclusion.pk}"), at=at, now=now)


def _decision_of(flag: CommentFlag) -> DecisionRecord:
    if flag.reaction is not None:
        return flag.reaction.decision
    if flag.note is not None:
        return flag.note.review.sample.decision
    assert flag.conclusion is not None, "a flag is about one word"
    return flag.conclusion.settlement.gesture.decision
