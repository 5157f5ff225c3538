"""The API: the wire form in, the wire form out, and every refusal a problem with codes and sentences."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.charters.models import CharterText, Signature
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from geste.core import limits
from geste.core.charter.reading import read_charter
from geste.core.decision.outputs import as_json
from geste.core.decision.prepared import prepare
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db
TOKEN = "a-token-nobody-guesses"
KEY = "one-call-of-a-test"
REPLAYED = "Idempotent-Replayed"
QUESTION: dict[str, Any] = {
    "id": "q1",
    "actor": {"role": "reception"},
    "facts": {"now": "2026-05-14T01:07:00+10:00", "stay": {"price": "390"}},
    "standing": {"given": [{"gesture": "credit", "amount": "450", "scopes": ["case"]}]},
    "proposal": {"gesture": "credit", "amount": "100"},
}


@pytest.fixture
def program(user: User) -> Client:
    """Return a program that acts in the name of `user`."""
    make_api_token(user=user, label="till", secret=TOKEN, now=NOW)
    return Client(headers={"authorization": f"Bearer {TOKEN}"})


def post(client: Client, path: str, body: object, **headers: str) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(f"/api/v1/{path}", content, content_type="application/json", headers=headers)


def problem_of(answer: Any) -> dict[str, Any]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = json.loads(answer.content)
    assert problem["status"] == answer.status_code
    return problem


def test_a_decision_is_the_one_the_command_line_gives(program: Client) -> None:
    prepared = prepare(_charter())
    expected = as_json(prepared.answer(prepared.read(QUESTION)), prepared.charter.currency)

    answer = post(program, "decisions", QUESTION)

    assert answer.status_code == 200
    assert json.loads(answer.content) == expected
    assert (expected["authority"], expected["headroom"]) == ("beyond", "50.00")
    assert DecisionRecord.objects.count() == 0


def test_without_a_proposal_the_options_are_listed(program: Client) -> None:
    question = {name: value for name, value in QUESTION.items() if name != "proposal"}

    answer = json.loads(post(program, "decisions", question).content)

    assert answer["authority"] is None
    assert {option["gesture"] for option in answer["options"]} >= {"note", "credit", "drink", "explain"}


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"actor": None}, "input.missing", "actor.role"),
        ({"actor": {"role": "king"}}, "role.not_known", "actor.role"),
        ({"facts": []}, "input.wrong_type", "facts"),
        ({"facts": {"stay": {"price": 390}}}, "amount.not_text", "facts.stay.price"),
        ({"facts": {"stay": {"moon": 1}}}, "fact.not_declared", "facts.stay.moon"),
        ({"facts": {"stay": {"nights": 10**12}}}, "input.out_of_range", "facts.stay.nights"),
        ({"proposal": {"gesture": "gold"}}, "gesture.not_known", "proposal.gesture"),
        ({"proposal": {"gesture": "credit", "amount": "-1"}}, "amount.negative", "proposal.amount"),
        ({"proposal": {"gesture": "credit", "amount": "1 EUR"}}, "amount.wrong_currency", "proposal.amount"),
        ({"proposal": {"gesture": "credit", "amount": "9" * 15}}, "amount.too_large", "proposal.amount"),
        ({"surprise": 1}, "input.not_known", "surprise"),
    ],
)
def test_each_mistake_names_its_place(program: Client, change: dict[str, object], code: str, path: str) -> None:
    answer = post(program, "decisions", {**QUESTION, **change})

    problem = problem_of(answer)
    assert (answer.status_code, problem["code"]) == (422, "input.refused")
    assert [(found["code"], found["path"]) for found in problem["findings"]] == [(code, path)]
    assert problem["findings"][0]["message"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "input.not_json"),
        (b"{", 400, "input.not_json"),
        (b'{"id": NaN}', 400, "input.not_json"),
        (b'{"id": "\xff"}', 400, "input.not_utf8"),
        (b"[" * 100_000, 400, "input.not_json"),
        (b" " * (limits.REQUEST_BYTES + 1), 413, "input.too_long"),
        (b"[]", 422, "input.wrong_type"),
        (b'"text"', 422, "input.wrong_type"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(program: Client, body: bytes, status: int, code: str) -> None:
    for path in ("decisions", "cases/C-1/gestures"):
        answer = post(program, path, body)

        assert answer.status_code == status
        assert problem_of(answer)["findings"][0]["code"] == code


def test_sentences_follow_the_language_that_is_asked_for(program: Client) -> None:
    answer = post(program, "decisions", {**QUESTION, "actor": {"role": "king"}}, **{"accept-language": "fr-CA"})

    problem = problem_of(answer)
    assert problem["title"].startswith("La demande ne peut pas être lue")
    assert problem["findings"][0]["message"].startswith("actor.role")
    assert "« king »".replace(" ", "\u00a0") in problem["findings"][0]["message"]


def test_giving_over_the_api_is_giving(program: Client, case: Case) -> None:
    answer = post(program, f"cases/{case.reference}/gestures", {"key": KEY, "gesture": "credit", "amount": "390"})

    given = json.loads(answer.content)
    gesture = Gesture.objects.get()
    assert answer.status_code == 201
    assert {name: given[name] for name in ("receipt", "key", "case", "gesture", "amount", "currency", "route")} == {
        "receipt": gesture.pk,
        "key": KEY,
        "case": "C-1",
        "gesture": "credit",
        "amount": "390.00",
        "currency": "AUD",
        "route": "do",
    }
    assert given["reasons"] == [{"code": "gesture.covered", "values": {"gesture": "credit", "role": "reception"}}]
    assert given["sentences"] == ["The charter covers this: Credit. Go ahead."]
    assert (given["charter_version"], given["to_settle"]) == (1, False)
    assert given["charter_digest"] == CharterText.objects.get().digest


def test_the_same_key_answers_with_the_same_gesture(program: Client, case: Case) -> None:
    body = {"key": KEY, "gesture": "credit", "amount": "390"}

    first, second = (post(program, f"cases/{case.reference}/gestures", body) for _ in range(2))
    other = post(program, f"cases/{case.reference}/gestures", {**body, "amount": "1"})

    assert (first.status_code, second.status_code, other.status_code) == (201, 201, 422)
    assert first.content == second.content
    assert (first.headers.get(REPLAYED), second.headers.get(REPLAYED)) == (None, "true")
    assert problem_of(other)["code"] == "key.reused"
    assert Gesture.objects.count() == 1


def test_what_was_declined_stays_declined_under_its_key(program: Client, case: Case) -> None:
    body = {"key": KEY, "gesture": "credit", "amount": "700"}

    first, second = (post(program, f"cases/{case.reference}/gestures", body) for _ in range(2))
    other = post(program, f"cases/{case.reference}/gestures", {**body, "act_first": True, "note": "Twice."})

    assert (first.status_code, second.status_code, other.status_code) == (409, 409, 422)
    assert first.content == second.content
    assert second.headers[REPLAYED] == "true"
    assert "make a new one" in problem_of(first)["title"]
    assert (DecisionRecord.objects.count(), Gesture.objects.count()) == (1, 0)


def test_the_key_may_stand_in_the_header(program: Client, case: Case) -> None:
    path, body = f"cases/{case.reference}/gestures", {"gesture": "credit", "amount": "390"}

    quoted = post(program, path, body, **{"idempotency-key": f'"{KEY}"'})
    both = post(program, path, {**body, "key": KEY}, **{"idempotency-key": KEY})
    different = post(program, path, {**body, "key": KEY}, **{"idempotency-key": "another-key"})

    assert (quoted.status_code, both.status_code, different.status_code) == (201, 201, 422)
    assert (json.loads(quoted.content)["key"], both.headers[REPLAYED]) == (KEY, "true")
    assert problem_of(different)["code"] == "key.differs"
    assert Gesture.objects.count() == 1


def test_the_same_again_within_minutes_is_asked_once(program: Client, case: Case) -> None:
    path, body = f"cases/{case.reference}/gestures", {"gesture": "credit", "amount": "20"}
    receipt = json.loads(post(program, path, {**body, "key": "the-first-tap"}).content)["receipt"]

    asked = post(program, path, {**body, "key": KEY})
    given = post(program, path, {**body, "key": KEY, "distinct_from": receipt})

    assert (asked.status_code, given.status_code) == (409, 201)
    assert (problem_of(asked)["code"], problem_of(asked)["first"]) == (
        "gesture.possible_duplicate",
        {"receipt": receipt},
    )
    assert Gesture.objects.count() == 2


def test_many_are_given_in_one_request_and_each_gets_its_own_answer(program: Client, agent: Actor, case: Case) -> None:
    make_case(make_actor("leo", site="Airport"), reference="C-8")
    make_case(agent, reference="C-2")
    first = {"case": "C-1", "key": "batch-key-1", "gesture": "credit", "amount": "390"}
    wanted = [
        first,
        {"case": "C-2", "key": "batch-key-2", "gesture": "credit", "amount": "700"},
        {"case": "C-8", "key": "batch-key-3", "gesture": "note"},
        {"case": "C-1", "gesture": "note"},
        first,
        {"case": "C-1", "key": "batch-key-4", "gesture": "credit", "amount": "200"},
        {"key": "batch-key-5", "gesture": "note"},
    ]

    answers = json.loads(post(program, "gestures/batch", {"gestures": wanted}).content)["answers"]

    codes = [(answer["status"], answer["replayed"], answer["body"].get("code")) for answer in answers]
    assert codes == [
        (201, False, None),
        (409, False, "gesture.not_given"),
        (404, False, "case.not_known"),
        (422, False, "input.refused"),
        (201, True, None),
        (409, False, "gesture.not_given"),
        (422, False, "input.refused"),
    ]
    assert answers[5]["body"]["decision"]["headroom"] == "110.00"
    alone = post(program, "cases/C-1/gestures", {name: value for name, value in first.items() if name != "case"})
    assert json.loads(alone.content) == answers[0]["body"] == answers[4]["body"]
    assert Gesture.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ([], "input.wrong_type"),
        ({"gestures": {}}, "input.wrong_type"),
        ({"gestures": [{}] * 501}, "list.too_long"),
    ],
)
def test_a_batch_is_a_list_of_at_most_500(program: Client, body: object, code: str) -> None:
    answer = post(program, "gestures/batch", body)

    assert (answer.status_code, problem_of(answer)["findings"][0]["code"]) == (422, code)


def test_what_is_declined_says_why_and_what_else_is_open(program: Client, case: Case) -> None:
    answer = post(program, f"cases/{case.reference}/gestures", {"key": KEY, "gesture": "credit", "amount": "700"})

    problem = problem_of(answer)
    assert (answer.status_code, problem["code"]) == (409, "gesture.not_given")
    assert problem["decision"]["authority"] == "beyond"
    assert problem["decision"]["routes"] == ["one_hop", "act_first", "hand_over"]
    assert problem["decision"]["headroom"] == "500.00"


def test_acting_first_over_the_api(program: Client, case: Case) -> None:
    body = {"key": KEY, "gesture": "credit", "amount": "700", "act_first": True}

    silent = post(program, f"cases/{case.reference}/gestures", body)
    given = post(program, f"cases/{case.reference}/gestures", {**body, "note": "Second failure."})

    assert (silent.status_code, problem_of(silent)["code"]) == (422, "note.missing")
    assert given.status_code == 201
    assert json.loads(given.content)["to_settle"] is True


@pytest.mark.parametrize(
    ("body", "code", "path"),
    [
        ({"gesture": "note"}, "input.missing", "key"),
        ({"key": KEY}, "input.missing", "gesture"),
        ({"key": 12345678, "gesture": "note"}, "input.wrong_type", "key"),
        ({"key": KEY, "gesture": "credit", "amount": 5}, "input.wrong_type", "amount"),
        ({"key": KEY, "gesture": "credit", "act_first": "yes"}, "input.wrong_type", "act_first"),
        ({"key": KEY, "gesture": "credit", "amount": "ten"}, "amount.unreadable", "proposal.amount"),
        ({"key": KEY, "gesture": "credit", "colour": "red"}, "input.not_known", "proposal.colour"),
    ],
)
def test_a_proposal_that_cannot_be_read_names_the_place(
    program: Client, case: Case, body: dict[str, object], code: str, path: str
) -> None:
    answer = post(program, f"cases/{case.reference}/gestures", body)

    assert answer.status_code == 422
    assert [(found["code"], found["path"]) for found in problem_of(answer)["findings"]] == [(code, path)]
    assert Gesture.objects.count() == 0


def test_a_malformed_key_is_refused(program: Client, case: Case) -> None:
    answer = post(program, f"cases/{case.reference}/gestures", {"key": "short", "gesture": "note"})

    assert (answer.status_code, problem_of(answer)["code"]) == (422, "key.malformed")


def test_a_case_that_is_not_there_or_closed(program: Client, agent: Actor, case: Case) -> None:
    make_case(make_actor("leo", site="Airport"), reference="C-8")
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)
    body = {"key": KEY, "gesture": "note"}

    missing, elsewhere, closed = (
        post(program, f"cases/{reference}/gestures", body) for reference in ("C-404", "C-8", "C-1")
    )

    assert (missing.status_code, elsewhere.status_code, closed.status_code) == (404, 404, 403)
    assert problem_of(missing)["code"] == problem_of(elsewhere)["code"] == "case.not_known"
    assert problem_of(closed)["code"] == "permission.case_closed"


@pytest.mark.item("S0.17")
def test_the_charter_in_force_is_told_word_for_word(program: Client) -> None:
    told = json.loads(program.get("/api/v1/charter").content)

    row = CharterText.objects.get()
    assert (told["id"], told["version"], told["digest"], told["text"]) == ("harbour", 1, row.digest, row.text)
    assert told["purpose"] == {
        "en": "Every guest should want to come back.",
        "fr": "Que chaque client ait envie de revenir.",
    }


def test_before_any_charter_is_in_force_nothing_is_decided(program: Client) -> None:
    for rows in (Signature.objects.all(), CharterText.objects.all()):
        rows._raw_delete(rows.db)
    make_charter(effective=date(2200, 1, 1))

    answer = post(program, "decisions", QUESTION)

    assert (answer.status_code, problem_of(answer)["code"]) == (503, "charter.none_in_force")


@pytest.mark.parametrize("header", [{}, {"authorization": "Bearer wrong"}, {"authorization": "Basic dG9tYXM6eA=="}])
@pytest.mark.usefixtures("user")
def test_a_stranger_is_asked_who_they_are(header: dict[str, str]) -> None:
    client = Client(headers=header)

    for answer in (post(client, "decisions", QUESTION), client.get("/api/v1/charter")):
        assert (answer.status_code, problem_of(answer)["code"]) == (401, "caller.not_known")


def test_a_browsers_session_serves_and_its_writes_need_the_forms_token(visitor: Client, user: User) -> None:
    assert visitor.get("/api/v1/charter").status_code == 200

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)

    assert post(strict, "decisions", QUESTION).status_code == 403
    assert DecisionRecord.objects.count() == 0


def _charter() -> Any:
    return read_charter(CHARTER.format(version=1, effective="2026-01-01")).charter
