"""Answer a conclusion: whoever did something first answers what was concluded, and whoever concluded it reads that."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.reviews.answering import kept_answer
from geste.apps.reviews.events import ConclusionAnswered
from geste.apps.reviews.models import AnswerBack, AnswerRead
from geste.apps.reviews.policies import may_hear, may_read_answer
from geste.apps.reviews.refusals import NoSuchReview
from geste.apps.reviews.selectors import has_reaction
from geste.apps.reviews.settling import conclusion_numbered


@transaction.atomic(durable=True)
def answer_conclusion(*, actor: Actor, conclusion_id: int, words: str, now: datetime) -> AnswerBack:
    """Return the answer to a conclusion, which waits for whoever concluded it until they have read it.

    It moves nothing: neither what the customer was given nor where its cost went.

    Raises:
        NoSuchReview: there is none, or it has not reached whoever decided yet.
        NotPermitted: somebody else decided.
        ReviewRefused: nothing is said, too much, or it was answered before.
    """
    conclusion = conclusion_numbered(conclusion_id)
    decision = conclusion.settlement.gesture.decision
    require(may_hear(actor, decision))
    if not has_reaction(decision):
        raise NoSuchReview(conclusion_id)
    answer = kept_answer(conclusion, words=words, now=now)
    emit(ConclusionAnswered(at=now, conclusion_id=conclusion.pk))
    return answer


@transaction.atomic(durable=True)
def note_conclusion_read(*, actor: Actor, conclusion_id: int, now: datetime) -> None:
    """Keep that whoever concluded it has read the answer. Twice is once.

    Raises:
        NoSuchReview: there is none, or nobody has answered.
        NotPermitted: somebody else concluded it.
    """
    conclusion = conclusion_numbered(conclusion_id)
    answer = AnswerBack.objects.filter(conclusion=conclusion).first()
    if answer is None:
        raise NoSuchReview(conclusion_id)
    require(may_read_answer(actor, conclusion))
    AnswerRead.objects.get_or_create(answer=answer, defaults={"read_at": now})
