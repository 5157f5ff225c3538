"""Answering: what whoever decided says to a review or a conclusion, once, and what is kept of it."""

from datetime import datetime

from geste.apps.reviews.models import AnswerBack, Conclusion, Review
from geste.apps.reviews.refusals import ReviewRefused, written


def kept_answer(to: Review | Conclusion, *, words: str, now: datetime) -> AnswerBack:
    """Return the answer, written inside the caller's transaction.

    Raises:
        ReviewRefused: nothing is said, too much, or it was answered before.
    """
    about = {"review": to} if isinstance(to, Review) else {"conclusion": to}
    said = {"words": written(words, "words.missing"), "answered_at": now}
    answer, is_new = AnswerBack.objects.get_or_create(**about, defaults=said)
    if not is_new:
        raise ReviewRefused("review.done")
    return answer
