"""The cord over HTTP: help first and big, no word of money, and a line for everybody until it is answered."""

import re

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.cases.danger import danger_fact
from geste.apps.cases.models import Case, HelpCall, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.charters.selectors import charter_of
from geste.apps.people.models import User
from tests.interfaces.test_desk import text_of
from tests.make import CHARTER, NOW, make_case, make_charter, make_gesture, make_user

pytestmark = pytest.mark.django_db

AMOUNT = re.compile(r"A\$\s?\d|\d[,.]\d\d")
CORD = "Somebody is in danger: call help"


def say(client: Client, case: Case, step: str) -> None:
    """Say where help stands."""
    answer = client.post(f"/cases/{case.reference}/help", {"step": step})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{case.reference}")


def colleague(name: str, site: str = "Harbour") -> Client:
    """Return the browser of somebody else."""
    client = Client()
    client.force_login(make_user(name, site=site))
    return client


def main_of(client: Client, case: Case) -> str:
    """Return the main part of a case's page."""
    return client.get(f"/cases/{case.reference}").content.decode().split("<main", 1)[1]


@pytest.mark.item("S4.16")
def test_one_tap_calls_help_and_states_danger_as_the_charter_names_it(visitor: Client, case: Case) -> None:
    assert CORD in text_of(main_of(visitor, case).encode())

    say(visitor, case, "called")

    case.refresh_from_db()
    assert case.facts["case"] == {"danger": True}
    assert [(call.step, call.said_by.username) for call in HelpCall.objects.all()] == [("called", "tomas")]
    assert EventRow.objects.get(name="cases.HelpCalled").payload == {"case_id": case.pk}


@pytest.mark.item("S4.16")
def test_help_comes_first_and_nothing_speaks_of_money(visitor: Client, agent: Actor, case: Case) -> None:
    make_gesture(agent, case, "credit", "120")
    assert AMOUNT.search(text_of(main_of(visitor, case).encode()))

    say(visitor, case, "called")

    page = main_of(visitor, case)
    text = text_of(page.encode())
    assert text.index("Call the duty manager.") < text.index("It is hot in my room.")
    assert AMOUNT.findall(text) == []
    assert 'name="amount"' not in page
    assert 'id="option-credit"' not in page
    assert 'id="option-explain"' in page
    assert 'id="fact-stay-price"' not in page


def test_danger_stated_among_the_facts_stops_the_talk_of_money_as_well(visitor: Client, case: Case) -> None:
    stated = {"fact:case.danger": "yes"}

    live = visitor.post(f"/cases/{case.reference}/facts", stated, headers={"HX-Request": "true"})

    assert live.headers["HX-Refresh"] == "true"
    assert "Call help here, now" in text_of(main_of(visitor, case).encode())
    assert AMOUNT.findall(text_of(main_of(visitor, case).encode())) == []


@pytest.mark.item("S4.16")
def test_everybody_at_the_site_sees_it_on_every_page_until_somebody_is_there(visitor: Client, case: Case) -> None:
    ana, leo = colleague("ana"), colleague("leo", site="Airport")

    say(visitor, case, "called")

    assert "Help is called · Mr Lee, room 507 Tomas ·" in text_of(ana.get("/charter").content)
    assert "Help is called" in text_of(ana.get("/help").content)
    assert "Help is called" not in text_of(leo.get("/").content)
    say(ana, case, "there")
    assert "Help is called" not in text_of(ana.get("/").content)
    assert "Ana is there" in text_of(main_of(visitor, case).encode())
    assert AMOUNT.findall(text_of(main_of(visitor, case).encode())) == []


def test_when_it_is_over_the_case_goes_on_and_everything_said_is_kept(visitor: Client, case: Case) -> None:
    for step in ("called", "called", "there", "there", "over", "over"):
        say(visitor, case, step)

    assert [call.step for call in HelpCall.objects.order_by("pk")] == ["called", "there", "over"]
    assert CORD in text_of(main_of(visitor, case).encode())
    case.refresh_from_db()
    assert case.facts["case"] == {"danger": True}


def test_pulled_by_mistake_it_is_as_if_nothing_had_been_stated(visitor: Client, case: Case) -> None:
    before = case.facts

    say(visitor, case, "called")
    say(visitor, case, "mistaken")

    case.refresh_from_db()
    assert case.facts == before
    assert "A$500.00 left" in text_of(main_of(visitor, case).encode())


def test_help_is_called_from_a_closed_case_too_and_its_facts_stay_as_they_were(
    visitor: Client, agent: Actor, case: Case
) -> None:
    closed = close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    say(visitor, closed, "called")

    closed.refresh_from_db()
    assert "danger" not in str(closed.facts)
    assert "Help is called" in text_of(visitor.get("/").content)


def test_another_sites_case_has_no_cord_and_a_step_nobody_knows_is_refused(visitor: Client, case: Case) -> None:
    assert colleague("leo", site="Airport").post(f"/cases/{case.reference}/help", {"step": "called"}).status_code == 404
    assert visitor.post(f"/cases/{case.reference}/help", {"step": "panic"}).status_code == 400
    assert HelpCall.objects.count() == 0


def test_whoever_is_not_signed_in_hears_nothing(user: User) -> None:
    assert Client().get("/help", headers={"HX-Request": "true"}).status_code == 204


def test_a_charter_without_such_a_line_still_has_the_cord(visitor: Client, agent: Actor) -> None:
    without = CHARTER.replace("when: {{case.danger: yes}}", "forbids: [keys]")
    row = make_charter(without, version=2)
    case = make_case(agent, reference="C-2")

    assert danger_fact(charter_of(row)) is None
    say(visitor, case, "called")
    text = text_of(main_of(visitor, case).encode())
    assert "Call the emergency number, stay with the person" in text
    assert AMOUNT.findall(text) == []
