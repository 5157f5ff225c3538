"""Tokens over the API: what is remembered of them never outlives them, and is never told from what was asked anew."""

import json
from collections.abc import Callable, Mapping

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord, Gesture, UsedKey
from geste.apps.people.models import ApiToken, User
from geste.apps.people.services.make_api_token import make_api_token
from geste.interfaces.api.v1 import callers
from tests.make import NOW, make_actor, make_case, make_user

pytestmark = pytest.mark.django_db
TOKEN = "a-token-that-is-remembered"
ONE, MANY = "/api/v1/cases/C-1/gestures", "/api/v1/gestures/batch"
GIVEN = {"key": "after-the-token", "gesture": "note"}
REQUESTS: Mapping[str, tuple[str, bytes]] = {
    "sound": (ONE, json.dumps(GIVEN).encode()),
    "sound, among many": (MANY, json.dumps({"gestures": [{"case": "C-1", **GIVEN}]}).encode()),
    "on a case that is not there": ("/api/v1/cases/C-9/gestures", json.dumps(GIVEN).encode()),
    "without a gesture": (ONE, json.dumps({"key": "after-the-token"}).encode()),
    "with a malformed key": (ONE, json.dumps({**GIVEN, "key": "short"}).encode()),
    "not JSON": (ONE, b"{"),
    "too long": (ONE, b" " * 2_000_000),
    "no list": (MANY, b"{}"),
    "an empty list": (MANY, b'{"gestures": []}'),
    "a list of nothing that can be read": (MANY, b'{"gestures": [1, {"case": "C-1"}]}'),
}
Ending = Callable[[User], object]
ENDINGS: Mapping[str, Ending] = {
    "withdrawn": lambda _: ApiToken.objects.update(revoked_at=NOW),
    "of somebody who left": lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
    "gone altogether": lambda _: ApiToken.objects.all().delete(),
}


@pytest.fixture(autouse=True)
def _token(user: User, case: Case) -> None:
    assert case.reference == "C-1"
    make_api_token(user=user, label="till", secret=TOKEN, now=NOW)


def ask(address: str, body: bytes) -> HttpResponse:
    program = Client(headers={"authorization": f"Bearer {TOKEN}"}, enforce_csrf_checks=True)
    return program.post(address, body, content_type="application/json")  # type: ignore[return-value]


def give(key: str, case: str = "C-1") -> HttpResponse:
    return ask(f"/api/v1/cases/{case}/gestures", json.dumps({"key": key, "gesture": "note"}).encode())


def told(answer: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    return answer.status_code, dict(answer.headers), answer.content


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("request_", REQUESTS)
def test_a_token_that_ended_opens_nothing_at_once_and_hears_what_a_stranger_hears(
    user: User, request_: str, ending: str
) -> None:
    assert give("while-it-stood").status_code == 201
    ENDINGS[ending](user)

    remembered = ask(*REQUESTS[request_])
    callers.forget_everybody()
    stranger = ask(*REQUESTS[request_])

    assert told(remembered) == told(stranger)
    assert remembered.status_code == 403, "no token and no session: as a browser without the token of its form"
    assert list(UsedKey.objects.values_list("key", flat=True)) == ["while-it-stood"]
    assert (Gesture.objects.count(), DecisionRecord.objects.count()) == (1, 1)


@pytest.mark.parametrize("request_", REQUESTS)
def test_whoever_is_remembered_hears_what_they_heard_the_first_time(request_: str) -> None:
    callers.forget_everybody()
    first = ask(*REQUESTS[request_])
    again = ask(*REQUESTS[request_])
    once_more = ask(*REQUESTS[request_])

    assert told(again) == told(once_more)
    assert first.status_code == again.status_code
    if first.status_code != 201 and b'"status": 201' not in first.content:
        assert told(first) == told(again)


def test_whoever_moves_acts_from_where_they_are_now(user: User, agent: Actor) -> None:
    far = make_user("lin", site="Far away")
    make_case(make_actor("ada", site="Far away"), reference="C-7")
    assert give("from-here-it-is-not-there", "C-7").status_code == 404
    assert give("from-here").status_code == 201

    User.objects.filter(pk=user.pk).update(site=far.site, team=far.team)

    assert give("from-there-it-is-not-here").status_code == 404
    assert give("from-there-first", "C-7").status_code == 201
    assert agent.site_id != far.site_id


def test_a_role_that_was_taken_away_decides_nothing_any_more(user: User) -> None:
    assert give("as-reception").status_code == 201

    User.objects.filter(pk=user.pk).update(role="nobody-here")

    answer = give("as-nobody")
    callers.forget_everybody()
    assert told(answer) == told(give("as-nobody"))
    assert answer.status_code == 422
    assert Gesture.objects.count() == 1


def test_a_token_is_asked_about_once_where_it_is_written() -> None:
    give("to-be-remembered")

    with CaptureQueriesContext(connection) as asked:
        give("remembered-by-now")

    questions = [query["sql"].split()[0] for query in asked if "people_apitoken" in query["sql"]]
    assert questions == ["SELECT"]
