"""Ask colleague: one tap asks somebody who is there what they would do. No permission, and nothing waits for it."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.practice.events import ColleagueAsked, ColleagueReplied
from geste.apps.practice.models import Question, Reply
from geste.apps.practice.models.question import QUESTION_CHARACTERS
from geste.apps.practice.policies import may_ask_colleague, may_reply
from geste.apps.practice.refusing import PracticeRefused, written
from geste.apps.refusals.selectors import people_to_hand_to


@transaction.atomic(durable=True)
def ask_colleague(*, actor: Actor, case: Case, to: int | None, words: str, now: datetime) -> Question:
    """Return what somebody asks a colleague; of nobody in particular, whoever is at the site.

    Asked again before anybody has answered, it is asked once.

    Raises:
        NotPermitted: the actor may not see this case, or is software.
        PracticeRefused: that colleague may not see the case, or the question is too long.
    """
    require(may_ask_colleague(actor, case))
    plain = written(words, QUESTION_CHARACTERS)
    if to is not None and to not in {user.pk for user in people_to_hand_to(actor, case)}:
        raise PracticeRefused("question.nobody")
    same = Question.objects.filter(case=case, asked_by=actor.user_id, asked_to=to, words=plain, replies=None)
    before = same.order_by("-pk").first()
    if before is not None:
        return before
    question = Question.objects.create(case=case, asked_by_id=actor.user_id, asked_to_id=to, words=plain, asked_at=now)
    emit(ColleagueAsked(at=now, question_id=question.pk))
    return question


@transaction.atomic(durable=True)
def reply(*, actor: Actor, question: Question, words: str, now: datetime) -> Reply:
    """Return what a colleague would do.

    Raises:
        NotPermitted: the actor asked themselves, may not see the case, or is software.
        PracticeRefused: nothing is said, or too much.
    """
    require(may_reply(actor, question))
    plain = written(words, QUESTION_CHARACTERS, missing="words.missing")
    told = Reply.objects.create(question=question, said_by_id=actor.user_id, words=plain, said_at=now)
    emit(ColleagueReplied(at=now, reply_id=told.pk))
    return told
