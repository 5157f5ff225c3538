"""Invite feedback: somebody asks about themselves, others say a line without a name, and what was heard is answered."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.base.rows import add_rows_not_there
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.apps.pledges.events import FeedbackAnswered, FeedbackInvited
from geste.apps.pledges.feedback import Direction, direction_of, invitation_for
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import DirectionTally, FeedbackLine, Invitation
from geste.apps.pledges.models.invitation import FEEDBACK_CHARACTERS, QUESTION_CHARACTERS
from geste.apps.pledges.policies import may_answer_feedback, may_invite_feedback, may_say_feedback
from geste.apps.pledges.quarters import quarter_around
from geste.apps.pledges.refusals import PledgeRefused


@transaction.atomic(durable=True)
def invite_feedback(*, actor: Actor, question: str, of_team: bool, now: datetime) -> Invitation:
    """Return a question about the actor, put to their team or to the whole house.

    Raises:
        NotPermitted: software asks.
        PledgeRefused: it says nothing, is too long, or the actor is of no team to ask.
    """
    require(may_invite_feedback(actor))
    words = one_line(question, most=QUESTION_CHARACTERS, code="feedback")
    if of_team and actor.team_id is None:
        raise PledgeRefused("feedback.no_team")

    invitation = Invitation.objects.create(
        asked_by_id=actor.user_id, question=words, team_id=actor.team_id if of_team else None, asked_at=now
    )
    emit(FeedbackInvited(at=now, invitation_id=invitation.pk))
    return invitation


@transaction.atomic(durable=True)
def say_feedback(*, actor: Actor, number: int, words: str, now: datetime) -> None:
    """Keep a line for whoever asked. Neither who said it nor when is kept, and no news tells that it came.

    Raises:
        NotPermitted: it is their own question, or software answers.
        PledgeRefused: it says nothing, is too long, or what was heard is answered already.
        NoSuchInvitation: there is none, or it was put to others.
    """
    invitation = invitation_for(actor, number)
    require(may_say_feedback(actor, invitation))
    line = one_line(words, most=FEEDBACK_CHARACTERS, code="feedback")
    if invitation.answered_at is not None:
        raise PledgeRefused("feedback.answered")
    quarter = quarter_around(on_the_clock_of_the_house(now))

    FeedbackLine.objects.create(invitation=invitation, words=line)
    add_rows_not_there([DirectionTally(quarter=quarter, direction=each.value) for each in Direction])
    counter = DirectionTally.objects.filter(quarter=quarter, direction=direction_of(actor, invitation).value)
    counter.update(count=F("count") + 1)


@transaction.atomic(durable=True)
def answer_feedback(*, actor: Actor, number: int, words: str, now: datetime) -> None:
    """Answer what was heard, once, for everybody who was asked to read.

    Raises:
        NotPermitted: somebody else asked.
        PledgeRefused: it says nothing, is too long, nothing was heard yet, or it is answered already.
        NoSuchInvitation: there is none, or it was put to others.
    """
    invitation = invitation_for(actor, number)
    require(may_answer_feedback(actor, invitation))
    answer = one_line(words, most=FEEDBACK_CHARACTERS, code="feedback")
    if not invitation.lines.exists():
        raise PledgeRefused("feedback.nothing_heard")
    waiting = Invitation.objects.filter(pk=invitation.pk, answered_at=None)
    if not waiting.update(answer=answer, answered_at=now):
        raise PledgeRefused("feedback.answered")

    emit(FeedbackAnswered(at=now, invitation_id=invitation.pk))
