"""Noes over HTTP, without scripts: one tap each at the desk; counted for those in charge, never of a person."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.apps.hops.models import Bend, LocalVariant
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for, on_the_clock_of_the_house
from geste.apps.people.services.give_duty import give_duty
from geste.apps.refusals.models import Cause, Handover, Refusal, SecondIncident, SupervisorRequest, Wish
from geste.apps.refusals.services.hand_over import hand_over
from tests.apps.test_bends import BENDABLE
from tests.interfaces.test_desk import text_of
from tests.make import make_case, make_charter, make_user, propose

pytestmark = pytest.mark.django_db


def browser(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.fixture
def leader(user: User) -> Client:
    grace = actor_for(User.objects.get(username="grace"))
    give_duty(actor=grace, username="grace", kind=DutyKind.LEADER, now=timezone.localtime())
    return browser("grace")


@pytest.mark.parametrize("kind", ["refused", "deflected"])
def test_a_no_is_one_tap(visitor: Client, agent: Actor, case: Case, kind: str) -> None:
    propose(agent, case, "credit", "700")

    page = visitor.post(f"/cases/{case.reference}/no", {"kind": kind, "policy": ""}, follow=True)

    assert "Kept. It says what stood in your way, and nothing about you." in text_of(page.content)
    refusal = Refusal.objects.get(is_tapped=True)
    assert (refusal.kind, refusal.cause, refusal.clause) == (kind, Cause.BEYOND_CAP, "credit.cap")


@pytest.mark.item("S0.11")
def test_the_rule_that_stood_in_the_way_is_named_once_then_offered(visitor: Client, case: Case) -> None:
    visitor.post(f"/cases/{case.reference}/no", {"kind": "refused", "policy": "No vouchers in December"})

    assert '<option value="No vouchers in December">' in visitor.get(f"/cases/{case.reference}").content.decode()
    too_long = visitor.post(f"/cases/{case.reference}/no", {"kind": "refused", "policy": "x" * 121}, follow=True)
    assert "Keep the name of the rule short" in text_of(too_long.content)
    assert visitor.post(f"/cases/{case.reference}/no", {"kind": "handed_over"}).status_code == 400


@pytest.mark.item("S0.10")
def test_asking_for_a_superior_is_one_tap_and_no_hand_over(visitor: Client, case: Case) -> None:
    assert "They ask for a superior" in text_of(visitor.get(f"/cases/{case.reference}").content)

    visitor.post(f"/cases/{case.reference}/no", {"superior": "distrust"})

    assert SupervisorRequest.objects.get().cause == "distrust"
    assert Refusal.objects.count() == 0


@pytest.mark.item("S4.32")
def test_handing_over_is_warm_from_one_page_to_the_next(visitor: Client, agent: Actor, case: Case) -> None:
    nadia = make_user("nadia")
    propose(agent, case, "credit", "700")
    propose(agent, case, "note")

    assert "Nadia · Reception" in text_of(visitor.get(f"/cases/{case.reference}/hand-over").content)
    sent = {"to": str(nadia.pk), "cause": "did_not_know", "word": "She waits in the lobby."}
    page = visitor.post(f"/cases/{case.reference}/hand", sent, follow=True)

    handover = Handover.objects.get()
    text = text_of(page.content)
    assert "Handed to Nadia. You have the case until they take it up." in text
    assert "Tomas has this case. It waits for Nadia to take it up." in text
    hers = browser("nadia")
    assert "Tomas hands you a case · Mr Lee, room 507" in text_of(hers.get("/help").content)
    told = text_of(hers.get(f"/handovers/{handover.pk}").content)
    for said in (
        "Why: Did not know how",
        "She waits in the lobby.",
        "It is hot in my room.",
        "Price of the night A$390.00",
        "Promised A note",
        "Tried, and the charter did not reach Credit:",
    ):
        assert said in told
    taken = hers.post(f"/handovers/{handover.pk}/take-up", follow=True)
    assert "The case is yours now." in text_of(taken.content)
    assert "Nadia has this case." in text_of(taken.content)


def test_a_hand_over_without_a_reason_or_a_person_is_asked_again(visitor: Client, case: Case) -> None:
    nadia = make_user("nadia")
    without = visitor.post(f"/cases/{case.reference}/hand", {"to": str(nadia.pk), "word": "Kept."})
    nobody = visitor.post(f"/cases/{case.reference}/hand", {"to": "nobody", "cause": "overload"})

    assert (without.status_code, nobody.status_code) == (422, 422)
    assert "Say why: one of these is enough." in text_of(without.content)
    assert 'value="Kept."' in without.content.decode()
    assert "Pick somebody who may see this case." in text_of(nobody.content)
    assert Handover.objects.count() == 0


def test_a_hand_over_of_another_site_is_not_there(agent: Actor, case: Case) -> None:
    nadia = make_user("nadia")
    handover = hand_over(actor=agent, case=case, to=nadia.pk, cause=Cause.OVERLOAD, word="", now=timezone.localtime())
    make_user("leo", site="Airport")

    assert browser("leo").get(f"/handovers/{handover.pk}").status_code == 404
    assert browser("tomas").post(f"/handovers/{handover.pk}/take-up").status_code == 403


@pytest.mark.item("S4.15")
def test_coming_back_about_us_opens_a_case_that_says_so(visitor: Client, case: Case) -> None:
    sent = {"words": "You hung up on me.", "drawn": "A-2000"}

    page = visitor.post(f"/cases/{case.reference}/back", sent, follow=True)
    visitor.post(f"/cases/{case.reference}/back", sent)
    empty = visitor.post(f"/cases/{case.reference}/back", {"words": " ", "drawn": "A-2001"}, follow=True)

    at_length = visitor.post(f"/cases/{case.reference}/back", {"words": "a" * 5_001, "drawn": "A-2001"}, follow=True)

    assert SecondIncident.objects.get().case.reference == "A-2000"
    assert f"required>{'a' * 5_001}</textarea>" in at_length.content.decode()
    text = text_of(page.content)
    assert "They are back about how we handled it. Two things went wrong: mend both, and say so." in text
    assert "You hung up on me." in text
    assert "Write down what they say about it, in their words." in text_of(empty.content)


@pytest.mark.item("S0.33")
def test_a_wish_is_one_line_with_or_without_a_name(visitor: Client, user: User) -> None:
    assert visitor.get("/wish").status_code == 200

    visitor.post("/wish/make", {"words": "Say yes.", "policy": "Check-out at 11", "anonymous": "on"})
    visitor.post("/wish/make", {"words": "Say yes too.", "touchpoint": "At the desk"})
    refused = visitor.post("/wish/make", {"words": ""})

    assert [(wish.words, wish.said_by) for wish in Wish.objects.order_by("pk")] == [
        ("Say yes.", None),
        ("Say yes too.", user),
    ]
    assert refused.status_code == 422
    assert "What would you have liked to do?" in text_of(refused.content)
    assert '<option value="At the desk">' in visitor.get("/wish").content.decode()


@pytest.mark.parametrize("address", ["/floor/noes", "/floor/interruptions"])
def test_what_is_counted_is_for_those_in_charge(visitor: Client, leader: Client, address: str) -> None:
    assert visitor.get(address).status_code == 403
    assert leader.get(address).status_code == 200


@pytest.mark.item("S0.9", "S0.11")
def test_the_lines_that_block_are_named_with_their_days_and_value(
    visitor: Client, leader: Client, agent: Actor, case: Case
) -> None:
    propose(agent, case, "credit", "700")
    visitor.post(f"/cases/{case.reference}/no", {"kind": "refused"})
    visitor.post(f"/cases/{case.reference}/no", {"superior": "beyond_cap"})
    Case.objects.update(opened_at=timezone.localtime())

    text = text_of(leader.get("/floor/noes").content)

    assert "It was beyond my cap: 1" in text
    assert "Credit: how much 1 time" in text
    assert "1 of unknown value" in text
    assert "Tomas" not in text


def test_the_owner_sees_at_a_glance_and_week_by_week(leader: Client, agent: Actor, case: Case, visitor: Client) -> None:
    grace = User.objects.get(username="grace")
    at = timezone.localtime()
    Case.objects.update(opened_at=at)
    hand_over(actor=agent, case=case, to=grace.pk, cause=Cause.BEYOND_CAP, word="", now=at)

    assert "1 case reached the owner this week" in text_of(leader.get("/").content)
    assert "reached the owner" not in text_of(visitor.get("/").content)
    text = text_of(leader.get("/floor/interruptions").content.partition(b"<main")[2])
    assert "1 case reached the owner this week" in text
    assert "Minutes given back are told from the third whole week on." in text
    assert "Not enough yet to say all three." in text
    assert "Tomas" not in text


@pytest.fixture
def bendable(db: None) -> Actor:
    make_charter(BENDABLE)
    return actor_for(make_user())


@pytest.mark.item("S0.20")
def test_a_rule_is_bent_from_its_card_with_how_far_and_for_how_long(bendable: Actor) -> None:
    case, visitor = make_case(bendable, reference="C-1"), browser("tomas")
    page = text_of(visitor.get("/cases/C-1").content)
    assert "You bend a rule for this customer: it creates no duty towards anybody else, and you are protected." in page

    sent = {
        "gesture": "checkout",
        "key": "bend-of-a-test",
        "note": "A late flight.",
        "how_far": "14:00",
        "lasts": "today",
    }
    receipt = text_of(visitor.post(f"/cases/{case.reference}/give", sent, follow=True).content)

    bend = Bend.objects.get()
    assert (bend.how_far, bend.gesture.note) == ("14:00", "A late flight.")
    assert bend.lasts_until is not None
    assert bend.lasts_until - bend.bent_at <= timedelta(days=1)
    assert "Rule bent: Late check-out, 14:00. Until" in receipt
    assert "Decided for this customer: it creates no duty towards anybody else." in receipt


def test_a_leader_declares_a_rule_bent_and_it_is_there_to_take(bendable: Actor) -> None:
    give_duty(
        actor=actor_for(User.objects.get(username="grace")),
        username="grace",
        kind=DutyKind.LEADER,
        now=timezone.localtime(),
    )
    leader, today = browser("grace"), on_the_clock_of_the_house(timezone.localtime()).date().isoformat()
    sent = {"rule": "checkout", "where": "", "since": today, "until": today, "because": "The storm."}

    refused = leader.post("/floor/variants/declare", {**sent, "because": ""})
    undated = leader.post("/floor/variants/declare", {**sent, "until": "soon"})
    leader.post("/floor/variants/declare", sent)

    assert "Say why, in one line" in text_of(refused.content)
    assert "Say from which day to which." in text_of(undated.content)
    variant = LocalVariant.objects.get()
    make_user("bo", role="everyone")
    trainee = browser("bo")
    make_case(actor_for(User.objects.get(username="bo")), reference="C-2")
    page = trainee.get("/cases/C-2")
    assert "says Grace: The storm." in text_of(page.content)
    given = trainee.post("/cases/C-2/variant", {"variant": str(variant.pk), "key": "bent-here-now"}, follow=True)
    assert "Asked, and Grace said yes." in text_of(given.content)
    assert Gesture.objects.get().what == "checkout"
    leader.post(f"/floor/variants/{variant.pk}/end")
    assert "The storm." not in text_of(trainee.get("/cases/C-2").content)
    over = trainee.post("/cases/C-2/variant", {"variant": "nonsense", "key": "bent-here-again"}, follow=True)
    assert "Nothing was done" in text_of(over.content)


def test_others_see_variants_and_declare_none(visitor: Client, user: User) -> None:
    page = visitor.get("/floor/variants")

    assert "No rule is bent for a while, and none has been." in text_of(page.content)
    assert "Declare it" not in text_of(page.content)
    today = on_the_clock_of_the_house(timezone.localtime()).date().isoformat()
    sent = {"rule": "checkout", "since": today, "until": today, "because": "The storm."}
    assert visitor.post("/floor/variants/declare", sent).status_code == 403


def test_what_others_received_is_told_only_once_somebody_has_an_idea(visitor: Client, agent: Actor, case: Case) -> None:
    for amount in (10, 20, 30, 40, 50):
        propose(agent, make_case(agent), "credit", f"{amount}", now=timezone.localtime() - timedelta(days=1))

    assert "like this received" not in text_of(visitor.get(f"/cases/{case.reference}").content)
    card = text_of(visitor.get(f"/cases/{case.reference}/verdict?gesture=credit&amount=35").content)
    assert "Half of 5 like this received from A$20.00 to A$40.00. You decide for this customer." in card
