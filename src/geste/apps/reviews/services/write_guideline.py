"""Write a guideline: say it better, on the spot, and put it before whoever writes the charter."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.reviews.calibrating import calibration_numbered, is_over
from geste.apps.reviews.models import Guideline
from geste.apps.reviews.models.calibration import GUIDELINE_CHARACTERS
from geste.apps.reviews.policies import may_write_guideline
from geste.apps.reviews.refusals import ReviewRefused, written
from geste.apps.reviews.services.propose_line import propose_guideline


@transaction.atomic(durable=True)
def write_guideline(*, actor: Actor, number: int, words: str, now: datetime) -> Guideline:
    """Return the sentence that those who judged would rather read. It stands in a draft; no charter changes by it.

    Raises:
        NoSuchReview: there is none, or the actor is not in it.
        NotPermitted: they do not judge in it.
        ReviewRefused: it is not over yet, nothing is said or too much, or it was written before.
    """
    calibration = calibration_numbered(actor, number)
    require(may_write_guideline(actor, calibration))
    if not is_over(calibration, now):
        raise ReviewRefused("calibration.not_over")
    words = written(words, "words.missing")
    if len(words) > GUIDELINE_CHARACTERS:
        raise ReviewRefused("words.too_long")
    said = {"words": words, "written_by_id": actor.user_id, "written_at": now}
    guideline, is_new = Guideline.objects.get_or_create(calibration=calibration, defaults=said)
    if not is_new:
        raise ReviewRefused("review.done")
    propose_guideline(actor=actor, guideline=guideline, now=now)
    return guideline
