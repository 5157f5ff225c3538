"""The API after the gesture: questions, noes, hand-overs and wishes, each with a key, as the desk has them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.base.models import DoneOnce
from geste.apps.gestures.models import Gesture
from geste.apps.hops.models import Hop, HopAnswer
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.refusals.models import Handover, Refusal, SupervisorRequest, Wish
from geste.interfaces.api.v1 import callers
from tests.apps.reviewing import somebody
from tests.make import make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "a-key-of-this-test"


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def wren(agent: Actor) -> Actor:
    """Somebody of the role that the charter names to ask."""
    return make_actor("wren")


def send(actor: Actor, verb: str, address: str, body: Mapping[str, object] | None = None) -> tuple[int, Any, bool]:
    """Return what the API answers to a program of somebody's: the status, the body, and whether it came before."""
    token = f"a-token-of-{actor.name.lower()}-for-this-test"
    user = User.objects.get(pk=actor.user_id)
    if not user.api_tokens.exists():
        make_api_token(user=user, label="test", secret=token, now=timezone.localtime())
    client = Client(headers={"authorization": f"Bearer {token}"})
    answer = client.generic(verb, f"/api/v1{address}", json.dumps(body or {}), content_type="application/json")
    return answer.status_code, json.loads(answer.content), "Idempotent-Replayed" in answer.headers


def beyond(**members: object) -> dict[str, object]:
    return {"key": KEY, "gesture": "credit", "amount": "700", "because": "Two bad nights.", **members}


@pytest.mark.item("S4.30")
def test_a_question_is_asked_answered_and_acted_on(agent: Actor, wren: Actor) -> None:
    case = make_case(agent)
    status, asked, _ = send(agent, "POST", f"/cases/{case.reference}/hops", beyond())
    assert status == 201
    assert (asked["kind"], asked["state"], asked["may_act"], asked["answer"]) == ("one_hop", "asked", False, None)
    assert (asked["gesture"], asked["amount"], asked["silence_acts"]) == ("credit", "700.00", True)
    assert asked["reasons"][0]["code"]

    number = asked["hop"]
    status, said, _ = send(wren, "POST", f"/hops/{number}/answer", {"key": KEY + "-2", "word": "yes"})
    assert (status, said["state"], said["may_act"]) == (201, "yes", True)
    assert said["answer"]["answered_by"] == "Wren"
    assert send(agent, "GET", f"/hops/{number}")[1] == said

    acts = [send(agent, "POST", f"/hops/{number}/gestures", {"key": KEY + "-3"}) for _ in range(2)]
    assert [(status, replayed) for status, _, replayed in acts] == [(201, False), (201, True)]
    assert acts[0][1]["route"] == "one_hop"
    assert Gesture.objects.get().amount == 700_00


def test_the_same_key_asks_answers_and_notes_once(agent: Actor, wren: Actor) -> None:
    case = make_case(agent)
    address = f"/cases/{case.reference}"
    (first, second) = (send(agent, "POST", f"{address}/hops", beyond()) for _ in range(2))
    assert (first[2], second[2], first[1]) == (False, True, second[1])
    assert send(agent, "POST", f"{address}/hops", beyond(amount="701"))[1]["code"] == "key.reused"
    number = first[1]["hop"]
    no = {
        "key": KEY + "-2",
        "word": "no_because",
        "because": "A room is free.",
        "instead": "drink",
        "idea": "Move him.",
    }
    answers = [send(wren, "POST", f"/hops/{number}/answer", no) for _ in range(2)]
    assert [replayed for _, _, replayed in answers] == [False, True]
    assert answers[0][1]["answer"]["instead"] == "drink"
    status, problem, _ = send(wren, "POST", f"/hops/{number}/answer", {**no, "key": KEY + "-3"})
    assert (status, problem["code"]) == (409, "hop.answered")
    for _ in range(2):
        send(agent, "POST", f"{address}/noes", {"key": KEY + "-4", "kind": "deflected"})
        send(agent, "POST", f"{address}/supervisor-requests", {"key": KEY + "-5", "cause": "distrust"})
        send(agent, "POST", f"{address}/handovers", {"key": KEY + "-6", "to": "wren", "cause": "did_not_know"})
        send(agent, "POST", "/wishes", {"key": KEY + "-7", "words": "Say yes."})
    counted = (Hop, HopAnswer, Handover, SupervisorRequest, Wish)
    assert [model.objects.count() for model in counted] == [1, 1, 1, 1, 1]
    # A hand-over is a no as well, and each of the two is kept once.
    assert sorted(Refusal.objects.values_list("kind", flat=True)) == ["deflected", "handed_over"]
    assert DoneOnce.objects.count() == 6


def test_what_is_extraordinary_goes_to_one_leader(agent: Actor) -> None:
    leader = somebody("helen", DutyKind.LEADER)

    status, asked, _ = send(agent, "POST", f"/cases/{make_case(agent).reference}/hops", beyond(amount="2500"))

    assert (status, asked["kind"], asked["silence_acts"]) == (201, "extraordinary", False)
    assert [user.pk for user in Hop.objects.get().asked.all()] == [leader.user_id]


@pytest.mark.item("S0.9", "S0.10", "S0.11")
def test_a_no_a_wish_for_a_superior_and_a_handing_over_are_three_things(agent: Actor, wren: Actor) -> None:
    case = make_case(agent)
    address = f"/cases/{case.reference}"
    _, no, _ = send(agent, "POST", f"{address}/noes", {"key": KEY + "1", "kind": "refused", "policy": "Two signatures"})
    why = {"key": KEY + "2", "cause": "no_authority", "policy": "Two signatures"}
    _, asked, _ = send(agent, "POST", f"{address}/supervisor-requests", why)
    _, handed, _ = send(agent, "POST", f"{address}/handovers", {"key": KEY + "3", "to": "Wren", "cause": "overload"})

    assert (no["kind"], no["cause"], no["policy"], no["at_stake"]) == (
        "refused",
        "no_authority",
        "Two signatures",
        None,
    )
    assert (asked["cause"], asked["policy"]) == ("no_authority", "Two signatures")
    assert (handed["by"], handed["to"], handed["taken_up_at"]) == ("tomas", "wren", None)
    assert SupervisorRequest.objects.count() == 1
    assert Refusal.objects.exclude(kind="handed_over").count() == 1
    status, taken, _ = send(wren, "POST", f"/handovers/{handed['handover']}/take-up")
    assert (status, taken["taken_up_at"] is not None) == (200, True)
    assert send(agent, "GET", f"/handovers/{handed['handover']}")[1] == taken
    assert send(agent, "POST", f"/handovers/{handed['handover']}/take-up")[1]["code"] == "permission.handed_to_another"


@pytest.mark.item("S0.33")
def test_an_anonymous_wish_leaves_nobody_behind_in_its_key_either(agent: Actor) -> None:
    status, kept, _ = send(agent, "POST", "/wishes", {"key": KEY, "words": "Say yes.", "anonymous": True})

    assert (status, kept["anonymous"]) == (201, True)
    assert (Wish.objects.get().said_by, DoneOnce.objects.get().used_by) == (None, None)
    assert send(agent, "POST", "/wishes", {"key": KEY, "words": "Say yes.", "anonymous": True})[2]


@pytest.mark.parametrize(
    ("verb", "address", "body", "status", "code"),
    [
        ("POST", "/cases/{case}/hops", beyond(amount="20"), 409, "hop.within"),
        ("POST", "/cases/{case}/hops", beyond(gesture="keys", amount=None), 409, "hop.forbidden"),
        ("POST", "/cases/{case}/hops", beyond(because="x" * 301), 422, "line.too_long"),
        ("POST", "/cases/{case}/hops", beyond(key="short"), 422, "key.malformed"),
        ("POST", "/cases/nowhere/hops", beyond(), 404, "case.not_known"),
        ("GET", "/hops/99", {}, 404, "hop.not_known"),
        ("POST", "/hops/99/answer", {"key": KEY, "word": "yes"}, 404, "hop.not_known"),
        ("POST", "/hops/99/answer", {"key": KEY, "word": "maybe"}, 422, "input.refused"),
        ("POST", "/hops/99/gestures", {"key": KEY}, 404, "hop.not_known"),
        ("POST", "/cases/{case}/noes", {"key": KEY, "kind": "handed_over"}, 422, "input.refused"),
        ("POST", "/cases/{case}/noes", {"key": KEY, "kind": "refused", "policy": "x" * 121}, 422, "policy.too_long"),
        ("POST", "/cases/{case}/noes", {"kind": "refused"}, 422, "input.refused"),
        ("POST", "/cases/{case}/noes", {"key": KEY, "kind": "refused", "why": "x"}, 422, "input.refused"),
        ("POST", "/cases/{case}/supervisor-requests", {"key": KEY, "cause": 3}, 422, "input.refused"),
        ("POST", "/cases/{case}/handovers", {"key": KEY, "to": "nobody", "cause": "safety"}, 422, "handover.nobody"),
        ("GET", "/handovers/99", {}, 404, "handover.not_known"),
        ("POST", "/handovers/99/take-up", {}, 404, "handover.not_known"),
        ("POST", "/wishes", {"key": KEY, "words": " "}, 422, "wish.missing"),
        ("POST", "/wishes", {"key": KEY, "words": "x", "anonymous": "yes"}, 422, "input.refused"),
    ],
)
def test_what_cannot_be_taken_says_why(
    agent: Actor, wren: Actor, verb: str, address: str, body: dict[str, object], status: int, code: str
) -> None:
    case = make_case(agent)

    found, problem, _ = send(agent, verb, address.format(case=case.reference), body)

    assert (found, problem["code"]) == (status, code), problem
    assert problem["title"] != "The request was refused."
    assert DoneOnce.objects.count() == 0


def test_software_hands_over_and_is_told_that_a_person_asks(
    agent: Actor, wren: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_case(agent)
    address = f"/cases/{case.reference}"
    monkeypatch.setattr(callers, "actor_for", lambda user: replace(actor_for(user), kind="assistant"))

    status, problem, _ = send(agent, "POST", f"{address}/hops", beyond())
    assert (status, problem["code"]) == (403, "permission.hands_over")
    assert send(agent, "POST", "/wishes", {"key": KEY, "words": "x"})[1]["code"] == "permission.hands_over"
    handed = {"key": KEY, "to": "wren", "cause": "customers_wish"}
    assert send(agent, "POST", f"{address}/handovers", handed)[0] == 201
    assert send(agent, "POST", f"{address}/noes", {"key": KEY + "-2", "kind": "refused"})[0] == 201


def test_silence_is_told_as_it_stands(agent: Actor, wren: Actor) -> None:
    asked = send(agent, "POST", f"/cases/{make_case(agent).reference}/hops", beyond())[1]
    due = datetime.fromisoformat(asked["due_at"])
    assert due - datetime.fromisoformat(asked["asked_at"]) == timedelta(minutes=10)
    early = {"key": KEY + "-2"}
    status, problem, _ = send(agent, "POST", f"/hops/{asked['hop']}/gestures", early)
    assert (status, problem["code"]) == (409, "hop.no_green_light")
