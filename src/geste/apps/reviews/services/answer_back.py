"""Answer back: whoever decided answers their review, and the reviewer reads it."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import refused, require
from geste.apps.reviews.answering import kept_answer
from geste.apps.reviews.events import ReviewAnswered
from geste.apps.reviews.models import AnswerBack, AnswerRead
from geste.apps.reviews.policies import may_answer
from geste.apps.reviews.refusals import NoSuchReview
from geste.apps.reviews.selectors import is_ready_to_hear, review_numbered


@transaction.atomic(durable=True)
def answer_back(*, actor: Actor, review_id: int, words: str, now: datetime) -> AnswerBack:
    """Return the answer to a review, which waits for the reviewer until they have read it.

    Raises:
        NoSuchReview: there is none, or it has not reached its author yet.
        NotPermitted: somebody else made the decision.
        ReviewRefused: nothing is said, too much, or it was answered before.
    """
    review = review_numbered(review_id)
    require(may_answer(actor, review))
    if not is_ready_to_hear(review):
        raise NoSuchReview(review_id)
    answer = kept_answer(review, words=words, now=now)
    emit(ReviewAnswered(at=now, review_id=review.pk))
    return answer


@transaction.atomic(durable=True)
def note_read(*, actor: Actor, review_id: int, now: datetime) -> None:
    """Keep that the reviewer has read the answer. Twice is once.

    Raises:
        NoSuchReview: there is none, or nobody has answered.
        NotPermitted: somebody else made the review.
    """
    review = review_numbered(review_id)
    answer = AnswerBack.objects.filter(review=review).first()
    if answer is None:
        raise NoSuchReview(review_id)
    if review.reviewer_id != actor.user_id:
        require(refused("permission.reviewed_by_another"))
    AnswerRead.objects.get_or_create(answer=answer, defaults={"read_at": now})
