"""Hops: one quick question, or an extraordinary act: asked, answered, looked at and acted on. Nothing waits for it."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Router

from geste.apps.cases.selectors import case_called
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.answers import OnlyWrittenDown
from geste.apps.hops.models import Hop
from geste.apps.hops.selectors import hop_numbered, reasons_of, standing_of
from geste.apps.hops.services.act_on_hop import act_on_hop
from geste.apps.hops.services.answer_hop import Said, answer_hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.core.decision.outputs import reason_values
from geste.core.hops.states import WORDS
from geste.core.money import format_amount
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import caller, now
from geste.interfaces.api.v1.described import DECIDING, GIVING, READING, body_of
from geste.interfaces.api.v1.gestures import (
    KEY_HEADER,
    as_json,
    read_proposal,
    shadow_answer,
    told,
    with_key_of_header,
)
from geste.interfaces.api.v1.members import Shape, answer, is_repeat, moment_in, once_for
from geste.interfaces.api.v1.problems import Problem, as_response
from geste.interfaces.api.v1.schemas import Act, GivenGesture, HopAnswered, HopAsked, InShadow
from geste.interfaces.api.v1.schemas import Hop as HopShape

router = Router(tags=["hops"])
of_cases = Router(tags=["hops"])

ANSWERING = Shape(required=("key", "word"), optional=("because", "instead", "idea"), words={"word": WORDS})
ACTING = Shape(required=("key",))
ASKING_OPTIONAL = ("amount", "because")


@of_cases.post(
    "{slug:reference}/hops",
    response={201: HopShape, **DECIDING, 404: Problem},
    summary="Ask one person",
    openapi_extra=body_of(HopAsked, optional=ASKING_OPTIONAL),
)
def ask_one(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a quick yes or no, or propose an extraordinary act to a leader, as far as the charter does not reach.

    Whoever asks stays with the case and may act first all the while. The same question asked again is the same one.
    """
    actor, body = caller(request), with_key_of_header(json_body(request), request.headers.get(KEY_HEADER, ""))
    proposal = read_proposal(_as_proposal(body))
    case, because = case_called(actor, reference), proposal.note
    once = once_for(actor, f"ask on case {case.pk}", {**proposal.in_wire_form(), "key": proposal.key, "why": because})
    is_replayed = is_repeat(once)
    hop = ask_hop(actor=actor, case=case, proposal=proposal, because=because, now=now(), once=once)
    return answer(_told(hop_numbered(actor, hop.pk)), HTTPStatus.CREATED, is_replayed=is_replayed)


def _as_proposal(body: object) -> object:
    """The same body with its line of why where proposals have theirs."""
    if not isinstance(body, Mapping):
        return body
    said = {name: value for name, value in body.items() if name != "because"}
    return said if body.get("because") is None else {**said, "note": body["because"]}


@router.get("{int:hop}", response={200: HopShape, **READING, 404: Problem}, summary="Look at a question")
def show_hop(request: HttpRequest, hop: int) -> HttpResponse:
    """Return where a question stands now: asked, yes, no because, or silence; and whether whoever asked may act."""
    return as_json(_told(hop_numbered(caller(request), hop)))


@router.post(
    "{int:hop}/answer",
    response={201: HopShape, **GIVING},
    summary="Answer a question",
    openapi_extra=body_of(HopAnswered, optional=("because", "instead", "idea")),
)
def answer_question(request: HttpRequest, hop: int) -> HttpResponse:
    """Say yes, or no because; another gesture or another idea may stand beside a no. Whoever was asked answers."""
    actor, body = caller(request), ANSWERING.read(request)
    once = once_for(actor, f"answer hop {hop}", body)
    is_replayed = is_repeat(once)
    said = Said(
        word="yes" if body["word"] == "yes" else "no_because",
        because=body.get("because", ""),
        instead=body.get("instead", ""),
        idea=body.get("idea", ""),
    )
    answer_hop(actor=actor, number=hop, said=said, now=now(), once=once)
    return answer(_told(hop_numbered(actor, hop)), HTTPStatus.CREATED, is_replayed=is_replayed)


@router.post(
    "{int:hop}/gestures",
    response={201: GivenGesture, 202: InShadow, **GIVING},
    summary="Act on a question",
    openapi_extra=body_of(Act, optional=()),
)
def act_on_question(request: HttpRequest, hop: int) -> HttpResponse:
    """Give what was asked about, as it was asked, once a yes or silence lets whoever asked. The same key gives once."""
    actor, key = caller(request), ACTING.read(request)["key"]
    try:
        outcome = act_on_hop(actor=actor, number=hop, key=key, now=now())
    except OnlyWrittenDown as written:
        return shadow_answer(written)
    body = told(outcome, hop_numbered(actor, hop).case.reference)
    if outcome.gesture is None:
        return as_response(body)
    return answer(body, HTTPStatus.CREATED, is_replayed=outcome.is_replayed)


def _told(hop: Hop) -> dict[str, object]:
    """Return a question in the wire form, as it stands now."""
    charter, standing = charter_of(hop.charter_text), standing_of(hop, now())
    said = standing.answer
    reasons = reasons_of(hop)
    return {
        "hop": hop.pk,
        "kind": hop.kind,
        "case": hop.case.reference,
        "gesture": hop.what,
        "amount": None if hop.amount is None else format_amount(hop.amount, charter.currency),
        "currency": hop.currency,
        "because": hop.because,
        "clause": hop.clause,
        "reasons": [{"code": reason.code, "values": reason_values(reason, charter.currency)} for reason in reasons],
        "asked_by": hop.asked_by.display_name,
        "asked_at": moment_in(hop.case, hop.asked_at),
        "due_at": moment_in(hop.case, hop.due_at),
        "silence_acts": hop.silence_acts,
        "state": standing.state,
        "may_act": standing.may_act,
        "answer": None
        if said is None
        else {
            "word": said.word,
            "because": said.because,
            "instead": said.instead or None,
            "idea": said.idea,
            "answered_by": said.answered_by.display_name,
            "answered_at": moment_in(hop.case, said.answered_at),
        },
    }
