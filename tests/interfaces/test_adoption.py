"""The way in for those who doubt, on pages and over the API: shadow never reads as blocked, and nothing is given."""

import json
from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.shadow.models import Plan, Stage, WouldGive
from geste.apps.shadow.services.begin_shadow import begin_shadow
from tests.apps.reviewing import somebody
from tests.make import make_actor, make_case, make_charter, make_gesture, make_trade

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def leader(agent: Actor) -> Client:
    return browser(somebody("helen", DutyKind.LEADER))


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


@pytest.mark.item("S0.27")
def test_in_shadow_the_desk_writes_down_what_one_would_give(agent: Actor, leader: Client) -> None:
    case, desk = make_case(agent), browser(agent)
    leader.post("/adoption/shadow", {"place": "house"})
    shown = page(desk, f"/cases/{case.reference}")
    assert "In shadow: we write down what you would give" in shown
    assert "I would give this" in shown
    assert "blocked" not in shown.lower()

    sent = {"key": "would-give-1", "gesture": "credit", "amount": "40"}
    answer = desk.post(f"/cases/{case.reference}/give", sent, follow=True)

    told = answer.content.decode()
    assert answer.redirect_chain == [(f"/cases/{case.reference}", 302)]
    assert "Written down: you would give this. Credit, A$40.00. Nothing was given or booked." in told
    assert "Credit, A$40.00 · within the charter" in told
    assert (WouldGive.objects.count(), Gesture.objects.count(), DecisionRecord.objects.count()) == (1, 0, 0)
    # What one person would give is told to nobody else.
    assert "Credit, A$40.00 · within" not in page(browser(make_actor("wren")), f"/cases/{case.reference}")


def test_in_shadow_the_counter_writes_down_too() -> None:
    make_trade("bakery")
    seller = make_actor(role="counter")
    steward = actor_for(User.objects.get(username="grace"))
    begin_shadow(actor=steward, team_id=None, now=timezone.localtime())
    desk = browser(seller)
    assert "Tap as if it were for real" in page(desk, "/counter")
    assert "I would give this" in page(desk, "/counter")

    sent = {"key": "would-give-1", "gesture": "round_down", "amount": "0.04"}
    answer = desk.post("/counter/give", sent, follow=True)

    assert "Written down: you would give this." in answer.content.decode()
    assert (WouldGive.objects.count(), Gesture.objects.count()) == (1, 0)


@pytest.mark.item("S0.27")
def test_over_the_api_the_answer_in_shadow_is_202_and_stays_so(agent: Actor, leader: Client) -> None:
    user = User.objects.get(pk=agent.user_id)
    token = "a-token-for-the-desk-program"
    make_api_token(user=user, label="Desk", secret=token, now=timezone.localtime())
    leader.post("/adoption/shadow", {"place": "house"})
    case = make_case(agent)

    def give(address: str, body: Mapping[str, object]) -> tuple[int, dict[str, object], str]:
        answer = Client().post(
            address, json.dumps(body), content_type="application/json", headers={"authorization": f"Bearer {token}"}
        )
        return answer.status_code, answer.json(), answer.headers.get("Idempotent-Replayed", "")

    wish: dict[str, object] = {"key": "would-give-1", "gesture": "drink", "amount": "20"}
    status, body, replayed = give(f"/api/v1/cases/{case.reference}/gestures", wish)

    assert (status, replayed) == (202, "")
    written = WouldGive.objects.get()
    assert body == {
        "would_give": written.pk, "gesture": "drink", "amount": "20.00", "cost": "7.00", "currency": "AUD",
        "authority": "within", "route": "do", "clause": "drink",
    }  # fmt: skip
    leader.post("/adoption/giving", {"place": "house"})
    assert give(f"/api/v1/cases/{case.reference}/gestures", wish) == (202, body, "true")
    status, answers, _ = give("/api/v1/gestures/batch", {"gestures": [{**wish, "case": case.reference}]})
    assert (status, answers) == (200, {"answers": [{"status": 202, "replayed": True, "body": body}]})
    assert Gesture.objects.count() == 0


@pytest.mark.item("S0.27")
def test_the_page_sets_the_worst_case_beside_the_likely_one(agent: Actor, leader: Client) -> None:
    for name in ("wren", "ines", "otto"):
        make_actor(name)
    steward = actor_for(User.objects.get(username="grace"))
    began = timezone.localtime() - timedelta(days=20)
    begin_shadow(actor=steward, team_id=None, now=began)
    desk = browser(agent)
    for number in range(5):
        case = make_case(agent, facts={"case": {"loss": "service"}})
        desk.post(f"/cases/{case.reference}/give", {"key": f"would-give-{number}", "gesture": "drink", "amount": "20"})

    shown = page(leader, "/adoption?cases=10")

    assert "7 people × A$500.00 on a case × 10 cases" in shown
    assert "A$35,000.00" in shown
    assert "A drink" in shown
    assert "a bootstrap" in shown
    assert "Written down" in shown
    leader.post("/language", {"language": "fr", "next": "/"})
    assert "7 personnes × 500,00\xa0$AU par dossier × 10 dossiers" in page(leader, "/adoption?cases=10")


def test_a_plan_is_read_and_raises_nothing(agent: Actor, leader: Client) -> None:
    answer = leader.post("/adoption/plan", {"fear": "101", "gap": "20", "below_line": "80"})
    assert (answer.status_code, Plan.objects.count()) == (422, 0)
    assert "Each figure is a whole number from 0 to 100." in answer.content.decode()

    leader.post("/adoption/plan", {"fear": "25", "gap": "15", "below_line": "70", "step": "Up to 800 in the bar."})

    shown = page(leader, "/adoption")
    assert "at most 25 of 100" in shown
    assert "at least 70%" in shown
    assert "Nothing follows by itself, now or then." in shown


def test_only_those_in_charge_see_it_and_an_odd_place_is_refused(agent: Actor, leader: Client) -> None:
    page(browser(agent), "/adoption", 403)
    assert browser(agent).post("/adoption/shadow", {"place": "house"}).status_code == 403
    assert leader.post("/adoption/shadow", {"place": "x"}).status_code == 422
    assert leader.post("/adoption/giving", {"place": "9"}).status_code == 422
    assert Stage.objects.count() == 0


@pytest.mark.item("S2.4")
def test_the_books_show_what_decisions_cost_and_how_many_stay_below_the_line(agent: Actor) -> None:
    steward = browser(actor_for(User.objects.get(username="grace")))
    at = timezone.localtime()
    assert "0 decisions in four weeks. It is told from five on" in page(steward, "/books/sizes")
    for gesture, amount in (("note", None), ("note", None), ("credit", "10"), ("drink", "20"), ("credit", "60")):
        make_gesture(agent, make_case(agent), gesture, amount, now=at)

    shown = page(steward, "/books/sizes")

    assert "80.0% cost A$50.00 or less" in shown
    assert "5 decisions; 40.0% cost nothing at all" in shown
    page(browser(agent), "/books/sizes", 403)
