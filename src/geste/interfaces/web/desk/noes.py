"""Noes at the desk: a no or a wish for a superior in one tap; handing over; coming back about us; wishes."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_called, moment_of
from geste.apps.cases.services.open_case import OpeningRefused
from geste.apps.charters.selectors import charter_of, charter_to_show
from geste.apps.gestures.models import Gesture
from geste.apps.people.selectors import site_of
from geste.apps.refusals.models import Cause, Handover, RefusalKind, SupervisorCause
from geste.apps.refusals.models.wish import WISH_CHARACTERS
from geste.apps.refusals.policies import may_take_up
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.selectors import (
    first_incident_of,
    handover_numbered,
    handovers_of,
    people_to_hand_to,
    policies_named,
    said_so_far,
    touchpoints_named,
)
from geste.apps.refusals.services.hand_over import WORD_CHARACTERS, hand_over, take_up
from geste.apps.refusals.services.make_wish import Wished, make_wish
from geste.apps.refusals.services.note_refusal import Noted, note_refusal, note_supervisor_request
from geste.apps.refusals.services.open_second_incident import open_second_incident
from geste.interfaces.web.desk.opening import drawn_reference, refusal_words
from geste.interfaces.web.desk.receipt import asserted, clause_name
from geste.interfaces.web.kept import keep_form
from geste.interfaces.web.noes.words import cause_words, superior_words
from geste.interfaces.web.speech import amount, gesture_words, moment, role_words
from geste.interfaces.web.visitor import for_agents, now

NAME_CHARACTERS = 18


@dataclass(frozen=True, slots=True)
class NoPanel:
    """What the case page offers around a no: who has the case, what waits, what it is about, the known rules.

    `drawn` is the reference kept ready for a second incident, so that sending it twice opens one case.
    """

    owner: str
    waiting: Handover | None
    first: Case | None
    superior: tuple[tuple[str, str], ...]
    policies: tuple[str, ...]
    drawn: str


def panel_for(case: Case) -> NoPanel:
    """Return the panel of a case."""
    handovers = handovers_of(case)
    taken = [handover for handover in handovers if handover.taken_up_at is not None]
    return NoPanel(
        owner=taken[-1].handed_to.display_name if taken else case.opened_by.display_name,
        waiting=next((handover for handover in handovers if handover.taken_up_at is None), None),
        first=first_incident_of(case),
        superior=tuple((cause.value, superior_words(cause)) for cause in SupervisorCause),
        policies=tuple(policy.name for policy in policies_named()),
        drawn=drawn_reference(),
    )


@require_POST
@for_agents
def note(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Keep a no with one tap, or that the customer asked for a superior."""
    case, typed = case_called(actor, reference), request.POST
    kind, cause, policy = typed.get("kind", ""), typed.get("superior", ""), typed.get("policy", "")
    try:
        if cause in list(SupervisorCause):
            note_supervisor_request(actor=actor, case=case, cause=SupervisorCause(cause), policy=policy, now=now())
        elif kind in (RefusalKind.REFUSED, RefusalKind.DEFLECTED):
            note_refusal(actor=actor, case=case, noted=Noted(kind=RefusalKind(kind), policy=policy), now=now())
        else:
            raise BadRequest
    except NoteRefused as refused:
        messages.error(request, note_words(refused.code))
    else:
        messages.success(request, _("Kept. It says what stood in your way, and nothing about you."))
    return redirect("web:case", reference=reference)


@require_safe
@for_agents
def hand_over_page(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Show to whom a case may be handed, and what goes with it."""
    return _hand_over_page(request, actor, case_called(actor, reference))


@require_POST
@for_agents
def hand(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Hand a case over."""
    case, typed = case_called(actor, reference), request.POST
    cause, to = typed.get("cause", ""), typed.get("to", "")
    if cause not in list(Cause):
        return _hand_over_page(request, actor, case, slip=_("Say why: one of these is enough."))
    number = int(to) if to.isascii() and to.isdecimal() and len(to) <= NAME_CHARACTERS else 0
    try:
        handover = hand_over(
            actor=actor, case=case, to=number, cause=Cause(cause), word=typed.get("word", ""), now=now()
        )
    except NoteRefused as refused:
        return _hand_over_page(request, actor, case, slip=note_words(refused.code))
    told = {"name": handover.handed_to.display_name}
    messages.success(request, _("Handed to %(name)s. You have the case until they take it up.") % told)
    return redirect("web:case", reference=reference)


def _hand_over_page(request: HttpRequest, actor: Actor, case: Case, slip: str = "") -> HttpResponse:
    charter = charter_to_show(at=moment_of(case, now())).charter
    shown = {
        "case": case,
        "people": [
            (user.pk, f"{user.display_name} · {role_words(charter, user.role)}")
            for user in people_to_hand_to(actor, case)
        ],
        "causes": [(cause.value, cause_words(cause)) for cause in Cause],
        "typed": request.POST,
        "slip": slip,
        "characters": WORD_CHARACTERS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/desk/hand_over.html", shown, status=status)


@require_safe
@for_agents
def handover(request: HttpRequest, actor: Actor, handover: int) -> HttpResponse:
    """Show what was handed over with a case: everything said so far, on one page."""
    found = handover_numbered(actor, handover)
    case, said = found.case, said_so_far(found.case)
    at = moment_of(case, now())
    charter = charter_to_show(at=at).charter
    shown = {
        "handover": found,
        "when": moment(found.handed_at.astimezone(at.tzinfo)),
        "cause": cause_words(Cause(found.cause)),
        "words": said.words,
        "facts": tuple(asserted(charter, said.facts, at.tzinfo)),
        "declined": [
            (
                gesture_words(charter_of(one.charter_text), str(one.request["proposal"]["gesture"])),
                clause_name(charter_of(one.charter_text), one.clause),
            )
            for one in said.declined
        ],
        "promised": [_promised(gesture) for gesture in said.promised],
        "may_take_up": found.taken_up_at is None and may_take_up(actor, found).allowed,
    }
    return render(request, "web/desk/handover.html", shown)


def _promised(gesture: Gesture) -> str:
    charter = charter_of(gesture.decision.charter_text)
    name = gesture_words(charter, gesture.what)
    return name if gesture.amount is None else f"{name}, {amount(gesture.amount, charter.currency)}"


@require_POST
@for_agents
def take(request: HttpRequest, actor: Actor, handover: int) -> HttpResponse:
    """Take a case up: from now on it is this person's."""
    taken = take_up(actor=actor, number=handover, now=now())
    messages.success(request, _("The case is yours now."))
    return redirect("web:case", reference=taken.case.reference)


@require_POST
@for_agents
def second(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Open what the customer says about our handling as an incident of its own."""
    case = case_called(actor, reference)
    words = request.POST.get("words", "")
    try:
        opened = open_second_incident(
            actor=actor, first=case, reference=request.POST.get("drawn", ""), words=words, now=now()
        )
    except OpeningRefused as refused:
        unsaid = _("Write down what they say about it, in their words.")
        keep_form(request, is_refused=True)
        messages.error(request, unsaid if refused.code == "words.missing" else refusal_words(refused.code))
        return redirect("web:case", reference=reference)
    return redirect("web:case", reference=opened.reference)


@require_safe
@for_agents
def wish_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show one line to fill in: what somebody wished they could have done."""
    return _wish_page(request, actor)


@require_POST
@for_agents
def wish(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep a wish, with a name or without."""
    typed = request.POST
    wished = Wished(
        words=typed.get("words", ""),
        touchpoint=typed.get("touchpoint", ""),
        policy=typed.get("policy", ""),
        is_anonymous="anonymous" in typed,
    )
    try:
        make_wish(actor=actor, wished=wished, now=now())
    except NoteRefused as refused:
        return _wish_page(request, actor, slip=note_words(refused.code))
    messages.success(request, _("Thank you. Five of a kind, and the rule has to answer."))
    return redirect(reverse("web:queue"))


def _wish_page(request: HttpRequest, actor: Actor, slip: str = "") -> HttpResponse:
    shown = {
        "policies": [policy.name for policy in policies_named()],
        "touchpoints": touchpoints_named(),
        "site": site_of(actor),
        "characters": WISH_CHARACTERS,
        "typed": request.POST,
        "slip": slip,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/desk/wish.html", shown, status=status)


def note_words(code: str) -> str:
    """Return the sentence for what cannot be kept as it stands."""
    sentences = {
        "handover.nobody": _("Pick somebody who may see this case."),
        "handover.waiting": _("It is being handed over already: somebody has to take it up first."),
        "policy.too_long": _("Keep the name of the rule short: 120 characters at most."),
        "wish.missing": _("Write one line: what would you have liked to do?"),
        "wish.too_long": _("Keep it to one line: 200 characters at most."),
        "word.too_long": _("Keep it to one line: 300 characters at most."),
    }
    return sentences[code]
