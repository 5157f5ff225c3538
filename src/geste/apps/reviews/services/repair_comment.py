"""Repair a comment: apologise for a word that hurt, and say the promise again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.reviews.events import CommentRepaired
from geste.apps.reviews.models import CommentFlag, Repair
from geste.apps.reviews.owed import said_by
from geste.apps.reviews.policies import may_repair
from geste.apps.reviews.refusals import NoSuchReview, ReviewRefused, written


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeGood:
    """What is said to somebody who was hurt: sorry, and what holds."""

    apology: str
    restated: str


@transaction.atomic(durable=True)
def repair_comment(*, actor: Actor, flag_id: int, made_good: MadeGood, now: datetime) -> Repair:
    """Return how a word that hurt was put right.

    Raises:
        NoSuchReview: there is no such flag.
        NotPermitted: somebody else said it, and the actor does not lead.
        ReviewRefused: the apology or the promise is missing or too long, or it was put right before.
    """
    related = ("reaction__decision", "note__review__sample__decision", "conclusion__settlement")
    flag = CommentFlag.objects.select_related(*related).filter(pk=flag_id).first()
    if flag is None:
        raise NoSuchReview(flag_id)
    require(may_repair(actor, said_by(flag)))
    said = {
        "apology": written(made_good.apology, "apology.missing"),
        "restated": written(made_good.restated, "promise.missing"),
        "repaired_by_id": actor.user_id,
        "repaired_at": now,
    }
    repair, is_new = Repair.objects.get_or_create(flag=flag, defaults=said)
    if not is_new:
        raise ReviewRefused("review.done")
    emit(CommentRepaired(at=now, flag_id=flag.pk))
    return repair
