"""On the case page: two cases become one matter, and a steward forgets a customer."""

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.selectors import same_incident
from geste.apps.cases.services.close_case import close_case
from geste.apps.people.models import User
from tests.make import NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def browser(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def test_two_cases_become_one_matter(agent: Actor) -> None:
    case, other = (make_case(agent) for _ in range(2))
    client = browser("tomas")

    page = client.post(f"/cases/{case.reference}/link", {"other": f" {other.reference} "}, follow=True)

    assert f"Linked with {other.reference}: what was given on both counts together." in page.content.decode()
    assert f'<a href="/cases/{other.reference}">' in page.content.decode()
    assert same_incident(case) == (case.pk, other.pk)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("nowhere", "You see no case called nowhere."),
        ("", "You see no case called –."),
        ("itself", "That is this very case."),
    ],
)
def test_what_cannot_be_linked_is_said(agent: Actor, other: str, words: str) -> None:
    case = make_case(agent)

    posted = {"other": case.reference if other == "itself" else other}
    client = browser("tomas")
    page = client.post(f"/cases/{case.reference}/link", posted, follow=True).content.decode()

    assert words in page
    assert same_incident(case) == (case.pk,)
    assert f'maxlength="40" value="{posted["other"]}" required' in page
    assert "The page was out of date" not in page
    assert 'maxlength="40" value="" required' in client.get(f"/cases/{case.reference}").content.decode()


def test_a_steward_forgets_a_customer_once_they_have_read_what_that_means(agent: Actor) -> None:
    case = make_case(agent)
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)
    address, client = f"/cases/{case.reference}", browser("grace")
    assert "Forget this customer" not in browser("tomas").get(address).content.decode()
    assert "What goes, wherever it stands: the customer’s name" in client.get(address).content.decode()

    unread = client.post(f"{address}/forget", follow=True).content.decode()
    assert "Nothing was forgotten: say first that you have read" in unread
    assert "Mr Lee" in unread
    done = client.post(f"{address}/forget", {"read": "yes"}, follow=True).content.decode()

    assert "Forgotten." in done
    assert "Mr Lee" not in done
    assert "Forget this customer" not in done
    assert "“…” stands where words stood." in done


def test_an_agent_forgets_nobody(agent: Actor) -> None:
    case = make_case(agent)
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    answer = browser("tomas").post(f"/cases/{case.reference}/forget", {"read": "yes"})

    assert answer.status_code == 403
    assert Case.objects.get().customer_label == "Mr Lee, room 507"
