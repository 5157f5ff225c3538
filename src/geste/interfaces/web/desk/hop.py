"""Hop: one quick question, asked from a case; answered on a telephone in a minute; acted on by whoever asked."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.selectors import case_called, moment_of
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.proposals import PossibleDuplicate, ProposalRefused
from geste.apps.hops.models import Hop
from geste.apps.hops.policies import may_answer
from geste.apps.hops.refusals import LINE_CHARACTERS, HopRefused
from geste.apps.hops.selectors import hop_numbered, reasons_of, standing_of
from geste.apps.hops.services.act_on_hop import act_on_hop
from geste.apps.hops.services.answer_hop import Said, answer_hop, known_gestures, note_look
from geste.apps.hops.services.ask_hop import ask_hop
from geste.core.decision.inputs import InputRefused
from geste.core.hops.states import WORDS
from geste.interfaces.web.desk.give import again, number_typed, proposal_in, refusal_words
from geste.interfaces.web.desk.hop_lines import hop_line, hop_lines, local_hour
from geste.interfaces.web.desk.receipt import asserted
from geste.interfaces.web.frame import asked_words
from geste.interfaces.web.speech import gesture_words, own, say
from geste.interfaces.web.visitor import for_agents, now


@dataclass(frozen=True, slots=True)
class Slip:
    """What could not be done, in words, what was typed, and the gesture that would be given twice."""

    words: str = ""
    because: str = ""
    instead: str = ""
    idea: str = ""
    once_more: int | None = None


@require_POST
@for_agents
def ask(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Ask about what a card proposes, and show the case with the question on it."""
    case = case_called(actor, reference)
    moment = now()
    proposal = proposal_in(request.POST, case, moment)
    try:
        ask_hop(actor=actor, case=case, proposal=proposal, because=proposal.note, now=moment)
    except HopRefused as refused:
        words = hop_refusal_words(refused.code)
        return again(request, case, actor, proposal, status=HTTPStatus.CONFLICT, refused=words)
    except InputRefused:
        return again(request, case, actor, proposal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(f"{request.path.removesuffix('/ask')}#hops")


@require_safe
@for_agents
def lines(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Show how far the questions about a case have got: the part of its page that looks again by itself."""
    case = case_called(actor, reference)
    shown = {"hops": hop_lines(case, actor, at=now()), "reference": reference}
    return render(request, "web/desk/_hops.html", shown)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, hop: int) -> HttpResponse:
    """Show a question with the facts already there, to be answered or acted on."""
    found = hop_numbered(actor, hop)
    note_look(actor=actor, hop=found, now=now())
    return _page(request, actor, found, Slip())


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor, hop: int) -> HttpResponse:
    """Keep a yes, or a no with its reason."""
    typed = request.POST
    word = typed.get("word", "")
    if word not in WORDS:
        raise BadRequest
    said = Said(
        word="yes" if word == "yes" else "no_because",
        because=typed.get("because", ""),
        instead=typed.get("instead", ""),
        idea=typed.get("idea", ""),
    )
    try:
        answer_hop(actor=actor, number=hop, said=said, now=now())
    except HopRefused as refused:
        words = hop_refusal_words(refused.code)
        slip = Slip(words, said.because, said.instead, said.idea)
        return _page(request, actor, hop_numbered(actor, hop), slip)
    messages.success(request, _("Thank you: your answer is there."))
    return redirect("web:hop", hop=hop)


@require_POST
@for_agents
def act(request: HttpRequest, actor: Actor, hop: int) -> HttpResponse:
    """Give what was asked about, and show the receipt."""
    typed = request.POST
    try:
        outcome = act_on_hop(
            actor=actor,
            number=hop,
            key=typed.get("key", ""),
            distinct_from=number_typed(typed.get("distinct_from", "")),
            now=now(),
        )
        if outcome.gesture is not None:
            return redirect("web:receipt", gesture_id=outcome.gesture.pk)
        slip = Slip(_("Nothing was given: what is known of the case has changed. See what the charter says now."))
    except PossibleDuplicate as asked:
        slip = Slip(
            _("Exactly this was given on this case minutes ago. Is this one meant besides?"), once_more=asked.first
        )
    except ProposalRefused as refused:
        slip = Slip(refusal_words(refused.code))
    except HopRefused as refused:
        slip = Slip(hop_refusal_words(refused.code))
    return _page(request, actor, hop_numbered(actor, hop), slip)


def _page(request: HttpRequest, actor: Actor, hop: Hop, slip: Slip) -> HttpResponse:
    charter, at = charter_of(hop.charter_text), now()
    standing = standing_of(hop, at)
    shown = {
        "hop": hop,
        "name": asked_words(hop),
        "line": hop_line(standing, actor),
        "asked_at": local_hour(hop, hop.asked_at),
        "until": local_hour(hop, hop.due_at),
        "may_answer": standing.answer is None and may_answer(actor, hop).allowed,
        "reasons": [say(reason, charter) for reason in reasons_of(hop)],
        "facts": tuple(asserted(charter, hop.request["facts"], moment_of(hop.case, at).tzinfo)),
        "alternatives": [(gesture, gesture_words(charter, gesture)) for gesture in known_gestures(charter)],
        "purpose": own(charter.purpose),
        "characters": LINE_CHARACTERS,
        "slip": slip,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip.words else HTTPStatus.OK
    return render(request, "web/desk/hop.html", shown, status=status)


def hop_refusal_words(code: str) -> str:
    """Return the sentence for a question or an answer that cannot be taken as it stands."""
    sentences = {
        "amount.missing": _("Say how much, then ask."),
        "because.missing": _("A no needs its reason: one line, for the person with the customer."),
        "hop.answered": _("Somebody has answered already."),
        "hop.forbidden": _("This is a red line: nobody may say yes to it. See what to do instead."),
        "hop.no_green_light": _("There is no yes and no silence to act on. Acting first stays open to you."),
        "hop.nobody": _("There is nobody to ask at the moment. Acting first stays open to you."),
        "hop.unknown": _("One fact is missing: find it out first, and the charter may cover it."),
        "hop.beyond": _("This is only to be handed over."),
        "hop.within": _("There is nothing to ask: the charter covers it. Do it now."),
        "instead.not_known": _("Pick something the charter has."),
        "line.too_long": _("Keep it to one line: 300 characters at most."),
    }
    return sentences[code]
