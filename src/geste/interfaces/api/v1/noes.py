"""Noes: a no, a putting off, a handing over, a wish for a superior, and what somebody wished: each in one call."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Router

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_called
from geste.apps.refusals.models import Cause, Handover, RefusalKind, SupervisorCause
from geste.apps.refusals.selectors import handover_numbered, people_to_hand_to
from geste.apps.refusals.services.hand_over import Handing, hand_over_once, take_up
from geste.apps.refusals.services.make_wish import Wished, make_wish
from geste.apps.refusals.services.note_refusal import Noted, note_refusal, note_supervisor_request
from geste.core.money import currency_of, format_amount
from geste.interfaces.api.v1.callers import caller, now
from geste.interfaces.api.v1.described import DECIDING, READING, body_of
from geste.interfaces.api.v1.gestures import as_json
from geste.interfaces.api.v1.members import Shape, answer, is_repeat, moment_in, once_for
from geste.interfaces.api.v1.problems import Problem
from geste.interfaces.api.v1.schemas import (
    HandedOver,
    HandingOver,
    No,
    NotedNo,
    SuperiorAskedFor,
    SuperiorNoted,
    Wish,
    WishKept,
)

router = Router(tags=["noes"])
of_cases = Router(tags=["noes"])
wishes = Router(tags=["noes"])

NO_OPTIONAL = ("cause", "clause", "policy")
WISH_OPTIONAL = ("touchpoint", "clause", "policy", "anonymous")
NOTING = Shape(
    required=("key", "kind"),
    optional=NO_OPTIONAL,
    words={"kind": (RefusalKind.REFUSED.value, RefusalKind.DEFLECTED.value), "cause": [each.value for each in Cause]},
)
HANDING = Shape(required=("key", "to", "cause"), optional=("word",), words={"cause": [each.value for each in Cause]})
SUPERIOR = Shape(
    required=("key", "cause"), optional=("policy",), words={"cause": [each.value for each in SupervisorCause]}
)
WISHING = Shape(required=("key", "words"), optional=("touchpoint", "clause", "policy"), flags=("anonymous",))


@of_cases.post(
    "{slug:reference}/noes",
    response={201: NotedNo, **DECIDING, 404: Problem},
    summary="Note a no",
    openapi_extra=body_of(No, optional=NO_OPTIONAL),
)
def note_no(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep that a customer heard no, or was put off, and which rule stood in the way. It tells of the rule."""
    actor, body = caller(request), NOTING.read(request)
    case = case_called(actor, reference)
    once = once_for(actor, f"no on case {case.pk}", body)
    is_replayed = is_repeat(once)
    noted = Noted(
        kind=RefusalKind(body["kind"]),
        cause=Cause(body["cause"]) if "cause" in body else None,
        clause=body.get("clause", ""),
        policy=body.get("policy", ""),
    )
    no = note_refusal(actor=actor, case=case, noted=noted, now=now(), once=once)
    currency = currency_of(no.currency) if no.currency else None
    told = {
        "no": no.pk,
        "case": reference,
        "kind": no.kind,
        "cause": no.cause,
        "clause": no.clause or None,
        "policy": None if no.policy is None else no.policy.name,
        "at_stake": None if no.value is None or currency is None else format_amount(no.value, currency),
        "currency": no.currency or None,
        "said_at": moment_in(case, no.said_at),
    }
    return answer(told, HTTPStatus.CREATED, is_replayed=is_replayed)


@of_cases.post(
    "{slug:reference}/supervisor-requests",
    response={201: SuperiorNoted, **DECIDING, 404: Problem},
    summary="Note that a superior was asked for",
    openapi_extra=body_of(SuperiorAskedFor, optional=("policy",)),
)
def note_superior(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep that the customer asked for a superior, and why as far as it was heard. No hand-over: nobody is called."""
    actor, body = caller(request), SUPERIOR.read(request)
    case = case_called(actor, reference)
    once = once_for(actor, f"superior on case {case.pk}", body)
    is_replayed = is_repeat(once)
    kept = note_supervisor_request(
        actor=actor,
        case=case,
        cause=SupervisorCause(body["cause"]),
        policy=body.get("policy", ""),
        now=now(),
        once=once,
    )
    told = {
        "request": kept.pk,
        "case": reference,
        "cause": kept.cause,
        "clause": kept.clause or None,
        "policy": None if kept.policy is None else kept.policy.name,
        "asked_at": moment_in(case, kept.asked_at),
    }
    return answer(told, HTTPStatus.CREATED, is_replayed=is_replayed)


@of_cases.post(
    "{slug:reference}/handovers",
    response={201: HandedOver, **DECIDING, 404: Problem},
    summary="Hand over",
    openapi_extra=body_of(HandingOver, optional=("word",)),
)
def hand_over_case(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand a case to somebody, called by their sign-in name, with everything said so far. Somebody always has it."""
    actor, body = caller(request), HANDING.read(request)
    case = case_called(actor, reference)
    once = once_for(actor, f"hand over case {case.pk}", body)
    is_replayed = is_repeat(once)
    handing = Handing(to=_number_of(actor, case, body["to"]), cause=Cause(body["cause"]), word=body.get("word", ""))
    handed = hand_over_once(actor=actor, case=case, handing=handing, once=once, now=now())
    return answer(_told(handover_numbered(actor, handed.pk)), HTTPStatus.CREATED, is_replayed=is_replayed)


@router.get("{int:handover}", response={200: HandedOver, **READING, 404: Problem}, summary="Look at a hand-over")
def show_handover(request: HttpRequest, handover: int) -> HttpResponse:
    """Return who handed a case to whom, and whether it was taken up."""
    return as_json(_told(handover_numbered(caller(request), handover)))


@router.post(
    "{int:handover}/take-up", response={200: HandedOver, **READING, 403: Problem, 404: Problem}, summary="Take up"
)
def take_up_case(request: HttpRequest, handover: int) -> HttpResponse:
    """Take a case up: from now on it is theirs. However often it is sent, it happens once."""
    actor = caller(request)
    take_up(actor=actor, number=handover, now=now())
    return as_json(_told(handover_numbered(actor, handover)))


@wishes.post(
    "", response={201: WishKept, **DECIDING}, summary="Wish", openapi_extra=body_of(Wish, optional=WISH_OPTIONAL)
)
def make_a_wish(request: HttpRequest) -> HttpResponse:
    """Keep one line: what somebody wished they could have done. An anonymous one keeps no author, place or hour."""
    actor, body = caller(request), WISHING.read(request)
    is_anonymous = "anonymous" in body
    once = once_for(actor, "wish", body, is_nobodys=is_anonymous)
    is_replayed = is_repeat(once)
    wished = Wished(
        words=body["words"],
        touchpoint=body.get("touchpoint", ""),
        clause=body.get("clause", ""),
        policy=body.get("policy", ""),
        is_anonymous=is_anonymous,
    )
    kept = make_wish(actor=actor, wished=wished, now=now(), once=once)
    told = {"wish": kept.pk, "words": kept.words, "said_on": kept.said_on.isoformat(), "anonymous": is_anonymous}
    return answer(told, HTTPStatus.CREATED, is_replayed=is_replayed)


def _number_of(actor: Actor, case: Case, name: str) -> int:
    """The number of somebody a case may be handed to, by sign-in name; of nobody, none that there is."""
    people = people_to_hand_to(actor, case)
    return next((user.pk for user in people if user.username.casefold() == name.casefold()), 0)


def _told(handover: Handover) -> dict[str, object]:
    taken = handover.taken_up_at
    return {
        "handover": handover.pk,
        "case": handover.case.reference,
        "by": handover.handed_by.username,
        "to": handover.handed_to.username,
        "cause": handover.cause,
        "word": handover.word,
        "handed_at": moment_in(handover.case, handover.handed_at),
        "taken_up_at": None if taken is None else moment_in(handover.case, taken),
    }
