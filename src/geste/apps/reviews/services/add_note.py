"""Add a note: what a reviewer would try another time. It goes after the first good word has arrived, never before."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.events import ReviewGiven
from geste.apps.reviews.guarding import count_remarks, look_before
from geste.apps.reviews.models import CoachingNote
from geste.apps.reviews.policies import may_add_note
from geste.apps.reviews.refusals import ReviewRefused, written
from geste.apps.reviews.selectors import has_reaction, review_numbered
from geste.apps.reviews.wording import Wording


@transaction.atomic(durable=True)
def add_note(*, actor: Actor, review_id: int, wording: Wording, now: datetime) -> CoachingNote:
    """Return the note on a review. Each review has one.

    Raises:
        NoSuchReview: there is none.
        NotPermitted: somebody else made it.
        ReviewRefused: nobody has backed the author yet, nothing is said or too much, or there is a note.
        ThinkAgain: something in the words is worth a second thought.
    """
    review = review_numbered(review_id)
    require(may_add_note(actor, review))
    if not has_reaction(review.sample.decision):
        raise ReviewRefused("note.reaction_first")
    words = written(wording.words, "words.missing")
    left = look_before(words, wording.language, is_meant=wording.is_meant)

    note, is_new = CoachingNote.objects.get_or_create(review=review, defaults={"words": words, "written_at": now})
    if not is_new:
        raise ReviewRefused("review.done")
    count_remarks(wording.offered, left, day=on_the_clock_of(review.sample.decision.site, now).date())
    emit(ReviewGiven(at=now, review_id=review.pk))
    return note
