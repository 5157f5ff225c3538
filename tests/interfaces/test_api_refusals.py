"""What the API answers to wrong and hostile requests: the right status, a problem that says what to do, no rows."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.people.models import ApiToken, User
from geste.apps.people.services.make_api_token import make_api_token
from geste.config import urls
from tests.make import NOW, make_actor, make_case, make_gesture

pytestmark = pytest.mark.django_db
TOKEN = "a-token-nobody-guesses"
KEY = "one-call-of-a-test"
WRITES = ("/api/v1/decisions", "/api/v1/cases/C-1/gestures")
GIVING = "/api/v1/cases/C-1/gestures"
MEMBERS = {"type", "title", "status", "code", "findings"}


@pytest.fixture
def program(user: User) -> Client:
    """Return a program that acts in the name of `user`."""
    make_api_token(user=user, label="till", secret=TOKEN, now=NOW)
    return Client(headers={"authorization": f"Bearer {TOKEN}"})


@pytest.fixture(autouse=True)
def _nothing_is_written(case: Case) -> Iterator[None]:
    yield
    assert Gesture.objects.exclude(key=KEY).count() == 0


def refused(answer: Any, status: int, code: str, title: str) -> list[dict[str, Any]]:
    """Return the findings of a problem after proving everything else about it."""
    problem = json.loads(answer.content)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem.keys() == MEMBERS
    told = (answer.status_code, problem["status"], problem["code"], problem["type"], problem["title"])
    assert told == (status, status, code, f"urn:geste:problem:{code}", title)
    return list(problem["findings"])


@pytest.mark.parametrize("address", WRITES)
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", b"{}"),
        ("application/x-www-form-urlencoded", b"key=one-call-of-a-test&gesture=note"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="key"\r\n\r\na\r\n--x--\r\n'),
        ("application/xml", b"<key/>"),
        ("application/json-seq", b"{}"),
    ],
)
def test_only_json_is_read(program: Client, address: str, kind: str, body: bytes) -> None:
    answer = program.generic("POST", address, body, content_type=kind)

    title = "Send the request as JSON, with the header Content-Type: application/json."
    assert refused(answer, 415, "body.not_json", title) == []


@pytest.mark.parametrize("address", WRITES)
@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        (b"", "input.not_json", 1, 1),
        (b"nothing", "input.not_json", 1, 1),
        (b'{"id": 1,}', "input.not_json", 1, 10),
        (b'{\n  "id": 1\n  "facts": {}\n}', "input.not_json", 3, 3),
        (b"[" * 5_000, "input.not_json", 1, 1),
        (b'{"a":' * 5_000, "input.not_json", 1, 1),
        (b"9" * 5_000, "input.not_json", 1, 1),
        (b'{"id": Infinity}', "input.not_json", 1, 1),
        (b'\xff\xfe{"id": 1}', "input.not_utf8", 1, 1),
    ],
)
def test_what_is_not_json_is_placed(
    program: Client, address: str, body: bytes, code: str, line: int, column: int
) -> None:
    answer = program.generic("POST", address, body, content_type="application/json")

    title = "The request cannot be read as it stands; each finding says where and why."
    (found,) = refused(answer, 400, "input.refused", title)
    assert (found["code"], found["values"]) == (code, {"line": line, "column": column})


@pytest.mark.parametrize("address", WRITES)
@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ('{"id": "a\\u0000b"}', ["id"]),
        ('{"key": "\\ud800", "gesture": "note"}', ["key"]),
        ('{"facts": {"stay": [{"price": "\\udfff"}]}}', ["facts.stay[0].price"]),
        ('{"na\\u0000me": 1}', [""]),
        ('"\\u0000"', [""]),
    ],
)
def test_characters_nobody_can_keep_are_refused(program: Client, address: str, body: str, paths: list[str]) -> None:
    answer = program.post(address, body, content_type="application/json")

    title = "The request cannot be read as it stands; each finding says where and why."
    findings = refused(answer, 422, "input.refused", title)
    assert [(found["code"], found["path"]) for found in findings] == [("source.control_character", p) for p in paths]


def test_a_deep_body_that_can_be_parsed_is_refused_at_its_first_wrong_name(program: Client) -> None:
    body = '{"facts":' + '{"stay":' * 400 + "1" + "}" * 400 + "}"

    answer = program.post("/api/v1/decisions", body, content_type="application/json")

    title = "The request cannot be read as it stands; each finding says where and why."
    findings = refused(answer, 422, "input.refused", title)
    assert [(found["code"], found["path"]) for found in findings] == [
        ("input.missing", "actor.role"),
        ("fact.not_declared", "facts.stay.stay"),
    ]


def test_a_whole_page_of_mistakes_is_cut(program: Client) -> None:
    body = {f"moon_{number}": number for number in range(1_000)}

    answer = program.post("/api/v1/decisions", json.dumps(body), content_type="application/json")

    assert answer.status_code == 422
    assert len(json.loads(answer.content)["findings"]) == 50


@pytest.mark.parametrize(
    ("change", "code", "path", "message"),
    [
        ({"key": "a" * 65}, "key.malformed", None, ""),
        ({"key": "ключ-ключ"}, "key.malformed", None, ""),
        ({"key": ["a"]}, "input.wrong_type", "key", "key: expected a text; this is a list."),
        ({"gesture": {"a": 1}}, "input.wrong_type", "gesture", "gesture: expected a text; this is named values."),
        ({"gesture": "crédit"}, "gesture.not_known", "proposal.gesture", "“crédit” is no gesture of this charter."),
        ({"gesture": "x" * 5_000}, "gesture.not_known", "proposal.gesture", "is no gesture of this charter."),
        ({"amount": 10**30}, "input.wrong_type", "amount", "amount: expected an amount; this is a whole number."),
        ({"amount": "1e5"}, "amount.unreadable", "proposal.amount", "“1e5” is no amount in AUD. Write it like 12.50."),
        ({"amount": "१२"}, "amount.unreadable", "proposal.amount", "“१२” is no amount in AUD."),
        ({"amount": "0.001"}, "amount.too_precise", "proposal.amount", "“0.001” has more decimals than AUD has."),
        ({"amount": "1" * 900}, "amount.unreadable", "proposal.amount", "is no amount in AUD."),
        ({"amount": "10 EUR"}, "amount.wrong_currency", "proposal.amount", "here it must be AUD."),
        ({"amount": "-0.01"}, "amount.negative", "proposal.amount", "“-0.01” is below zero."),
        ({"act_first": 1}, "input.wrong_type", "act_first", "act_first: expected yes or no; this is a whole number."),
        ({"note": {"text": "x"}}, "input.wrong_type", "note", "note: expected a text; this is named values."),
        ({"note": "x" * 501}, "note.too_long", None, ""),
        ({"actor": "grace"}, "input.not_known", "proposal.actor", "proposal.actor: “actor” means nothing here."),
    ],
)
def test_a_wrong_proposal_is_refused_where_it_is_wrong(
    program: Client, change: dict[str, object], code: str, path: str | None, message: str
) -> None:
    body = {"key": KEY, "gesture": "credit", "amount": "5", **change}

    answer = program.post(GIVING, json.dumps(body), content_type="application/json")

    problem = json.loads(answer.content)
    assert answer.status_code == 422
    if path is None:
        assert (problem["code"], problem["findings"]) == (code, [])
    else:
        (found,) = problem["findings"]
        assert (problem["code"], found["code"], found["path"]) == ("input.refused", code, path)
        assert message in found["message"]
    assert DecisionRecord.objects.count() == 0


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/cases/C-404/gestures",
        "/api/v1/cases/C-8/gestures",
        f"/api/v1/cases/{'C' * 2_000}/gestures",
    ],
)
def test_a_case_that_is_not_there_and_one_of_another_site_answer_alike(program: Client, address: str) -> None:
    make_case(make_actor("leo", site="Airport"), reference="C-8")

    answer = program.post(address, json.dumps({"key": KEY, "gesture": "note"}), content_type="application/json")

    assert refused(answer, 404, "case.not_known", "There is no such case, or it belongs to another site.") == []


@pytest.mark.parametrize(
    "address",
    ["/api/v1/nowhere", "/api/v2/decisions", "/api/v1/cases/a%00b/gestures", "/api/v1/cases//gestures", "/api/"],
)
def test_an_address_where_nothing_is_answers_with_a_problem(program: Client, address: str) -> None:
    answer = program.post(address, "{}", content_type="application/json")

    assert refused(answer, 404, "address.not_known", "There is nothing at this address.") == []


def test_a_name_that_is_not_ours_is_refused(program: Client) -> None:
    answer = program.get("/api/v1/charter", headers={"host": "desk.example"})

    title = "Geste does not answer to this name here. GESTE_ALLOWED_HOSTS lists the names it answers to."
    assert refused(answer, 400, "host.not_known", title) == []


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("GET", WRITES[0], "POST"),
        ("PUT", WRITES[0], "POST"),
        ("DELETE", GIVING, "POST"),
        ("POST", "/api/v1/charter", "GET"),
    ],
)
def test_another_method_is_refused_and_the_right_one_named(
    program: Client, method: str, address: str, allowed: str
) -> None:
    answer = program.generic(method, address)

    title = "This address does not answer this method; the header Allow names those it answers."
    assert refused(answer, 405, "method.not_allowed", title) == []
    assert answer.headers["Allow"] == allowed


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \xff\xfe", "Bearer " + "x" * 5_000],
)
@pytest.mark.usefixtures("program")
def test_a_token_nobody_made_is_no_token(header: str) -> None:
    answer = Client(headers={"authorization": header}).get("/api/v1/charter")

    assert refused(answer, 401, "caller.not_known", "Sign in, or send a token.") == []
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_revoked_token_and_one_of_somebody_who_left_open_nothing(program: Client, user: User) -> None:
    ApiToken.objects.update(revoked_at=NOW)
    assert program.get("/api/v1/charter").status_code == 401

    ApiToken.objects.update(revoked_at=None)
    user.is_active = False
    user.save()
    assert program.get("/api/v1/charter").status_code == 401


@pytest.mark.parametrize("address", WRITES)
def test_a_browsers_write_without_the_forms_token_is_refused(user: User, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)

    answer = strict.post(address, json.dumps({"key": KEY, "gesture": "note"}), content_type="application/json")

    title = "A signed-in browser sends the CSRF token with every write; a program sends a token."
    assert refused(answer, 403, "csrf.missing", title) == []
    assert Gesture.objects.count() == 0


def test_the_same_key_answers_once_and_for_one_thing_only(program: Client, agent: Actor, case: Case) -> None:
    other = make_case(agent, reference="C-2")
    body = {"key": KEY, "gesture": "drink", "amount": "5"}
    answers = [
        program.post(GIVING, json.dumps({**body, **change}), content_type="application/json")
        for change in ({}, {}, {"amount": "6"}, {"amount": None}, {"gesture": "note", "amount": None})
    ]
    elsewhere = program.post(
        f"/api/v1/cases/{other.reference}/gestures", json.dumps(body), content_type="application/json"
    )

    assert [answer.status_code for answer in answers] == [201, 201, 422, 422, 422]
    assert answers[0].content == answers[1].content
    for answer in (*answers[2:], elsewhere):
        assert refused(answer, 422, "key.reused", "This key was used before for something else.") == []
    assert Gesture.objects.count() == 1


def test_somebody_elses_key_gives_nothing(program: Client, agent: Actor, case: Case) -> None:
    colleague = make_actor("ana")
    gesture = make_gesture(colleague, case, "note")
    body = {"key": gesture.key, "gesture": "note"}

    answer = program.post(GIVING, json.dumps(body), content_type="application/json")

    assert refused(answer, 422, "key.reused", "This key was used before for something else.") == []
    assert list(Gesture.objects.values_list("given_by__username", flat=True)) == ["ana"]
    Gesture.objects.all()._raw_delete(Gesture.objects.db)


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("the inside of the house")


class BrokenAddresses:
    """The usual addresses, and one of the API's that breaks."""

    urlpatterns = (path("api/v1/broken", broken), *urls.urlpatterns)
    handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500


@override_settings(ROOT_URLCONF=BrokenAddresses)
def test_a_mistake_of_ours_tells_nothing_of_the_inside() -> None:
    client = Client(raise_request_exception=False)

    answer = client.get("/api/v1/broken")

    title = "Something went wrong on our side. Nothing was half written: send the same request again."
    assert refused(answer, 500, "server.failed", title) == []
    assert b"inside" not in answer.content


@pytest.mark.parametrize("path", ["decisions", "cases/C-1/gestures"])
def test_refusals_come_in_french_too(program: Client, path: str) -> None:
    answer = program.post(
        f"/api/v1/{path}", "{", content_type="application/json", headers={"accept-language": "fr-FR,fr;q=0.9"}
    )

    title = "La demande ne peut pas être lue telle quelle\u202f; chaque remarque dit où et pourquoi."
    (found,) = json.loads(answer.content)["findings"]
    assert json.loads(answer.content)["title"].replace("\u00a0", "\u202f") == title
    assert "JSON" in found["message"]
