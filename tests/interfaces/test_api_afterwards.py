"""Taking back and settling over the API: a key for each, the same answer again, and a code for every refusal."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture, Reversal, Settlement
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from tests.interfaces.test_api import REPLAYED, TOKEN, post, problem_of
from tests.make import NOW, SITE, make_gesture, make_user, propose

pytestmark = pytest.mark.django_db
KEY = "one-call-of-a-test"
SETTLE = {"key": KEY, "booked": "by_charter", "note": "Two nights should be within."}


def program_of(user: User, secret: str) -> Client:
    make_api_token(user=user, label="till", secret=secret, now=NOW)
    return Client(headers={"authorization": f"Bearer {secret}"})


@pytest.fixture
def program(user: User) -> Client:
    """Return a program that acts in the name of `user`."""
    return program_of(user, TOKEN)


@pytest.fixture
def graces(user: User) -> Client:
    """Return a program that acts in the name of the steward."""
    return program_of(User.objects.get(username="grace"), "the-token-of-grace")


@pytest.fixture
def slip(agent: Actor, case: Case) -> Gesture:
    return make_gesture(agent, case, "credit", "390", now=timezone.localtime())


@pytest.fixture
def first(agent: Actor, case: Case) -> Gesture:
    outcome = propose(agent, case, "credit", "700", act_first=True, note="Second failure.")
    assert outcome.gesture is not None
    return outcome.gesture


def take_back(client: Client, gesture: Gesture, body: object = None, **headers: str) -> Any:
    return post(client, f"gestures/{gesture.pk}/take-back", {"key": KEY} if body is None else body, **headers)


def settle(client: Client, gesture: Gesture, **changes: object) -> Any:
    return post(client, f"gestures/{gesture.pk}/settlement", {**SETTLE, **changes})


def test_a_slip_is_taken_back_and_repeated_word_for_word(program: Client, slip: Gesture) -> None:
    first, again = take_back(program, slip), take_back(program, slip)

    told = first.json()
    assert (first.status_code, again.status_code) == (200, 200)
    assert told == {
        "receipt": slip.pk,
        "key": KEY,
        "gesture": "credit",
        "amount": "390.00",
        "currency": "AUD",
        "taken_back_at": told["taken_back_at"],
    }
    assert told["taken_back_at"].endswith(("+10:00", "+11:00"))
    assert first.content == again.content
    assert (first.headers.get(REPLAYED), again.headers.get(REPLAYED)) == (None, "true")
    assert Reversal.objects.count() == 1


def test_the_key_may_stand_in_the_header(program: Client, slip: Gesture) -> None:
    assert take_back(program, slip, {}, **{"idempotency-key": f'"{KEY}"'}).json()["key"] == KEY


@pytest.mark.parametrize(
    ("who", "status", "code", "english", "french"),
    [
        (
            "late",
            409,
            "take_back.too_late",
            "It is too late to take this back: it was given more than 30 seconds ago.",
            "Il est trop tard pour annuler : c’était il y a plus de 30 secondes.",
        ),
        (
            "colleague",
            403,
            "permission.given_by_another",
            "Only the person who gave it takes it back.",
            "Seule la personne qui l’a accordé peut l’annuler.",
        ),
        (
            "of another site",
            404,
            "receipt.not_known",
            "There is no such gesture, or it belongs to another site.",
            "Ce geste n’existe pas, ou relève d’un autre site.",
        ),
        (
            "with a used key",
            422,
            "key.reused",
            "This key was used before for something else.",
            "Cette clé a déjà servi à autre chose.",
        ),
    ],
)
def test_what_cannot_be_taken_back_is_said_in_both_languages(
    program: Client,
    agent: Actor,
    case: Case,
    slip: Gesture,
    *,
    who: str,
    status: int,
    code: str,
    english: str,
    french: str,
) -> None:
    gesture = make_gesture(agent, case, "note") if who == "late" else slip
    sites = {"colleague": SITE, "of another site": "Airport"}
    client = program_of(make_user("ana", site=sites[who]), "another-token") if who in sites else program
    body = {"key": slip.key if who == "with a used key" else KEY}

    said = [problem_of(take_back(client, gesture, body, **{"accept-language": each})) for each in ("en", "fr")]

    assert [(problem["status"], problem["code"]) for problem in said] == [(status, code)] * 2
    assert [problem["title"].replace("\u00a0", " ") for problem in said] == [english, french]
    assert Reversal.objects.count() == 0


@pytest.mark.parametrize(
    ("body", "code", "path"),
    [
        ({}, "input.missing", "key"),
        ({"key": 1}, "input.wrong_type", "key"),
        ({"key": KEY, "amount": "1"}, "input.not_known", "amount"),
        ([], "input.wrong_type", ""),
    ],
)
def test_each_mistake_names_its_place(program: Client, slip: Gesture, body: object, code: str, path: str) -> None:
    answer = take_back(program, slip, body)

    assert answer.status_code == 422
    assert [(found["code"], found["path"]) for found in problem_of(answer)["findings"]] == [(code, path)]


def test_what_was_done_first_is_settled_and_repeated_word_for_word(graces: Client, first: Gesture) -> None:
    settled, again = settle(graces, first), settle(graces, first)

    told = settled.json()
    assert (settled.status_code, again.status_code) == (201, 201)
    assert told == {
        "receipt": first.pk,
        "key": KEY,
        "gesture": "credit",
        "amount": "700.00",
        "currency": "AUD",
        "booked": "by_charter",
        "note": "Two nights should be within.",
        "account": "foregone_revenue",
        "cost": "700.00",
        "envelope": "month",
        "settled_at": told["settled_at"],
    }
    assert settled.content == again.content
    assert (settled.headers.get(REPLAYED), again.headers.get(REPLAYED)) == (None, "true")
    assert Settlement.objects.get().settled_by.username == "grace"


@pytest.mark.parametrize(
    ("booked", "account", "envelope"), [("apart", "foregone_revenue", None), ("as_it_stands", None, None)]
)
def test_other_ways_to_book_it(
    graces: Client, first: Gesture, booked: str, account: str | None, envelope: str | None
) -> None:
    told = settle(graces, first, booked=booked, note=None).json()

    assert (told["booked"], told["note"], told["account"], told["envelope"]) == (booked, "", account, envelope)


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"booked": None}, "input.missing", "booked"),
        ({"booked": "by_chartr"}, "word.not_listed", "booked"),
        ({"booked": 1}, "input.wrong_type", "booked"),
        ({"note": []}, "input.wrong_type", "note"),
        ({"blame": "nobody"}, "input.not_known", "blame"),
    ],
)
def test_each_mistake_of_a_settlement_names_its_place(
    graces: Client, first: Gesture, change: dict[str, object], code: str, path: str
) -> None:
    answer = settle(graces, first, **change)

    assert answer.status_code == 422
    assert [(found["code"], found["path"]) for found in problem_of(answer)["findings"]] == [(code, path)]


def test_a_settlement_that_cannot_be_is_said_in_both_languages(
    graces: Client, program: Client, agent: Actor, case: Case, first: Gesture
) -> None:
    covered = make_gesture(agent, case, "note")
    refused = [
        (graces, covered, {}, 409, "settle.not_needed"),
        (graces, first, {"note": "n" * 501}, 422, "note.too_long"),
        (program, first, {}, 403, "permission.settled_by_another"),
        (program_of(make_user("ana"), "another-token"), first, {}, 403, "permission.reviewer_only"),
    ]

    for client, gesture, changes, status, code in refused:
        problem = problem_of(settle(client, gesture, **changes))
        assert (problem["status"], problem["code"]) == (status, code)
        assert problem["title"] != "The request was refused."
    assert Settlement.objects.count() == 0
