"""Feedback: how a decision left the customer, as another system heard it, through the same service as the desk."""

from collections.abc import Iterator
from datetime import date, datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Router

from geste.apps.gestures.feedback import decision_numbered, feedback_on, is_withdrawn
from geste.apps.gestures.models import Feedback, Satisfaction, Source
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.gestures.services.withdraw_feedback import withdraw_feedback
from geste.apps.people.selectors import on_the_clock_of
from geste.core.findings import NOWHERE, Finding, finding, nearest
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import caller, now
from geste.interfaces.api.v1.described import DECIDING, READING, body_of
from geste.interfaces.api.v1.gestures import KEY_HEADER, REPLAYED_HEADER, as_json, with_key_of_header, wrong
from geste.interfaces.api.v1.problems import Problem, Refused
from geste.interfaces.api.v1.schemas import Feedback as FeedbackShape
from geste.interfaces.api.v1.schemas import FeedbackList
from geste.interfaces.api.v1.schemas import Heard as HeardShape

router = Router(tags=["feedback"])

REQUIRED, OPTIONAL = ("key", "satisfaction", "source"), ("words", "happened_on")
CLOSED_LISTS = {"satisfaction": Satisfaction, "source": Source}


@router.post(
    "{int:number}/feedback",
    response={201: FeedbackShape, **DECIDING, 404: Problem},
    summary="Note feedback",
    openapi_extra=body_of(HeardShape, optional=OPTIONAL),
)
def note(request: HttpRequest, number: int) -> HttpResponse:
    """Note how a decision left the customer, a no like a yes. The same key again gets the same answer."""
    heard = read_heard(with_key_of_header(json_body(request), request.headers.get(KEY_HEADER, "")))
    noted = note_feedback(actor=caller(request), decision_id=number, heard=heard, now=now())
    response = as_json(told(noted.feedback), HTTPStatus.CREATED)
    if noted.is_replayed:
        response.headers[REPLAYED_HEADER] = "true"
    return response


@router.get("{int:number}/feedback", response={200: FeedbackList, **READING, 404: Problem}, summary="Read feedback")
def read(request: HttpRequest, number: int) -> HttpResponse:
    """Return everything noted on a decision."""
    decision = decision_numbered(caller(request), number)
    return as_json({"feedback": [told(feedback) for feedback in feedback_on([decision])]})


@router.post(
    "feedback/{int:feedback}/withdraw",
    response={200: FeedbackShape, **READING, 403: Problem, 404: Problem},
    summary="Withdraw feedback",
)
def withdraw(request: HttpRequest, feedback: int) -> HttpResponse:
    """Say that something was noted by mistake. However often it is sent, it happens once."""
    return as_json(told(withdraw_feedback(actor=caller(request), feedback_id=feedback, now=now())))


def read_heard(body: object) -> Heard:
    """Return what a JSON object says was heard.

    Raises:
        Refused: a member is missing, unknown, of the wrong type, or no word of its closed list.
    """
    if not isinstance(body, dict):
        raise _refused(wrong("", "object", body))
    given = {name: value for name, value in body.items() if value is not None}
    found = [finding("input.missing", NOWHERE, path=name) for name in REQUIRED if name not in given]
    for name, value in given.items():
        found += _mistakes(name, value)
    if found:
        raise _refused(*found)
    return Heard(
        key=given["key"],
        satisfaction=Satisfaction(given["satisfaction"]),
        source=Source(given["source"]),
        words=given.get("words", ""),
        happened_on=_day(given["happened_on"]) if "happened_on" in given else None,
    )


def _mistakes(name: str, value: object) -> Iterator[Finding]:
    known = (*REQUIRED, *OPTIONAL)
    if name not in known:
        yield finding("input.not_known", NOWHERE, path=name[:200], word=name[:80], nearest=nearest(name, known))
    elif not isinstance(value, str):
        yield wrong(name, "text", value)
    elif name in CLOSED_LISTS and value not in list(CLOSED_LISTS[name]):
        words = [str(word) for word in CLOSED_LISTS[name]]
        yield finding("word.not_listed", NOWHERE, path=name, word=value[:80], nearest=nearest(value, words))
    elif name == "happened_on" and _day(value) is None:
        yield wrong(name, "date", value)


def _day(text: str) -> date | None:
    """The day a text spells as the wire does, 2026-05-14; anything else spells none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _refused(*found: Finding) -> Refused:
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", found)


def told(feedback: Feedback) -> dict[str, object]:
    """Return what was noted, in the wire form: the same for ever, but for its being withdrawn."""
    withdrawn_at = feedback.withdrawal.withdrawn_at if is_withdrawn(feedback) else None
    return {
        "number": feedback.pk,
        "decision": feedback.decision_id,
        "satisfaction": feedback.satisfaction,
        "source": feedback.source,
        "words": feedback.words,
        "happened_on": feedback.happened_on.isoformat(),
        "noted_by": feedback.noted_by.display_name,
        "noted_at": _moment(feedback, feedback.noted_at),
        "withdrawn_at": None if withdrawn_at is None else _moment(feedback, withdrawn_at),
    }


def _moment(feedback: Feedback, moment: datetime) -> str:
    """A moment by the clocks of the place."""
    return on_the_clock_of(feedback.decision.site, moment).isoformat(timespec="seconds")
