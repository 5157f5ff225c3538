"""Problems: every refusal as problem+json (RFC 9457), with codes for programs and sentences for people."""

import json
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError

from geste.apps.audit.standstills import MoneyStopped
from geste.apps.base.permission import NotPermitted
from geste.apps.base.services.do_once import KeyReused
from geste.apps.base.waiting_room import TooBusy
from geste.apps.cases.selectors import NoSuchCase
from geste.apps.charters.selectors import NoCharterInForce
from geste.apps.gestures.afterwards import SettleRefused, TakeBackRefused
from geste.apps.gestures.feedback import NoSuchDecision, NoSuchFeedback
from geste.apps.gestures.proposals import PossibleDuplicate, ProposalRefused
from geste.apps.gestures.selectors import NoSuchGesture
from geste.apps.gestures.services.note_feedback import FeedbackRefused
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.selectors import NoSuchHop
from geste.apps.people.selectors import TokenWithdrawn
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.selectors import NoSuchHandover
from geste.core.decision.inputs import InputRefused
from geste.core.findings import Finding
from geste.interfaces.api.v1.titles import title_of
from geste.phrases.languages import language_of
from geste.phrases.speak import say_finding

ADDRESSES = "/api/"
CONTENT_TYPE = "application/problem+json"
ALWAYS_THE_SAME: dict[type[Exception], tuple[HTTPStatus, str]] = {
    AuthenticationError: (HTTPStatus.UNAUTHORIZED, "caller.not_known"),
    MoneyStopped: (HTTPStatus.SERVICE_UNAVAILABLE, "money.stopped"),
    NoCharterInForce: (HTTPStatus.SERVICE_UNAVAILABLE, "charter.none_in_force"),
    NoSuchCase: (HTTPStatus.NOT_FOUND, "case.not_known"),
    NoSuchDecision: (HTTPStatus.NOT_FOUND, "decision.not_known"),
    NoSuchFeedback: (HTTPStatus.NOT_FOUND, "feedback.not_known"),
    KeyReused: (HTTPStatus.UNPROCESSABLE_ENTITY, "key.reused"),
    NoSuchHandover: (HTTPStatus.NOT_FOUND, "handover.not_known"),
    NoSuchHop: (HTTPStatus.NOT_FOUND, "hop.not_known"),
    NoSuchGesture: (HTTPStatus.NOT_FOUND, "receipt.not_known"),
    OperationalError: (HTTPStatus.SERVICE_UNAVAILABLE, "server.cannot_write"),
    TokenWithdrawn: (HTTPStatus.UNAUTHORIZED, "caller.not_known"),
    TooBusy: (HTTPStatus.SERVICE_UNAVAILABLE, "server.busy"),
}
STANDS_OTHERWISE = frozenset(
    {"hop.answered", "hop.beyond", "hop.forbidden", "hop.no_green_light", "hop.nobody", "hop.unknown", "hop.within"}
)
"""What is not mended by sending something else: things stand otherwise, and acting first may stay open."""
WAYS_ON: Mapping[int, Mapping[str, str]] = {
    # Whoever answers 401 says how to do better, and with 503 when to come again (RFC 9110).
    HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": "Bearer"},
    HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "1"},
}


class Mistake(Schema):
    """One thing to mend in the request."""

    code: str
    path: str
    values: dict[str, str | int]
    message: str


class Problem(Schema):
    """Why a request was refused."""

    type: str
    title: str
    status: int
    code: str
    findings: list[Mistake]


class Refused(Exception):
    """A request that is refused before any service is asked."""

    def __init__(self, status: HTTPStatus, code: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.findings = findings


def answer_problems(api: NinjaAPI) -> None:
    """Have `api` answer every refusal with a problem."""
    told: tuple[type[Exception], ...] = (
        Refused,
        InputRefused,
        ProposalRefused,
        FeedbackRefused,
        TakeBackRefused,
        SettleRefused,
        HopRefused,
        NoteRefused,
        NotPermitted,
        HttpError,
    )
    for kind in (*told, *ALWAYS_THE_SAME):
        api.add_exception_handler(kind, _answered)


def _answered(_request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    """Return the problem for something a caller can cause."""
    assert isinstance(error, Exception)
    return as_response(problem_of(error))


def problem_of(error: Exception) -> dict[str, object]:
    """Return the problem for something a caller can cause."""
    match error:
        case Refused():
            return described(error.status, error.code, error.findings)
        case InputRefused():
            return described(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", error.findings)
        case PossibleDuplicate(code=code, first=first):
            return described(HTTPStatus.CONFLICT, code, more={"first": {"receipt": first}})
        case TakeBackRefused(code=code) | SettleRefused(code=code):
            return described(HTTPStatus.CONFLICT, code)
        case ProposalRefused(code=code) | FeedbackRefused(code=code) | HopRefused(code=code) | NoteRefused(code=code):
            stands = code in STANDS_OTHERWISE
            return described(HTTPStatus.CONFLICT if stands else HTTPStatus.UNPROCESSABLE_ENTITY, code)
        case NotPermitted(reason=reason):
            return described(HTTPStatus.FORBIDDEN, reason)
        case HttpError(status_code=status) if not isinstance(error, AuthenticationError):
            # The one thing ninja refuses by itself: a write by a browser's session without the token of a form.
            return described(HTTPStatus(status), "csrf.missing")
    kind = next(kind for kind in ALWAYS_THE_SAME if isinstance(error, kind))
    return described(*ALWAYS_THE_SAME[kind])


def problem(
    status: HTTPStatus, code: str, findings: Iterable[Finding] = (), more: Mapping[str, object] | None = None
) -> HttpResponse:
    """Return a problem as a response; `more` stands beside the five members every problem has."""
    return as_response(described(status, code, findings, more))


def described(
    status: HTTPStatus, code: str, findings: Iterable[Finding] = (), more: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Return a problem as it is written."""
    return {
        "type": f"urn:geste:problem:{code}",
        "title": title_of(code),
        "status": int(status),
        "code": code,
        "findings": [_mistake(found) for found in findings],
        **(more or {}),
    }


def as_response(body: Mapping[str, object]) -> HttpResponse:
    """Return a problem as a response."""
    status = body["status"]
    assert isinstance(status, int)
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type=CONTENT_TYPE, headers=WAYS_ON.get(status, {}))


class MethodProblems:
    """Answers a method that an address of the API does not know like every other refusal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        response = self._get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or not request.path.startswith(ADDRESSES):
            return response
        refusal = problem(HTTPStatus.METHOD_NOT_ALLOWED, "method.not_allowed")
        refusal.headers["Allow"] = response.headers["Allow"]
        return refusal


def spoken() -> str:
    """Return the language the caller asked for: `en` or `fr`."""
    return language_of(get_language() or "")


def _mistake(found: Finding) -> dict[str, object]:
    values = dict(found.values)
    path = values.pop("path", "")
    return {"code": found.code, "path": path, "values": values, "message": say_finding(found, spoken())}
