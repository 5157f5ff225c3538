"""Coached: whoever lets a coach see, and what the coach reads: words, no figure. Each look is told to the person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.portraits.policies import may_look_at_room
from geste.apps.portraits.selectors import consents_held
from geste.apps.portraits.services.look_at_room import look_at_room
from geste.apps.training.selectors import readiness_of
from geste.core.portrait.sharing import SharedView
from geste.interfaces.web.errors import permission_words
from geste.interfaces.web.mine.practising import readiness_words
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.catalogue import sentence
from geste.phrases.portrait import say_shared


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show who lets this coach see."""
    people = [
        (consent.person_id, consent.person.display_name, _why_not(actor, consent.person))
        for consent in consents_held(actor)
    ]
    return render(request, "web/mine/coached.html", {"room": "mine-coached", "people": people})


@require_POST
@for_agents
def look(request: HttpRequest, actor: Actor, person: int) -> HttpResponse:
    """Show what a coach may read of somebody, and keep that they did."""
    told = look_at_room(actor=actor, person_id=person, now=now())
    theirs = next(consent.person for consent in consents_held(actor) if consent.person_id == person)
    shown = {
        "room": "mine-coached",
        "name": theirs.display_name,
        "practice": readiness_words(readiness_of(theirs, now=now())),
        "views": [(say_shared(view, language()), _means(view)) for view in told.views],
    }
    return render(request, "web/mine/shared.html", shown)


def _means(view: SharedView) -> str:
    return sentence(f"pattern.{view.pattern}.shared", language())


def _why_not(actor: Actor, person: User) -> str:
    may = may_look_at_room(actor, person)
    return "" if may.allowed else permission_words(may.reason)
