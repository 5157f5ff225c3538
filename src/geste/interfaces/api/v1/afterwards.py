"""Afterwards: takes gestures back and settles what was done first, through the same services as people's own doors."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Router

from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.afterwards import Settle
from geste.apps.gestures.models import Booked, Gesture
from geste.apps.gestures.services.settle_gesture import settle_gesture
from geste.apps.gestures.services.take_back_gesture import take_back_gesture
from geste.apps.people.selectors import on_the_clock_of
from geste.core.findings import NOWHERE, Finding, finding, nearest
from geste.core.money import format_amount
from geste.interfaces.api.v1.bodies import json_body
from geste.interfaces.api.v1.callers import caller, now
from geste.interfaces.api.v1.described import GIVING, body_of
from geste.interfaces.api.v1.gestures import KEY_HEADER, REPLAYED_HEADER, as_json, with_key_of_header, wrong
from geste.interfaces.api.v1.problems import Refused
from geste.interfaces.api.v1.schemas import KeyAlone, SettledGesture, TakenBackGesture
from geste.interfaces.api.v1.schemas import Settlement as SettlementShape

router = Router(tags=["gestures"])


@router.post(
    "{int:receipt}/take-back",
    response={200: TakenBackGesture, **GIVING},
    summary="Take back",
    openapi_extra=body_of(KeyAlone, optional=()),
)
def take_back(request: HttpRequest, receipt: int) -> HttpResponse:
    """Take back what was given a moment ago: 30 seconds, while nothing has left the house, by whoever gave it."""
    body = _members(request, required=("key",), optional=())
    done = take_back_gesture(actor=caller(request), gesture_id=receipt, key=body["key"], now=now())
    gesture = done.row.gesture
    told = {**_gesture(gesture, body["key"]), "taken_back_at": _moment(gesture, done.row.taken_back_at)}
    return _answer(told, HTTPStatus.OK, is_replayed=done.is_replayed)


@router.post(
    "{int:receipt}/settlement",
    response={201: SettledGesture, **GIVING},
    summary="Settle",
    openapi_extra=body_of(SettlementShape, optional=("note",)),
)
def settle(request: HttpRequest, receipt: int) -> HttpResponse:
    """Settle what somebody did first: its cost is booked. What the customer was given stays theirs."""
    body = _members(request, required=("key", "booked"), optional=("note",))
    if body["booked"] not in list(Booked):
        known = [each.value for each in Booked]
        word = body["booked"]
        raise _refused(finding("word.not_listed", NOWHERE, path="booked", word=word[:80], nearest=nearest(word, known)))
    asked = Settle(
        actor=caller(request),
        gesture_id=receipt,
        key=body["key"],
        now=now(),
        booked=Booked(body["booked"]),
        note=body.get("note", ""),
    )
    done = settle_gesture(asked)
    settlement = done.row
    gesture, entry = settlement.gesture, settlement.entry
    told = {
        **_gesture(gesture, body["key"]),
        "booked": settlement.booked,
        "note": settlement.note,
        "account": None if entry is None else entry.debit,
        "cost": None if entry is None else _written(entry.amount, gesture),
        "envelope": None if entry is None or not entry.envelope else entry.envelope,
        "settled_at": _moment(gesture, settlement.settled_at),
    }
    return _answer(told, HTTPStatus.CREATED, is_replayed=done.is_replayed)


def _members(request: HttpRequest, *, required: tuple[str, ...], optional: tuple[str, ...]) -> dict[str, str]:
    """Return the members of a body, all of them texts; those left out or null are not there.

    Raises:
        Refused: one is missing, unknown, or no text.
    """
    body = with_key_of_header(json_body(request), request.headers.get(KEY_HEADER, ""))
    if not isinstance(body, dict):
        raise _refused(wrong("", "object", body))
    given = {name: value for name, value in body.items() if value is not None}
    known = (*required, *optional)
    found = [finding("input.missing", NOWHERE, path=name) for name in required if name not in given]
    found += [_not_known(name, known) for name in given if name not in known]
    found += [wrong(name, "text", given[name]) for name in known if not isinstance(given.get(name, ""), str)]
    if found:
        raise _refused(*found)
    return given


def _not_known(name: str, known: Iterable[str]) -> Finding:
    return finding("input.not_known", NOWHERE, path=name[:200], word=name[:80], nearest=nearest(name, known))


def _refused(*found: Finding) -> Refused:
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "input.refused", found)


def _gesture(gesture: Gesture, key: str) -> dict[str, object]:
    return {
        "receipt": gesture.pk,
        "key": key,
        "gesture": gesture.what,
        "amount": None if gesture.amount is None else _written(gesture.amount, gesture),
        "currency": gesture.currency,
    }


def _written(minor: int, gesture: Gesture) -> str:
    return format_amount(minor, charter_of(gesture.decision.charter_text).currency)


def _moment(gesture: Gesture, moment: datetime) -> str:
    """A moment by the clocks of the place."""
    return on_the_clock_of(gesture.site, moment).isoformat(timespec="seconds")


def _answer(told: Mapping[str, object], status: HTTPStatus, *, is_replayed: bool) -> HttpResponse:
    response = as_json(told, status)
    if is_replayed:
        response.headers[REPLAYED_HEADER] = "true"
    return response
