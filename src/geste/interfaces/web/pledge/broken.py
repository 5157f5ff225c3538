"""Broken: one line about a promise that was broken, with or without one's name, and the answer to it."""

import secrets
from collections.abc import Sequence
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.people.selectors import colleagues
from geste.apps.pledges.models import Breach, Protection
from geste.apps.pledges.models.breach import LINE_CHARACTERS
from geste.apps.pledges.policies import may_read_breaches
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import (
    breach_with_code,
    fate_of,
    is_house_small,
    own_breaches,
    readers_of,
    steps_of,
)
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.interfaces.web.pledge.words import day, fate_words, promise_words, refusal
from geste.interfaces.web.speech import own_words
from geste.interfaces.web.visitor import for_agents, now

CODE_PARTS = 4


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the one line, who would read it, and what became of one's own."""
    return _page(request, actor)


@require_POST
@for_agents
def say(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write the line down. Without a name, the words that lead back to the answer are shown once."""
    typed = request.POST
    code = "-".join(secrets.token_hex(2) for _part in range(CODE_PARTS)) if "nameless" in typed else ""
    telling = Telling(typed.get("promise", ""), typed.get("words", ""), typed.get("concerns", ""), code)
    try:
        breach = report_breach(actor=actor, telling=telling, now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    if code:
        shown = {"room": "pledge-broken", "code": code, "answer_by": day(breach.answer_by)}
        return render(request, "web/pledge/code.html", shown)
    said = _("It is with the keepers. You have an answer by %(day)s.")
    messages.success(request, said % {"day": day(breach.answer_by)})
    return redirect("web:pledge-broken")


@require_POST
@for_agents
def find(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the answer to a line that was written without a name, to whoever holds its code."""
    breach = breach_with_code(request.POST.get("code", "").strip().casefold())
    if breach is None:
        return _page(request, actor, _("No line was written with this code."))
    return render(request, "web/pledge/answer.html", {"room": "pledge-broken", "line": told(breach)})


def told(breach: Breach) -> dict[str, object]:
    """Return a report as its author and its readers see it."""
    fate = fate_of(breach)
    return {
        "number": breach.pk,
        "promise": promise_words(breach.promise),
        "words": own_words(breach.words),
        "day": day(breach.said_on),
        "fate": fate.value,
        "fate_words": fate_words(fate),
        "answer_by": day(breach.answer_by),
        "steps": [
            {
                "fate": fate_words(step.fate),
                "words": own_words(step.words),
                "by": step.taken_by.display_name,
                "day": day(step.taken_at),
            }
            for step in steps_of(breach)
        ],
    }


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    typed = request.POST
    shown = {
        "room": "pledge-broken",
        "promises": [(promise.value, promise_words(promise)) for promise in Protection],
        "others": [(user.username, user.display_name) for user in colleagues() if user.pk != actor.user_id],
        "readers": _names(readers_of(Protection.JOB, said_by=actor.user_id, concerns=None)),
        "readers_of_payback": _names(readers_of(Protection.PAYBACK, said_by=actor.user_id, concerns=None)),
        "is_small": is_house_small(),
        "reads": may_read_breaches(actor).allowed,
        "own": [told(breach) for breach in own_breaches(actor)],
        "limit": LINE_CHARACTERS,
        "typed": typed,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/broken.html", shown, status=status)


def _names(people: Sequence[User]) -> str:
    return ", ".join(user.display_name for user in people)
