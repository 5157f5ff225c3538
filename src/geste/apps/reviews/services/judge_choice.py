"""Judge a choice: name what was good in it, then say what you think of it. How it turned out is not known yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.events import ReviewGiven
from geste.apps.reviews.guarding import count_remarks, look_before
from geste.apps.reviews.models import Review
from geste.apps.reviews.models.review import WORDS_CHARACTERS
from geste.apps.reviews.policies import may_review
from geste.apps.reviews.refusals import ReviewRefused, written
from geste.apps.reviews.selectors import sample_numbered, verdicts_for
from geste.core.reviews.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said of a choice: the strength first, then what the charter should say, if it was unclear.

    The words are looked at before they go, as any word to a colleague is.
    """

    strength: str
    verdict: Verdict
    charter_should_say: str = ""
    language: str = "en"
    offered: frozenset[str] = frozenset()
    is_meant: bool = False


@transaction.atomic(durable=True)
def judge_choice(*, actor: Actor, sample_id: int, judgement: Judgement, now: datetime) -> Review:
    """Return the review of a draw. It is written once: how it turned out, which is shown next, changes nothing in it.

    What the customer got stays theirs, whatever is said here.

    Raises:
        NoSuchReview: there is no such draw this actor may see.
        NotPermitted: they do not review, or it is their own or of their line.
        ReviewRefused: no strength is named, the verdict is not open here, or somebody was there before.
        ThinkAgain: something in the words is worth a second thought.
    """
    sample = sample_numbered(actor, sample_id)
    require(may_review(actor, sample.decision))
    strength = written(judgement.strength, "strength.missing")
    if judgement.verdict not in verdicts_for(sample):
        raise ReviewRefused("verdict.start_up")
    charter_should_say = judgement.charter_should_say.strip()
    if judgement.verdict == Verdict.LEARN and not charter_should_say:
        raise ReviewRefused("charter.what_should_it_say")
    if len(charter_should_say) > WORDS_CHARACTERS:
        raise ReviewRefused("words.too_long")
    left = look_before(f"{strength}\n{charter_should_say}", judgement.language, is_meant=judgement.is_meant)

    said = {
        "reviewer_id": actor.user_id,
        "strength": strength,
        "charter_should_say": charter_should_say,
        "verdict": judgement.verdict.value,
        "judged_at": now,
    }
    review, is_new = Review.objects.get_or_create(sample=sample, defaults=said)
    if not is_new:
        raise ReviewRefused("review.done")
    count_remarks(judgement.offered, left, day=on_the_clock_of(sample.decision.site, now).date())
    emit(ReviewGiven(at=now, review_id=review.pk))
    return review
