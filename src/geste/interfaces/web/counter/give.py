"""Give: one tap at the counter, what the charter says before it, and the slip that is taken back."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.gestures.afterwards import TakeBackRefused
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.services.give_at_once import give_at_once
from geste.apps.gestures.services.take_back_gesture import take_back_gesture
from geste.apps.shadow.selectors import is_in_shadow
from geste.core.decision.inputs import InputRefused
from geste.interfaces.web.counter.page import numbered, page
from geste.interfaces.web.counter.sent import read_sent, tile_of
from geste.interfaces.web.counter.tiles import Tile
from geste.interfaces.web.counter.till import till_of
from geste.interfaces.web.counter.typed import NOTHING_TYPED
from geste.interfaces.web.desk.give import refusal_words
from geste.interfaces.web.desk.receipt import take_back_words
from geste.interfaces.web.visitor import for_agents, now


@require_POST
@for_agents
def verdict(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what the charter says of one gesture as it is typed: its part of the page, or the whole page."""
    till = till_of(actor, now())
    typed, proposal = read_sent(till, request.POST)
    tile = tile_of(till, typed, proposal)
    if tile is None or not request.htmx:  # type: ignore[attr-defined]
        return page(request, till, typed, sent=tile, problem="" if tile is None else tile.card.problem)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if tile.card.problem else HTTPStatus.OK
    shown = {"tile": tile, "in_shadow": is_in_shadow(actor)}
    return render(request, "web/counter/_verdict.html", shown, status=status)


@require_POST
@for_agents
def give(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Give, and say so on the counter; or show the counter again with what stands in the way."""
    till = till_of(actor, now())
    typed, proposal = read_sent(till, request.POST)
    problem = ""
    try:
        outcome = give_at_once(actor=actor, proposal=proposal, facts=till.facts(typed), now=till.now)
    except InputRefused as refused:
        problem = till.problem_words(refused)
    except ProposalRefused as refused:
        problem = refusal_words(refused.code)
    else:
        if outcome.gesture is not None:
            return to_counter(outcome.gesture.pk)
    tile = tile_of(till, typed, proposal)
    return page(request, till, typed, sent=tile, problem=problem or _declined(tile))


@require_POST
@for_agents
def take_back(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take back what this person has just given."""
    till = till_of(actor, now())
    try:
        done = take_back_gesture(
            actor=actor,
            gesture_id=numbered(request.POST.get("given", "")),
            key=request.POST.get("key", ""),
            now=till.now,
        )
    except (TakeBackRefused, ProposalRefused) as refused:
        return page(request, till, NOTHING_TYPED, problem=take_back_words(refused.code))
    return to_counter(done.row.gesture_id)


def to_counter(gesture_id: int) -> HttpResponse:
    """Return the way to the counter, where a line says what has become of a gesture."""
    return HttpResponseRedirect(f"{reverse('web:counter')}?{urlencode({'given': gesture_id})}")


def _declined(tile: Tile | None) -> str:
    """What stands in the way of a gesture that was not given."""
    if tile is None:
        return _("Nothing was given.")
    card = tile.card
    why = " ".join((*card.why, *(ask.words for ask in card.asks)))
    return _("Nothing was given. %(name)s: %(why)s") % {"name": card.name, "why": why}
