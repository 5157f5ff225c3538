"""Promises on pages: what is open is seen, ticked and decided by whom it concerns; what failed is told."""

import hashlib
import hmac
import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.execution.models import Arrangement, Commitment, Endpoint, Intervention, ProviderEvent
from geste.apps.execution.ports import Operation, Outcome
from geste.apps.execution.services.receive_news import match_parked_news
from geste.apps.execution.signing import secrets_in_force
from geste.apps.execution.states import State
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.flow import FLOW
from tests.carrying import PAID, PAYMENT, Clock, Says, arranged, books, given, go_on
from tests.make import make_actor, make_charter

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter(PAID)
    return make_actor()


@pytest.fixture
def steward(agent: Actor) -> Actor:
    return actor_for(User.objects.get(username="grace"))


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def handed_on() -> None:
    hand_on_events(flow=FLOW, now=timezone.localtime() + timedelta(seconds=60))


def by_hand(agent: Actor) -> Commitment:
    given(agent, "12", "drink")
    handed_on()
    return Commitment.objects.get()


def waiting_at_stripe(agent: Actor) -> Commitment:
    arranged("stripe", Operation.REFUND, PAYMENT)
    given(agent, "18")
    handed_on()
    go_on({"stripe": Says([Outcome.MISMATCH])}, Clock(timezone.localtime() + timedelta(minutes=2)), [timedelta()])
    return Commitment.objects.get()


def page(actor: Actor, address: str = "/promised") -> str:
    return browser(actor).get(address).content.decode()


def test_what_people_do_is_listed_ticked_and_gone(agent: Actor) -> None:
    promise = by_hand(agent)

    shown = page(agent)
    answer = browser(agent).post(f"/promised/{promise.pk}/done")

    assert "A drink" in shown
    assert "Mr Lee, room 507" in shown
    assert "Do it, then tick it." in shown
    assert answer.headers["Location"] == "/promised"
    assert Commitment.objects.get().state == State.CONFIRMED
    assert "Everything that was promised is done." in page(agent)
    assert "Everything that was promised is done." not in page(agent, "/")


def test_each_sees_their_own_and_a_steward_everybodys(agent: Actor, steward: Actor) -> None:
    promise, other = by_hand(agent), make_actor("ana")

    assert "A drink" not in page(other)
    assert browser(other).post(f"/promised/{promise.pk}/done").status_code == 404
    assert "A drink" in page(steward)
    assert browser(other).post("/promised/999/done").status_code == 404


@pytest.mark.parametrize("step", ["again", "back"])
def test_only_a_steward_decides(agent: Actor, step: str) -> None:
    promise = waiting_at_stripe(agent)

    assert browser(agent).post(f"/promised/{promise.pk}/{step}", {"note": "Looked."}).status_code == 403
    assert (Commitment.objects.get().state, Intervention.objects.count()) == (State.WAITING, 0)


def test_a_steward_must_say_what_they_know(agent: Actor, steward: Actor) -> None:
    promise = waiting_at_stripe(agent)

    answer = browser(steward).post(f"/promised/{promise.pk}/back", {"note": " "})

    assert answer.status_code == 422
    assert "Say in a few words what you know." in answer.content.decode()
    assert Commitment.objects.get().state == State.WAITING


def test_done_elsewhere_clears_the_books(agent: Actor, steward: Actor) -> None:
    promise = waiting_at_stripe(agent)

    browser(steward).post(f"/promised/{promise.pk}/done", {"note": "Refunded on the dashboard."})

    assert books() == {"gestures": 1_800, "paid_out": -1_800}
    word = Intervention.objects.get()
    assert (word.step, word.note, word.said_by_id) == ("done", "Refunded on the dashboard.", steward.user_id)


def test_trying_again_asks_under_a_new_key(agent: Actor, steward: Actor) -> None:
    promise = waiting_at_stripe(agent)

    browser(steward).post(f"/promised/{promise.pk}/again", {"note": "Nothing there."})

    again = Commitment.objects.get()
    assert (again.state, again.generation, again.tries) == (State.READY, 2, 0)
    assert again.provider_key != promise.provider_key


def test_giving_up_returns_the_money_and_tells_whoever_promised(agent: Actor, steward: Actor) -> None:
    promise = waiting_at_stripe(agent)
    browser(steward).post(f"/promised/{promise.pk}/back", {"note": "The guest wants none."})

    told = page(agent, "/")
    on_the_case = page(agent, f"/cases/{promise.gesture.case}")
    receipt = page(agent, f"/receipts/{promise.gesture_id}")

    assert books() == {}
    for shown in (told, on_the_case):
        assert "Not carried out: Credit for Mr Lee, room 507." in shown
        assert "Somebody gave it up." in shown
    assert "Not carried out:" in receipt
    assert "Not carried out" not in page(steward, "/")

    browser(agent).post(f"/promised/{promise.pk}/seen")
    assert "Not carried out" not in page(agent, "/")


def test_what_nobody_takes_up_is_said(agent: Actor, steward: Actor) -> None:
    by_hand(agent)
    given(agent, "13", "drink")

    assert "1 gesture has not been taken up" in page(steward)


def test_a_way_is_arranged_and_an_unknown_one_refused(steward: Actor, agent: Actor) -> None:
    office = browser(steward)

    kept = office.post("/ways/money_now", {"way": "stripe_refund", "recipient": PAYMENT})
    refused = [
        office.post(f"/ways/{kind}", posted).status_code
        for kind, posted in (
            ("money_now", {"way": "carrier_pigeon"}),
            ("planet", {"way": "manual"}),
            ("money_now", {"way": "stripe_refund"}),
            ("money_now", {"way": "webhook"}),
            ("money_now", {"way": "webhook", "endpoint": "٣"}),
        )
    ]

    assert kept.headers["Location"] == "/ways"
    assert refused == [422] * 5
    row = Arrangement.objects.get()
    assert (row.kind, row.connector, row.operation, row.recipient) == ("money_now", "stripe", "refund", PAYMENT)
    assert browser(agent).get("/ways").status_code == 403
    assert browser(agent).post("/ways/money_now", {"way": "manual"}).status_code == 403


def test_a_secret_is_shown_once_and_two_sign_while_it_changes(steward: Actor) -> None:
    office = browser(steward)

    first = office.post("/ways/tell", {"name": "Shop", "url": "https://shop.example.org/in"}).content.decode()
    endpoint = Endpoint.objects.get()
    (secret,) = secrets_in_force(endpoint, master=key_of_the_house())
    rotated = office.post(f"/ways/{endpoint.pk}/rotate").content.decode()
    endpoint.refresh_from_db()
    both = secrets_in_force(endpoint, master=key_of_the_house())
    office.post(f"/ways/{endpoint.pk}/rotate")
    endpoint.refresh_from_db()

    assert secret in first
    assert secret not in page(steward, "/ways")
    assert both[1] == secret
    assert both[0] in rotated
    assert secrets_in_force(endpoint, master=key_of_the_house()) == both[:1]
    assert office.post("/ways/tell", {"name": "Shop", "url": "http://shop.example.org"}).status_code == 422
    assert office.post("/ways/999/rotate").status_code == 422


def key_of_the_house() -> str:
    from django.conf import settings

    return settings.SECRET_KEY


def test_dead_letters_are_sent_again_under_the_same_number(agent: Actor, steward: Actor) -> None:
    endpoint = Endpoint.objects.create(name="Shop", url="https://shop.example.org/in")
    Arrangement.objects.create(kind="money_now", connector="webhook", operation="notify", endpoint=endpoint)
    given(agent, "18")
    handed_on()
    go_on({"webhook": Says([Outcome.NEEDS_PERSON])}, Clock(timezone.localtime() + timedelta(minutes=2)), [timedelta()])
    letter = Commitment.objects.get()

    shown = page(steward, "/ways")
    browser(steward).post(f"/ways/{endpoint.pk}/replay")

    again = Commitment.objects.get()
    assert "1 message was never accepted." in shown
    assert (again.state, again.generation, again.provider_key) == (State.READY, 1, letter.provider_key)


SECRET = "whsec_test"


@pytest.fixture
def stripe_news(settings: "Settings") -> None:
    settings.GESTE = replace(settings.GESTE, stripe_signing_secret=SECRET)


def send(about: str, event: str = "evt_1", secret: str = SECRET) -> int:
    body = json.dumps(
        {"id": event, "type": "refund.failed", "data": {"object": {"id": "re_1", "metadata": {"geste_key": about}}}}
    )
    moment = int(time.time())
    signature = hmac.new(secret.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
    signed = {"stripe-signature": f"t={moment},v1={signature}"}
    client = Client(enforce_csrf_checks=True)
    return client.post("/hooks/stripe", body, content_type="application/json", headers=signed).status_code


@pytest.mark.usefixtures("stripe_news")
def test_news_wakes_a_promise_and_is_not_believed(agent: Actor) -> None:
    arranged("stripe", Operation.REFUND, PAYMENT)
    given(agent, "18")
    handed_on()
    clock, other = Clock(timezone.localtime() + timedelta(minutes=2)), Says([Outcome.CONFIRMED, Outcome.CONFIRMED])
    go_on({"stripe": other}, clock, [timedelta()])
    promise = Commitment.objects.get()

    assert [send(promise.provider_key) for _ in range(3)] == [204] * 3
    go_on({"stripe": other}, clock, [timedelta()])

    assert [kind for kind, _ in other.asked] == ["send", "read"]
    assert Commitment.objects.get().state == State.CONFIRMED
    assert ProviderEvent.objects.get().commitment == promise


@pytest.mark.usefixtures("stripe_news")
def test_news_quicker_than_our_rows_is_parked(agent: Actor) -> None:
    arranged("stripe", Operation.REFUND, PAYMENT)
    given(agent, "18")
    handed_on()
    key = Commitment.objects.get().provider_key

    assert send(key) == 204
    assert ProviderEvent.objects.get().commitment is None
    clock = Clock(timezone.localtime() + timedelta(minutes=2))
    go_on({"stripe": Says([Outcome.ACCEPTED])}, clock, [timedelta()])

    assert match_parked_news(now=clock.now) == 1
    assert Commitment.objects.get().next_at == clock.now


@pytest.mark.usefixtures("stripe_news")
def test_news_about_nothing_of_ours_keeps_no_other_from_its_turn(agent: Actor) -> None:
    arranged("stripe", Operation.REFUND, PAYMENT)
    given(agent, "18")
    handed_on()
    key = Commitment.objects.get().provider_key
    strangers = [f"stranger-{number}" for number in range(3)]
    assert [send(about, f"evt_{about}") for about in (*strangers, key)] == [204] * 4
    clock = Clock(timezone.localtime() + timedelta(minutes=2))
    go_on({"stripe": Says([Outcome.ACCEPTED])}, clock, [timedelta()])

    assert match_parked_news(now=clock.now, at_most=1) == 1
    assert set(ProviderEvent.objects.filter(commitment=None).values_list("about", flat=True)) == set(strangers)


@pytest.mark.usefixtures("stripe_news")
def test_news_makes_no_gesture(agent: Actor) -> None:
    assert send("nothing-of-ours") == 204
    assert (ProviderEvent.objects.count(), Commitment.objects.count()) == (1, 0)


@pytest.mark.usefixtures("stripe_news")
def test_a_stranger_is_not_heard(agent: Actor) -> None:
    assert send("anything", secret="whsec_other") == 400
    assert Client().post("/hooks/stripe", b"{}", content_type="application/json").status_code == 400
    assert Client().get("/hooks/stripe").status_code == 405
    assert ProviderEvent.objects.count() == 0


def test_without_a_secret_there_is_no_hook(agent: Actor) -> None:
    assert send("anything") == 404


def test_what_waits_for_a_person_says_why_even_where_the_way_is_not_set_up(agent: Actor, steward: Actor) -> None:
    waiting_at_stripe(agent)
    Commitment.objects.update(reason="provider.other_amount")

    assert "Another amount was moved than was asked for. Look at Stripe." in page(steward)
