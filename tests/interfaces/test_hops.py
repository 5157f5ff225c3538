"""Hops over HTTP, without scripts: asked with one tap, answered on a page of its own, acted on by whoever asked."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.services.state_facts import state_facts
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.proposals import Proposal
from geste.apps.hops.models import Hop, Interruption
from geste.apps.hops.services.answer_hop import Said, answer_hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from tests.interfaces.test_desk import text_of
from tests.make import make_user

pytestmark = pytest.mark.django_db

CARD = {"gesture": "credit", "key": "key-of-a-card", "amount": "700", "note": "Her second night without water."}


@pytest.fixture
def lead(user: User) -> Actor:
    User.objects.filter(username="grace").update(role="everyone")
    return actor_for(make_user("nadia"))


@pytest.fixture
def phone(lead: Actor) -> Client:
    """Return the telephone of whoever is asked."""
    client = Client()
    client.force_login(User.objects.get(pk=lead.user_id))
    return client


def asked(agent: Actor, case: Case, *, minutes_ago: int, amount: str = "700") -> Hop:
    at = timezone.localtime() - timedelta(minutes=minutes_ago)
    proposal = Proposal(key="asked-key", gesture="credit", amount=amount)
    return ask_hop(actor=agent, case=case, proposal=proposal, because="The heat.", now=at)


def test_one_tap_asks_with_what_is_known_already(visitor: Client, lead: Actor, case: Case) -> None:
    answer = visitor.post(f"/cases/{case.reference}/ask", CARD)

    hop = Hop.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{case.reference}#hops")
    assert (hop.what, hop.amount, hop.because) == ("credit", 70000, CARD["note"])
    text = text_of(visitor.get(f"/cases/{case.reference}").content)
    assert "Credit, A$700.00 Nadia: asked at" in text
    assert "You need not wait: acting first stays open all the while." in text


def test_a_card_beyond_the_charter_says_whom_to_ask_and_what_silence_means(visitor: Client, case: Case) -> None:
    near = text_of(visitor.get(f"/cases/{case.reference}/verdict?gesture=credit&amount=700").content)
    far = text_of(visitor.get(f"/cases/{case.reference}/verdict?gesture=credit&amount=3000").content)

    act_first = "Act first, settle later Credit You are protected: not your job, not your pay, not a telling-off."
    assert f"{act_first} Ask first: Reception Credit" in near
    assert "A yes or no within 10 minutes. No answer means: act." in near
    assert "You stay with your customer, and may act first all the while." in near
    assert f"{act_first} Ask a leader first Credit" in far


def test_whoever_is_asked_sees_it_on_every_page_and_all_the_facts_on_one(
    visitor: Client, phone: Client, agent: Actor, lead: Actor, case: Case
) -> None:
    hop = asked(agent, case, minutes_ago=1)

    assert "Tomas asks you · Credit, A$700.00 until" in text_of(phone.get("/help").content)
    assert "asks you" not in text_of(visitor.get("/help").content)
    page = phone.get(f"/hops/{hop.pk}")

    text = text_of(page.content)
    assert "It is hot in my room." in text
    assert "Why: The heat." in text
    assert "Price of the night A$390.00" in text
    assert "A$700.00 is more than the A$500.00 this gesture may come to" in text
    assert "A yes to this customer creates no duty towards anybody else." in text
    assert 'name="word" value="no_because"' in page.content.decode()
    assert Interruption.objects.get().started_at is not None


def test_yes_is_one_tap_and_then_it_is_given_with_one(
    visitor: Client, phone: Client, agent: Actor, lead: Actor, case: Case
) -> None:
    hop = asked(agent, case, minutes_ago=1)

    phone.post(f"/hops/{hop.pk}/answer", {"word": "yes"})
    page = text_of(visitor.get(f"/cases/{case.reference}").content)
    given = visitor.post(f"/hops/{hop.pk}/act", {"key": "given-by-yes"})

    gesture = Gesture.objects.get()
    assert "Nadia says yes." in page
    assert given.headers["Location"] == f"/receipts/{gesture.pk}"
    assert gesture.decision.route == "one_hop"
    receipt = text_of(visitor.get(f"/receipts/{gesture.pk}").content)
    assert "Asked, and Nadia said yes. Decided for this customer: it creates no duty towards anybody else." in receipt
    assert "Why: The heat." in receipt
    assert "Nadia says yes." not in text_of(visitor.get(f"/cases/{case.reference}").content)


@pytest.mark.item("S4.30")
def test_silence_lets_her_act_and_the_receipt_says_so(visitor: Client, agent: Actor, lead: Actor, case: Case) -> None:
    hop = asked(agent, case, minutes_ago=10)

    page = text_of(visitor.get(f"/cases/{case.reference}").content)
    answer = visitor.post(f"/hops/{hop.pk}/act", {"key": "given-by-silence"})

    assert "silence means act." in page
    receipt = text_of(visitor.get(answer.headers["Location"]).content)
    assert "Asked, and no answer in 10 minutes: silence means act." in receipt


def test_a_no_needs_its_reason_and_keeps_what_was_typed(phone: Client, agent: Actor, lead: Actor, case: Case) -> None:
    hop = asked(agent, case, minutes_ago=1)

    refused = phone.post(
        f"/hops/{hop.pk}/answer", {"word": "no_because", "idea": "Move her to 612.", "instead": "drink"}
    )
    kept = phone.post(
        f"/hops/{hop.pk}/answer",
        {"word": "no_because", "because": "612 is free.", "idea": "Move her to 612.", "instead": "drink"},
        follow=True,
    )

    assert refused.status_code == 422
    assert 'value="Move her to 612."' in refused.content.decode()
    assert '<option value="drink" selected>' in refused.content.decode()
    text = text_of(kept.content)
    assert "Thank you: your answer is there." in text
    assert "Because: 612 is free. Instead: A drink Another idea: Move her to 612." in text
    assert phone.post(f"/hops/{hop.pk}/answer", {"word": "perhaps"}).status_code == 400


def test_a_no_shows_its_reason_and_leaves_acting_first_open(
    visitor: Client, agent: Actor, lead: Actor, case: Case
) -> None:
    hop = asked(agent, case, minutes_ago=1)
    said = Said(word="no_because", because="612 is free.", instead="drink")
    answer_hop(actor=lead, number=hop.pk, said=said, now=timezone.localtime())

    page = visitor.get(f"/cases/{case.reference}").content

    assert "Nadia says no. Acting first stays open to you. Because: 612 is free. Instead: A drink" in text_of(page)
    assert 'href="#option-drink"' in page.decode()
    refused = visitor.post(f"/hops/{hop.pk}/act", {"key": "given-anyway"})
    assert "There is no yes and no silence to act on." in text_of(refused.content)
    first = visitor.post(f"/cases/{case.reference}/give", {**CARD, "route": "act_first"})
    assert Gesture.objects.get().decision.route == "act_first"
    assert first.status_code == 302


def test_what_cannot_be_asked_is_said_on_its_card(visitor: Client, lead: Actor, case: Case) -> None:
    within = visitor.post(f"/cases/{case.reference}/ask", {**CARD, "amount": "12"})
    unreadable = visitor.post(f"/cases/{case.reference}/ask", {**CARD, "amount": "a lot"})

    assert within.status_code == 409
    assert "There is nothing to ask: the charter covers it. Do it now." in text_of(within.content)
    assert unreadable.status_code == 422
    assert "is no amount in AUD" in text_of(unreadable.content)
    assert Hop.objects.count() == 0


def test_what_changed_meanwhile_or_was_given_is_not_given_again(
    visitor: Client, agent: Actor, lead: Actor, case: Case
) -> None:
    hop = asked(agent, case, minutes_ago=10)
    state_facts(actor=agent, case=case, stated={"case.danger": True}, now=timezone.localtime())
    declined = visitor.post(f"/hops/{hop.pk}/act", {"key": "given-in-danger"})
    state_facts(actor=agent, case=case, stated={"case.danger": None}, now=timezone.localtime())
    visitor.post(f"/hops/{hop.pk}/act", {"key": "given-by-silence"})
    again = visitor.post(f"/hops/{hop.pk}/act", {"key": "given-once-more"})

    assert "Nothing was given: what is known of the case has changed." in text_of(declined.content)
    assert "This was given already by the same yes." in text_of(again.content)
    assert Gesture.objects.count() == 1


def test_the_same_given_minutes_before_is_asked_about_once(
    visitor: Client, agent: Actor, lead: Actor, case: Case
) -> None:
    visitor.post(f"/cases/{case.reference}/give", {**CARD, "route": "act_first"})
    hop = asked(agent, case, minutes_ago=10)

    page = visitor.post(f"/hops/{hop.pk}/act", {"key": "given-by-silence"})

    assert "Is this one meant besides?" in text_of(page.content)
    first = Gesture.objects.get()
    assert f'name="distinct_from" value="{first.pk}"' in page.content.decode()
    visitor.post(f"/hops/{hop.pk}/act", {"key": "given-besides", "distinct_from": str(first.pk)})
    assert Gesture.objects.count() == 2


def test_a_question_of_another_site_is_not_there(agent: Actor, lead: Actor, case: Case) -> None:
    hop = asked(agent, case, minutes_ago=1)
    stranger = Client()
    stranger.force_login(make_user("leo", site="Airport"))

    assert stranger.get(f"/hops/{hop.pk}").status_code == 404
    assert stranger.get("/hops/999").status_code == 404
