"""Give: what the charter says of one proposal as it is typed, and the one tap that gives it."""

from dataclasses import replace
from datetime import datetime, tzinfo
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_called, moment_of
from geste.apps.charters.selectors import charter_in_force
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.offering import offered
from geste.apps.gestures.proposals import PossibleDuplicate, Proposal, ProposalRefused
from geste.apps.gestures.selectors import gesture_numbered, given_moment, question_about
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import PROPOSAL
from geste.core.decision.decision import Option
from geste.core.decision.inputs import InputRefused
from geste.interfaces.web.desk.bends import note_terms
from geste.interfaces.web.desk.cards import Card, Dealer, OnceMore
from geste.interfaces.web.desk.fields import FACT, plain_amount, say_problem, wire_value
from geste.interfaces.web.desk.sheet import Slip, card_sheet, sheet_for
from geste.interfaces.web.desk.thinking import keep_thoughts
from geste.interfaces.web.speech import hour
from geste.interfaces.web.visitor import for_agents, now

AMOUNT_CHARACTERS = 40
NUMBER_DIGITS = 18


@require_safe
@for_agents
def verdict(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Show what the charter says of one proposal, before anything is given."""
    case = case_called(actor, reference)
    moment = now()
    card = card_of(case, actor, proposal_in(request.GET, case, moment), moment, typed=request.GET)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if card.problem else HTTPStatus.OK
    sheet = card_sheet(case, charter_in_force(at=moment_of(case, moment)).charter, actor)
    return render(request, "web/desk/_card.html", {"card": card, "sheet": sheet}, status=status)


@require_POST
@for_agents
def give(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Give, and show the receipt; or show the case again with what stands in the way and what is open instead."""
    case = case_called(actor, reference)
    moment = now()
    proposal = proposal_in(request.POST, case, moment)
    try:
        outcome = give_gesture(actor=actor, case=case, proposal=proposal, now=moment)
    except InputRefused:
        return again(request, case, actor, proposal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except PossibleDuplicate as asked:
        return again(request, case, actor, proposal, status=HTTPStatus.CONFLICT, refused=asked)
    except ProposalRefused as refused:
        return again(request, case, actor, proposal, status=HTTPStatus.UNPROCESSABLE_ENTITY, refused=refused)
    keep_thoughts(request.POST.dict(), outcome.decision, actor)
    if outcome.gesture is None:
        return again(request, case, actor, proposal, status=HTTPStatus.CONFLICT)
    note_terms(request.POST, outcome.gesture, actor, moment)
    return redirect("web:receipt", gesture_id=outcome.gesture.pk)


def card_of(case: Case, actor: Actor, proposal: Proposal, moment: datetime, *, typed: QueryDict) -> Card:
    """Return the card of one proposal with its verdict, or with what is wrong with what was typed."""
    problem = ""
    try:
        question = question_about(case, actor=actor, now=moment, proposal=proposal.in_wire_form())
    except InputRefused as refused:
        question = question_about(case, actor=actor, now=moment)
        problem = " ".join(say_problem(found, question.in_force.charter) for found in refused.findings)
    dealer = Dealer(question, case.language)
    options = offered(question)
    option = next((option for option in options if option.gesture == proposal.gesture), None)
    if question.request.proposal is not None:
        group = "other" if option is None else option.group
        decision = question.in_force.prepared.decide(question.request)
        option = Option.of(proposal.gesture, group, decision)
    if option is None:
        return _nothing(proposal, problem)
    asked = {name.removeprefix(FACT): str(typed[name]) for name in typed if name.startswith(FACT)}
    typed_amount = typed.get("amount", "")
    is_typed = bool(typed_amount or proposal.note or any(asked.values()))
    card = replace(dealer.card(option), note=proposal.note, is_typed=is_typed, problem=problem)
    card = dealer.with_usual(card)
    return dealer.with_fields(replace(card, amount_typed=typed_amount) if typed_amount else card, asked)


def _nothing(proposal: Proposal, problem: str) -> Card:
    """The card of a gesture that the charter does not know or nobody may give."""
    return Card(
        gesture="", name=proposal.gesture[:80], group="other", group_name="", authority="forbidden", verdict="",
        why=(), problem=problem,
    )  # fmt: skip


def proposal_in(typed: QueryDict, case: Case, moment: datetime) -> Proposal:
    """Return what a form of a case proposes."""
    at = moment_of(case, moment)
    return proposal_typed(typed, charter_in_force(at=at).charter, at.tzinfo)


def proposal_typed(typed: QueryDict, charter: Charter, zone: tzinfo | None) -> Proposal:
    """Return what a form proposes. A blank amount means what is suggested."""
    amount = plain_amount(typed.get("amount", ""))[:AMOUNT_CHARACTERS]
    return Proposal(
        key=typed.get("key", ""),
        gesture=typed.get("gesture", "")[:200],
        amount=amount or None,
        act_first=typed.get("route") == "act_first",
        note=typed.get("note", ""),
        item=typed.get("item", ""),
        distinct_from=number_typed(typed.get("distinct_from", "")),
        more=_more(typed, charter, zone),
    )


def number_typed(text: str) -> int | None:
    """Return the number of a receipt, as a button of ours sends it."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= NUMBER_DIGITS else None


def _more(typed: QueryDict, charter: Charter, zone: tzinfo | None) -> dict[str, object]:
    """What the charter asks of the proposal itself, by name."""
    more: dict[str, object] = {}
    for name in typed:
        path = name.removeprefix(FACT)
        if name == path or not path.startswith(PROPOSAL):
            continue
        declared = charter.vocabulary.facts.get(path)
        value = wire_value(None if declared is None else declared.type, str(typed[name]).strip(), zone)
        if value is not None:
            more[path.removeprefix(PROPOSAL)] = value
    return more


def again(
    request: HttpRequest,
    case: Case,
    actor: Actor,
    proposal: Proposal,
    *,
    status: HTTPStatus,
    refused: ProposalRefused | str = "",
) -> HttpResponse:
    """Show the page as it was, the card as it was typed with its verdict, and why nothing was done or what is asked."""
    moment = now()
    card = card_of(case, actor, proposal, moment, typed=request.POST)
    words = ""
    if isinstance(refused, PossibleDuplicate):
        words = _asked_once(gesture_numbered(actor, refused.first), card)
        card = replace(card, once_more=OnceMore(refused.first, words, acts_first=proposal.act_first))
    elif refused:
        card = replace(card, problem=refused if isinstance(refused, str) else refusal_words(refused.code))
    slip = Slip(words=words or card.problem or _declined(card), card=card)
    sheet = sheet_for(case, actor=actor, now=moment, slip=slip)
    return render(request, "web/desk/case.html", {"sheet": sheet}, status=status)


def _asked_once(first: Gesture, card: Card) -> str:
    """What is asked where the same was given minutes ago."""
    told = {"name": card.name, "time": hour(given_moment(first)), "by": first.given_by.display_name}
    return _("%(name)s: %(by)s gave exactly this on this case at %(time)s. Is this one meant besides?") % told


def _declined(card: Card) -> str:
    why = " ".join((*card.why, *(ask.words for ask in card.asks)))
    return _("Nothing was given. %(name)s: %(why)s") % {"name": card.name, "why": why}


def refusal_words(code: str) -> str:
    """Return the sentence for a proposal that cannot be taken as it stands."""
    sentences = {
        "key.malformed": _("This form is incomplete. Load the page again."),
        "key.reused": _("This form was sent before with other values. Load the page again."),
        "green_light.elsewhere": _("This yes was for something else. Ask again, or act first."),
        "green_light.exceeded": _("This yes was for less. Ask again, or act first."),
        "green_light.used": _("This was given already by the same yes."),
        "case.missing": _("Something went wrong here, so it needs a case: open one first."),
        "amount.missing": _("Nothing is left within the charter, so there is nothing to suggest: say how much."),
        "cost.missing": _("Say what the item costs us: that is what is booked."),
        "item.missing": _("Pick the item, or write what it is called."),
        "item.too_long": _("Keep the name of the item short: 80 characters at most."),
        "note.missing": _("Above the trust line, acting first needs one line: why is it right?"),
        "note.too_long": _("Keep the reason to one line: 500 characters at most."),
    }
    return sentences[code]
