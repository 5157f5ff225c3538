"""Ways: how each kind of gesture is carried out in this house, and which systems are told. Stewards arrange it."""

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.selectors import charter_to_show
from geste.apps.execution.models import Arrangement, Commitment, Endpoint
from geste.apps.execution.policies import may_arrange
from geste.apps.execution.ports import Operation
from geste.apps.execution.selectors import arrangements, endpoints, parked_news, undelivered
from geste.apps.execution.services.arrange import (
    KINDS,
    OFFERED,
    Arranged,
    ArrangementRefused,
    arrange,
    keep_endpoint,
    rotate_secret,
)
from geste.apps.execution.services.decide_by_hand import try_again
from geste.apps.execution.signing import secret_of
from geste.apps.execution.ways import MANUAL, usual_operation
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import BEND_KIND, OWED_KIND
from geste.interfaces.web.promises.open_ones import name_of
from geste.interfaces.web.promises.words import reason_words
from geste.interfaces.web.speech import language, own
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.catalogue import sentence

LETTERS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of gesture, and how it is carried out."""

    kind: str
    name: str
    way: str
    recipient: str
    endpoint: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """One system that is told, and what never reached it."""

    endpoint: Endpoint
    letters: list[tuple[str, str]]
    count: int


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the ways."""
    require(may_arrange(actor))
    return _page(request)


@require_POST
@for_agents
def choose(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Arrange how gestures of one kind are carried out."""
    posted = request.POST
    endpoint = posted.get("endpoint", "")
    wanted = Arranged(
        kind=kind,
        way=posted.get("way", ""),
        recipient=posted.get("recipient", ""),
        endpoint=int(endpoint) if endpoint.isdecimal() and endpoint.isascii() else None,
    )
    try:
        arrange(actor=actor, arranged=wanted)
    except ArrangementRefused as refused:
        return _page(request, slip=_refusal(refused.code))
    messages.success(request, _("Arranged. What is promised already goes the way it was to go."))
    return redirect("web:ways")


@require_POST
@for_agents
def tell(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep a system that is told, and show its secret, once."""
    try:
        endpoint = keep_endpoint(actor=actor, name=request.POST.get("name", ""), url=request.POST.get("url", ""))
    except ArrangementRefused as refused:
        return _page(request, slip=_refusal(refused.code))
    return _page(request, secret=(endpoint.name, secret_of(endpoint, endpoint.secret_number, master=_master())))


@require_POST
@for_agents
def rotate(request: HttpRequest, actor: Actor, endpoint: int) -> HttpResponse:
    """Give a system a new secret and show it, once; asked again, put the old one away."""
    try:
        told = rotate_secret(actor=actor, number=endpoint)
    except ArrangementRefused as refused:
        return _page(request, slip=_refusal(refused.code))
    if not told.is_rotating:
        messages.success(request, _("The old secret no longer signs."))
        return redirect("web:ways")
    return _page(request, secret=(told.name, secret_of(told, told.secret_number, master=_master())))


@require_POST
@for_agents
def replay(request: HttpRequest, actor: Actor, endpoint: int) -> HttpResponse:
    """Send again what a system never said yes to: the same messages, under the same numbers."""
    require(may_arrange(actor))
    told = next((it for it in endpoints() if it.pk == endpoint), None)
    letters = [] if told is None else list(undelivered(told))
    for promise in letters:
        try_again(actor=actor, number=promise.pk, note=_("Sent again from the list."), now=now())
    messages.success(request, _("Sent again: %(number)d.") % {"number": len(letters)})
    return redirect("web:ways")


def _page(request: HttpRequest, slip: str = "", secret: tuple[str, str] | None = None) -> HttpResponse:
    charter = charter_to_show(at=now()).charter
    arranged = arrangements()
    shown = {
        "rows": [_row(kind, arranged.get(kind)) for kind in _kinds_of(charter)],
        "offered": [(way, words, OFFERED[way][0] in settings.GESTE.ways_set_up) for way, words in _ways().items()],
        "facts": _facts_of(charter),
        "endpoints": endpoints(),
        "told": [_told(endpoint) for endpoint in endpoints()],
        "parked": parked_news().count(),
        "slip": slip,
        "secret": secret,
        "typed": request.POST,
    }
    return render(
        request,
        "web/promises/ways.html",
        shown,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK,
    )


def _master() -> str:
    return settings.SECRET_KEY


def _kinds_of(charter: Charter) -> list[str]:
    """Return the kinds this charter knows, in the usual order."""
    used = {gesture.kind for gesture in charter.gestures if charter.needs_case(gesture.id)}
    used |= {OWED_KIND} if charter.owed else set()
    used |= {BEND_KIND} if charter.bendable else set()
    return [kind for kind in KINDS if kind in used]


def _facts_of(charter: Charter) -> list[tuple[str, str]]:
    """Return the facts that may say to whom, each with what people call it."""
    declared = [(path, fact.label) for path, fact in charter.vocabulary.facts.items() if not fact.built_in]
    return [(path, path if label is None else own(label)) for path, label in declared]


def _row(kind: str, arranged: Arrangement | None) -> Row:
    name = _("what is owed") if kind == OWED_KIND else sentence(f"condition.kind.{kind}", language())
    if arranged is None:
        return Row(kind, name, _way_of(MANUAL, usual_operation(kind)), "", None)
    way = _way_of(arranged.connector, Operation(arranged.operation))
    return Row(kind, name, way, arranged.recipient, arranged.endpoint_id)


def _way_of(connector: str, operation: Operation) -> str:
    return next(way for way, offered in OFFERED.items() if offered == (connector, operation))


def _told(endpoint: Endpoint) -> Told:
    letters: list[Commitment] = list(undelivered(endpoint)[:LETTERS_SHOWN])
    lines = [(name_of(promise.gesture), reason_words(promise.reason)) for promise in letters]
    return Told(endpoint, lines, undelivered(endpoint).count())


def _ways() -> dict[str, str]:
    return {
        "manual": _("A person does it and ticks it"),
        "on_the_spot": _("Done as it is given"),
        "email_voucher": _("A voucher by e-mail"),
        "email_letter": _("A letter by e-mail"),
        "stripe_refund": _("Refunded by Stripe, the way it was paid"),
        "stripe_credit": _("Credited at Stripe, for the next invoice"),
        "webhook": _("Another system is told"),
    }


def _refusal(code: str) -> str:
    sentences = {
        "arrangement.not_offered": _("Pick one of the ways."),
        "endpoint.missing": _("Pick the system that is told, or add it below first."),
        "recipient.missing": _("Pick the fact that says to whom."),
        "name.missing": _("Give the system a name."),
        "address.not_https": _("The address begins with https:// and has 500 characters at most."),
    }
    return sentences[code]
