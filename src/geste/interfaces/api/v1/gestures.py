"""Gestures: gives on a case, through the same service as the desk."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from geste.apps.charters.selectors import ready
from geste.apps.gestures.answers import Answer, OnlyWrittenDown, Outcome, outcome_of
from geste.apps.gestures.models import DecisionRecord, Settling
from geste.apps.gestures.proposals import Intention, Proposal
from geste.apps.gestures.selectors import reasons_in
from geste.apps.gestures.services.hand_in import hand_in_all
from geste.apps.people.selectors import TokenWithdrawn
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import NOW
from geste.core.decision.outputs import reason_values
from geste.core.findings import NOWHERE, Finding, finding
from geste.core.money import format_amount
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import (
    ASKED_WHEN_WRITTEN,
    ask_again,
    caller,
    now,
    token_of,
    told_to_callers_only,
)
from geste.interfaces.api.v1.described import GIVING, body_of
from geste.interfaces.api.v1.problems import Refused, as_response, described, spoken
from geste.interfaces.api.v1.schemas import GivenGesture, InShadow
from geste.interfaces.api.v1.schemas import Proposal as ProposalShape
from geste.phrases.speak import say_reason

router = Router(tags=["gestures"])

MEMBERS: Mapping[str, tuple[type, str]] = {
    "key": (str, "text"),
    "gesture": (str, "text"),
    "amount": (str, "money"),
    "act_first": (bool, "yes_no"),
    "note": (str, "text"),
    "distinct_from": (int, "number"),
}
REQUIRED = ("key", "gesture")
OPTIONAL = ("amount", "act_first", "note", "distinct_from")
JSON = "application/json; charset=utf-8"
ONLY_OF_A_NO = ("number", "routes", "headroom")
KEY_HEADER, REPLAYED_HEADER = "Idempotency-Key", "Idempotent-Replayed"


@router.post(
    "{slug:reference}/gestures",
    response={201: GivenGesture, 202: InShadow, **GIVING},
    auth=ASKED_WHEN_WRITTEN,
    summary="Give",
    openapi_extra=body_of(ProposalShape, optional=OPTIONAL),
)
def give(request: HttpRequest, reference: str) -> HttpResponse:
    """Give on a case. The same key again gets the same answer; what is declined is a problem that says why.

    In shadow the answer is 202: it is written down what would be given, and nothing is given, booked or sent.
    """
    with told_to_callers_only(request):
        proposal = read_proposal(with_key_of_header(json_body(request), request.headers.get(KEY_HEADER, "")))
    try:
        outcome = outcome_of(handed_in(request, [(reference, proposal)])[0])
    except OnlyWrittenDown as written:
        return shadow_answer(written)
    answer = told(outcome, reference)
    response = as_response(answer) if outcome.gesture is None else as_json(answer, HTTPStatus.CREATED)
    return _marked(response, is_replayed=outcome.is_replayed)


def shadow_answer(written: OnlyWrittenDown) -> HttpResponse:
    """Return the answer to whoever is in shadow."""
    return _marked(as_json(told_of_shadow(written), HTTPStatus.ACCEPTED), is_replayed=written.is_replayed)


def _marked(response: HttpResponse, *, is_replayed: bool) -> HttpResponse:
    if is_replayed:
        response.headers[REPLAYED_HEADER] = "true"
    return response


def handed_in(request: HttpRequest, wishes: Sequence[tuple[str, Proposal]]) -> list[Answer]:
    """Return what becomes of proposals on cases, called by their references, in the name of whoever asks.

    Raises:
        AuthenticationError: nobody we know; what was remembered of their token did not hold.
        TooBusy: the writer did not answer in time.
    """
    answers = _handed_in(request, wishes)
    withdrawn = [place for place, answer in enumerate(answers) if isinstance(answer, TokenWithdrawn)]
    if withdrawn or not wishes:
        ask_again(request)
        again = _handed_in(request, [wishes[place] for place in withdrawn])
        for place, answer in zip(withdrawn, again, strict=True):
            answers[place] = answer
    return answers


def _handed_in(request: HttpRequest, wishes: Sequence[tuple[str, Proposal]]) -> list[Answer]:
    actor, token, moment = caller(request), token_of(request), now()
    return hand_in_all(
        [
            Intention(actor=actor, proposal=proposal, now=moment, reference=reference, token=token)
            for reference, proposal in wishes
        ]
    )


def as_json(body: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    """Return an answer as a response."""
    return JsonResponse(body, status=status, content_type=JSON)


def with_key_of_header(body: object, header: str) -> object:
    """Return a body with the key that the header names, which may stand in quotes, in place of a member `key`.

    Raises:
        Refused: the body names another key.
    """
    key = header.strip().strip('"')
    if not key or not isinstance(body, dict):
        return body
    if body.get("key") not in (None, key):
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "key.differs")
    return {**body, "key": key}


def read_proposal(body: object) -> Proposal:
    """Return the proposal a JSON object spells; members the door does not know go on to the charter.

    Raises:
        Refused: a member is missing or of the wrong type.
    """
    if not isinstance(body, dict):
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", (wrong("", "object", body),))
    findings = [finding("input.missing", NOWHERE, path=name) for name in REQUIRED if body.get(name) is None]
    for name, (kind, word) in MEMBERS.items():
        value = body.get(name)
        if value is not None and type(value) is not kind:
            findings.append(wrong(name, word, value))
    if findings:
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", tuple(findings))
    return Proposal(
        key=body["key"],
        gesture=body["gesture"],
        amount=body.get("amount"),
        act_first=body.get("act_first") or False,
        note=body.get("note") or "",
        distinct_from=body.get("distinct_from"),
        more={name: value for name, value in body.items() if name not in MEMBERS},
    )


def told(outcome: Outcome, reference: str) -> dict[str, object]:
    """Return what became of a proposal on a case in the wire form."""
    gesture = outcome.gesture
    if gesture is None:
        return described(HTTPStatus.CONFLICT, "gesture.not_given", more={"decision": decided(outcome.decision)})
    return {
        "receipt": gesture.pk,
        "decision": outcome.decision.pk,
        "key": gesture.key,
        "case": reference,
        "gesture": gesture.what,
        "currency": gesture.currency,
        **{name: value for name, value in decided(outcome.decision).items() if name not in ONLY_OF_A_NO},
        # As the clocks of the place showed it then, whatever they show now: the same answer for ever.
        "given_at": outcome.decision.request["facts"][NOW],
        "to_settle": gesture.settling == Settling.TO_SETTLE,
    }


def told_of_shadow(written: OnlyWrittenDown) -> dict[str, object]:
    """Return what would be given in the wire form. There is no receipt, because nothing was given."""
    row = written.would_give
    charter = ready(row.charter_text).charter
    return {
        "would_give": row.pk,
        "gesture": row.what,
        "amount": _amount(row.amount, charter),
        "cost": _amount(row.cost, charter),
        "currency": row.currency,
        "authority": row.authority,
        "route": row.route or None,
        "clause": row.clause,
    }


def decided(decision: DecisionRecord) -> dict[str, object]:
    """Return a recorded decision in the wire form, with its reasons as sentences."""
    charter = ready(decision.charter_text).charter
    reasons = reasons_in(decision)
    return {
        "number": decision.pk,
        "authority": decision.authority,
        "route": decision.route,
        "routes": decision.routes,
        "clause": decision.clause,
        "reasons": [{"code": reason.code, "values": reason_values(reason, charter.currency)} for reason in reasons],
        "sentences": [say_reason(reason, charter, spoken()) for reason in reasons],
        "amount": _amount(decision.amount, charter),
        "headroom": _amount(decision.headroom, charter),
        "charter_version": decision.charter_version,
        "charter_digest": decision.charter_digest,
    }


def _amount(minor: int | None, charter: Charter) -> str | None:
    return None if minor is None else format_amount(minor, charter.currency)


def wrong(path: str, expected: str, value: object) -> Finding:
    """Return the finding for a member of the wrong type."""
    names = {"dict": "object", "list": "list", "str": "text", "int": "number", "float": "number", "bool": "yes_no"}
    found = names.get(type(value).__name__, "nothing")
    return finding("input.wrong_type", NOWHERE, path=path, expected=expected, found=found)
