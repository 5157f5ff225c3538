"""Open ones: the list of what was promised and is not yet done. It has to come to nought."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_of
from geste.apps.execution.models import Commitment
from geste.apps.execution.policies import may_decide, may_mark_done
from geste.apps.execution.ports import Operation
from geste.apps.execution.selectors import NoSuchPromise, not_begun, promised_not_done
from geste.apps.execution.services.decide_by_hand import (
    NOTE_CHARACTERS,
    DecisionRefused,
    give_back,
    mark_done,
    note_seen,
    try_again,
)
from geste.apps.execution.states import State
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import given_moment
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.promises.words import connector_words, refusal_words, state_words, to_do_words
from geste.interfaces.web.speech import amount, gesture_words, moment
from geste.interfaces.web.visitor import for_agents, now

LINES_A_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One promise: what, for whom, how far it has got, and what somebody may do about it."""

    promise: Commitment
    name: str
    amount: str
    customer: str
    when: str
    way: str
    state: str
    to_do: str
    is_by_hand: bool
    may_tick: bool
    may_decide: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What the addresses of further pages begin with."""

    address: str = "?"


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what is open: a steward everybody's, everybody else their own."""
    return _list(request, actor)


@require_POST
@for_agents
def done(request: HttpRequest, actor: Actor, promise: int) -> HttpResponse:
    """Tick what people did."""
    return _decided(
        request, actor, lambda note: mark_done(actor=actor, number=promise, note=note, now=now()), _("Done, and kept.")
    )


@require_POST
@for_agents
def again(request: HttpRequest, actor: Actor, promise: int) -> HttpResponse:
    """Let a machine try again."""
    words = _("It is tried again.")
    return _decided(request, actor, lambda note: try_again(actor=actor, number=promise, note=note, now=now()), words)


@require_POST
@for_agents
def back(request: HttpRequest, actor: Actor, promise: int) -> HttpResponse:
    """Give a promise up."""
    return _decided(
        request,
        actor,
        lambda note: give_back(actor=actor, number=promise, note=note, now=now()),
        _("Given up: the money is back where it came from, and whoever promised it is told."),
    )


@require_POST
@for_agents
def seen(request: HttpRequest, actor: Actor, promise: int) -> HttpResponse:
    """Keep that whoever made a promise knows that it failed."""
    try:
        note_seen(actor=actor, number=promise, now=now())
    except NoSuchPromise:
        return not_found(request)
    return redirect("web:queue")


def _decided(request: HttpRequest, actor: Actor, decide: Callable[[str], Commitment], words: str) -> HttpResponse:
    try:
        decide(request.POST.get("note", ""))
    except NoSuchPromise:
        return not_found(request)
    except DecisionRefused as refused:
        return _list(request, actor, slip=refusal_words(refused.code))
    messages.success(request, words)
    return redirect("web:promised")


def _list(request: HttpRequest, actor: Actor, slip: str = "") -> HttpResponse:
    found = Paginator(promised_not_done(actor), LINES_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "found": found,
        "looked": Looked(),
        "lines": [line_of(promise, actor) for promise in found.object_list],
        "not_begun": not_begun(actor, now=now()),
        "is_steward": actor.is_steward,
        "characters": NOTE_CHARACTERS,
        "slip": slip,
        "typed": request.POST.get("note", ""),
    }
    return render(
        request,
        "web/promises/open.html",
        shown,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK,
    )


def line_of(promise: Commitment, actor: Actor) -> Line:
    """Return one promise as the list shows it."""
    gesture = promise.gesture
    is_waiting = promise.state == State.WAITING
    return Line(
        promise=promise,
        name=name_of(gesture),
        amount=amount_of(promise),
        customer="" if gesture.case is None else gesture.case.customer_label or gesture.case.reference,
        when=moment(given_moment(gesture)),
        way=connector_words(promise.connector),
        state=state_words(promise),
        to_do=to_do_words(promise, is_set_up=promise.connector in settings.GESTE.ways_set_up),
        is_by_hand=promise.operation == Operation.BY_HAND,
        may_tick=is_waiting and may_mark_done(actor, promise).allowed,
        may_decide=is_waiting and may_decide(actor).allowed,
    )


def name_of(gesture: Gesture) -> str:
    """Return what a gesture is called, in the words of the charter it was decided by."""
    return gesture_words(charter_of(gesture.decision.charter_text), gesture.what)


def amount_of(promise: Commitment) -> str:
    """Return how much is promised; nothing where no money is."""
    if promise.amount is None:
        return ""
    return amount(promise.amount, charter_of(promise.gesture.decision.charter_text).currency)
