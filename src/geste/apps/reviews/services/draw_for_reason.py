"""Draw for a reason: somebody wants to look at a decision again, and says why to whoever made it."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.feedback import decision_numbered
from geste.apps.reviews.models import Sample
from geste.apps.reviews.models.sample import REASON_CHARACTERS
from geste.apps.reviews.policies import may_review
from geste.apps.reviews.refusals import ReviewRefused, written
from geste.apps.reviews.strata import stratum_of


@transaction.atomic(durable=True)
def draw_for_reason(*, actor: Actor, decision_id: int, reason: str, now: datetime) -> Sample:
    """Return the draw of a decision. One that was drawn already stays as it was drawn.

    Raises:
        NoSuchDecision: there is none this actor may see.
        NotPermitted: they do not review, or it is their own or of their line.
        ReviewRefused: no reason is given, or too long a one.
    """
    decision = decision_numbered(actor, decision_id)
    require(may_review(actor, decision))
    reason = written(reason, "reason.missing")
    if len(reason) > REASON_CHARACTERS:
        raise ReviewRefused("words.too_long")
    drawn = {"stratum": stratum_of(decision).value, "drawn_by_id": actor.user_id, "reason": reason, "drawn_at": now}
    sample, _ = Sample.objects.get_or_create(decision=decision, defaults=drawn)
    return sample
