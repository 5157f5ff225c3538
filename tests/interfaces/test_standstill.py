"""While money stands still, pages and programs are told why, and all can be read. So it is when a disk is full."""

import json

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from geste.apps.audit.services.stop_money import stop_money
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord
from geste.apps.gestures.services import hand_in
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from geste.config import founding
from tests.make import NOW

pytestmark = pytest.mark.django_db(transaction=True)
FIELDS = {"gesture": "credit", "amount": "390", "key": "one-tap-of-a-test"}
WHY = {
    "en": "An envelope says that 1 is left, and its entries come to 2 (period 3, in cents).",
    "fr": "Une enveloppe indique qu’il reste 1 alors que ses écritures donnent 2 (période 3, en centimes).",
}


@pytest.fixture
def stopped(db: None) -> None:
    values = [("period", 3), ("found", 1), ("expected", 2)]
    stop_money(faults=[("book.balance_differs", values)], now=NOW)


@pytest.fixture
def program(user: User) -> Client:
    make_api_token(user=user, label="till", secret="a-token-nobody-guesses", now=NOW)
    return Client(headers={"authorization": "Bearer a-token-nobody-guesses"})


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_says_why_and_can_be_read(visitor: Client, case: Case, stopped: None, language: str) -> None:
    spoken = {"accept-language": language}
    for address in ("/", f"/cases/{case.reference}", "/charter"):
        page = visitor.get(address, headers=spoken)
        assert page.status_code == 200
        assert WHY[language] in page.content.decode()

    refused = visitor.post(f"/cases/{case.reference}/give", FIELDS, headers=spoken)

    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "60")
    assert WHY[language] in refused.content.decode()
    assert DecisionRecord.objects.count() == 0


def test_a_program_is_told_in_a_problem(program: Client, case: Case, stopped: None) -> None:
    answer = give(program, case)

    assert (answer.status_code, json.loads(answer.content)["code"]) == (503, "money.stopped")
    assert "Retry-After" in answer.headers
    assert program.get("/api/v1/charter").status_code == 200


def test_nothing_is_said_while_money_moves(visitor: Client) -> None:
    assert "Money stands still" not in visitor.get("/").content.decode()


@pytest.mark.parametrize("words", ["database or disk is full", "disk I/O error", "database is locked"])
def test_a_database_that_takes_nothing_more_is_no_mistake_of_ours(
    visitor: Client, program: Client, case: Case, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    def full(*_: object) -> None:
        raise OperationalError(words)

    monkeypatch.setattr(hand_in, "give_gestures", full)

    page, problem = visitor.post(f"/cases/{case.reference}/give", FIELDS), give(program, case)

    assert (page.status_code, page.headers["Retry-After"]) == (503, "10")
    assert "Nothing was given." in page.content.decode()
    assert (problem.status_code, json.loads(problem.content)["code"]) == (503, "server.cannot_write")


def test_a_database_that_is_away_is_waited_for(program: Client, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> bool:
        raise OperationalError("the database system is in recovery mode")

    monkeypatch.setattr(founding, "is_founded", away)

    page, problem = Client().get("/"), give(program, case)

    assert (page.status_code, page.headers["Retry-After"]) == (503, "10")
    assert "Nothing can be written at the moment" in page.content.decode()
    assert (problem.status_code, problem.headers["Retry-After"]) == (503, "1")
    assert json.loads(problem.content)["code"] == "server.cannot_write"


def give(program: Client, case: Case) -> HttpResponse:
    body = json.dumps(FIELDS)
    return program.post(  # type: ignore[return-value]
        f"/api/v1/cases/{case.reference}/gestures", body, content_type="application/json"
    )
