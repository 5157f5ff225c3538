"""Feedback: anybody asks what they could do better, leaders like everybody else; lines come back without a name."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.pledges.feedback import NoSuchInvitation, may_be_known, questions_asked_by, questions_put_to
from geste.apps.pledges.models import Invitation
from geste.apps.pledges.models.invitation import FEEDBACK_CHARACTERS, QUESTION_CHARACTERS
from geste.apps.pledges.policies import may_invite_feedback, may_say_feedback
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.invite_feedback import answer_feedback, invite_feedback, say_feedback
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.pledge.words import day, refusal
from geste.interfaces.web.speech import own_words
from geste.interfaces.web.visitor import for_agents, now


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what somebody asked, and what they are asked."""
    return _page(request, actor)


@require_POST
@for_agents
def ask(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ask what one could do better."""
    try:
        invite_feedback(
            actor=actor, question=request.POST.get("question", ""), of_team=request.POST.get("to") == "team", now=now()
        )
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Asked. Lines arrive here, without names."))
    return redirect("web:pledge-feedback")


@require_POST
@for_agents
def say(request: HttpRequest, actor: Actor, invitation: int) -> HttpResponse:
    """Say a line."""
    try:
        say_feedback(actor=actor, number=invitation, words=request.POST.get("words", ""), now=now())
    except NoSuchInvitation:
        return not_found(request)
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Said. Your name is kept nowhere, and neither is the moment."))
    return redirect("web:pledge-feedback")


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor, invitation: int) -> HttpResponse:
    """Answer what was heard."""
    try:
        answer_feedback(actor=actor, number=invitation, words=request.POST.get("words", ""), now=now())
    except NoSuchInvitation:
        return not_found(request)
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Answered. Everybody who was asked can read it."))
    return redirect("web:pledge-feedback")


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    shown = {
        "room": "pledge-feedback",
        "own": [
            (_told(asked.invitation), [own_words(line) for line in asked.lines]) for asked in questions_asked_by(actor)
        ],
        "others": [
            (_told(it), may_be_known(it)) for it in questions_put_to(actor) if may_say_feedback(actor, it).allowed
        ],
        "may_ask": may_invite_feedback(actor).allowed,
        "has_team": actor.team_id is not None,
        "limits": {"question": QUESTION_CHARACTERS, "words": FEEDBACK_CHARACTERS},
        "typed": request.POST,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/feedback.html", shown, status=status)


def _told(invitation: Invitation) -> dict[str, object]:
    return {
        "number": invitation.pk,
        "by": invitation.asked_by.display_name,
        "question": own_words(invitation.question),
        "to": "" if invitation.team is None else invitation.team.name,
        "day": day(invitation.asked_at),
        "answer": own_words(invitation.answer),
    }
