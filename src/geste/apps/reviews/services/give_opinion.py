"""Give an opinion: judge one decision of a calibration, before anybody's else opinion can be seen."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.reviews.calibrating import case_numbered, is_over
from geste.apps.reviews.events import OpinionGiven
from geste.apps.reviews.models import Opinion
from geste.apps.reviews.policies import may_give_opinion
from geste.apps.reviews.refusals import ReviewRefused, written
from geste.apps.reviews.selectors import verdicts_for
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What somebody says of a decision: the choice, the charter, how much it was, and why in their words."""

    choice: Verdict
    clarity: Clarity
    measure: Measure
    words: str


@transaction.atomic(durable=True)
def give_opinion(*, actor: Actor, case_id: int, view: View, now: datetime) -> Opinion:
    """Return the opinion of somebody on one decision. It is given once, and read by nobody until all have given theirs.

    Raises:
        NoSuchReview: there is none, or the actor is not in it.
        NotPermitted: they were not asked to judge, or it is their own or of their line.
        ReviewRefused: it is over, the verdict is not open here, nothing is said or too much, or they were here before.
    """
    case = case_numbered(actor, case_id)
    require(may_give_opinion(actor, case))
    if is_over(case.calibration, now):
        raise ReviewRefused("calibration.over")
    if view.choice not in verdicts_for(case.sample):
        raise ReviewRefused("verdict.start_up")
    said = {
        "choice": view.choice.value,
        "clarity": view.clarity.value,
        "measure": view.measure.value,
        "words": written(view.words, "words.missing"),
        "given_at": now,
    }
    opinion, is_new = Opinion.objects.get_or_create(case=case, given_by_id=actor.user_id, defaults=said)
    if not is_new:
        raise ReviewRefused("review.done")
    emit(OpinionGiven(at=now, opinion_id=opinion.pk))
    return opinion
