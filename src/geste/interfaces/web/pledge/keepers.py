"""Keepers: reports of broken promises, for whoever was named to read them. Never for whom they concern."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.pledges.days import day_of
from geste.apps.pledges.models import ENDS, Breach, Fate
from geste.apps.pledges.models.breach import LINE_CHARACTERS
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import NoSuchBreach, breaches_to_read, fate_of
from geste.apps.pledges.services.answer_breach import answer_breach
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.pledge.broken import told
from geste.interfaces.web.pledge.words import refusal
from geste.interfaces.web.visitor import for_agents, now


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the reports this person reads, those that wait first."""
    return _page(request, actor)


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor, breach: int) -> HttpResponse:
    """Answer one, or say how it ended."""
    typed = request.POST
    fate, words = typed.get("fate", ""), typed.get("words", "")
    try:
        answer_breach(actor=actor, number=breach, fate=fate, words=words, now=now())
    except NoSuchBreach:
        return not_found(request)
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Written down. Whoever reported it reads your words."))
    return redirect("web:pledge-keepers")


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    breaches = breaches_to_read(actor)
    ended = [breach for breach in breaches if fate_of(breach) in ENDS]
    waiting = [breach for breach in breaches if breach not in ended]
    shown = {
        "room": "pledge-broken",
        "waiting": [_line(breach) for breach in waiting],
        "ended": [_line(breach) for breach in ended],
        "limit": LINE_CHARACTERS,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/keepers.html", shown, status=status)


def _line(breach: Breach) -> dict[str, object]:
    return {
        **told(breach),
        "said_by": "" if breach.said_by is None else breach.said_by.display_name,
        "concerns": "" if breach.concerns is None else breach.concerns.display_name,
        "is_late": fate_of(breach) is Fate.RECEIVED and day_of(now()) > breach.answer_by,
    }
