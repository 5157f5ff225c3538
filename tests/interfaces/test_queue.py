"""The queue over HTTP: searched, filtered, page by page, and always with a way on."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.open_case import Opening, open_case
from tests.interfaces.test_desk import text_of
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db


def open_one(
    actor: Actor, reference: str, *, words: str = "The lift is slow.", customer: str = "", customer_label: str = ""
) -> Case:
    """Return an open case of somebody, with their words."""
    kind = Kind.COMPLAINT
    opening = Opening(reference=reference, kind=kind, words=words, customer=customer, customer_label=customer_label)
    return open_case(actor=actor, opening=opening, now=NOW)


@pytest.fixture
def helene(agent: Actor) -> Case:
    return open_one(
        agent, "H-77", words="Le garçon n’a pas servi mon œuf.", customer="besnard", customer_label="Hélène Besnard"
    )


def references(client: Client, address: str) -> list[str]:
    """Return the references of the cases a page lists."""
    return [line.case.reference for line in client.get(address).context["lines"]]


@pytest.mark.parametrize("asked", ["helene", "BESNARD", "h-77", "oeuf", "n'a pas GARCON", "hélène œuf", "besnard 77"])
def test_a_case_is_found_by_name_reference_or_words_whatever_the_accents(
    visitor: Client, helene: Case, case: Case, asked: str
) -> None:
    answer = visitor.get("/", {"q": asked})

    assert [line.case for line in answer.context["lines"]] == [helene]
    assert f'name="q" type="search" value="{escape(asked)}"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["helene marlow", "%", "_ _", "h_77"])
def test_every_word_counts_and_none_stands_for_anything(visitor: Client, helene: Case, asked: str) -> None:
    assert references(visitor, f"/?q={asked.replace('%', '%25')}") == []


def test_a_closed_case_is_found_again(visitor: Client, agent: Actor, helene: Case) -> None:
    close_case(actor=agent, case=helene, outcome=Outcome.HEARD, now=NOW)

    text = text_of(visitor.get("/?q=helene").content)

    assert "No open case matches “helene”. Show 1 other case that does Clear the search" in text
    assert "Heard: nothing was asked" in text_of(visitor.get("/?q=helene&state=all").content)
    assert references(visitor, "/?state=closed") == ["H-77"]
    assert references(visitor, "/") == []


def test_the_customers_whose_name_is_looked_for_lead_to_all_their_cases(
    visitor: Client, agent: Actor, helene: Case, case: Case
) -> None:
    close_case(actor=agent, case=helene, outcome=Outcome.HEARD, now=NOW)
    open_one(agent, "H-78", customer="besnard", customer_label="Hélène Besnard")

    answer = visitor.get("/?q=besnard")

    assert "Hélène Besnard 2 cases" in text_of(answer.content)
    assert '<a href="?state=all&amp;customer=besnard">' in answer.content.decode()
    assert references(visitor, "/?state=all&customer=besnard") == ["H-77", "H-78"]
    assert 'href="/cases/new?customer=besnard"' in visitor.get("/?customer=besnard").content.decode()


def test_filters_stay_in_the_address_and_go_together(visitor: Client, agent: Actor, case: Case) -> None:
    other = make_actor("ana")
    make_case(other, reference="R-1", kind=Kind.REQUEST)

    assert references(visitor, "/?kind=request") == ["R-1"]
    assert references(visitor, "/?kind=request&whose=mine") == []
    assert references(visitor, "/?whose=mine") == [case.reference]
    page = visitor.get("/?kind=request&whose=mine&q=hot").content.decode()
    assert '<a href="?q=hot&amp;whose=mine">Every kind</a>' in page
    assert '<a href="?q=hot&amp;kind=request&amp;whose=mine" aria-current="true">Requests</a>' in page


@pytest.mark.parametrize("address", ["/?state=nonsense&kind=7&whose=theirs", "/?page=minus-one", "/?page=999"])
def test_an_address_that_says_nothing_we_know_shows_what_is_usual(visitor: Client, case: Case, address: str) -> None:
    assert references(visitor, address) == [case.reference]


def test_a_page_holds_twenty_five_cases_and_leads_to_the_next(visitor: Client, agent: Actor) -> None:
    for number in range(27):
        opening = Opening(reference=f"N-{number:02}", kind=Kind.REQUEST, customer_label="Somebody")
        open_case(actor=agent, opening=opening, now=NOW + timedelta(minutes=number))

    first, second = visitor.get("/?kind=request"), visitor.get("/?kind=request&page=2")

    assert [line.case.reference for line in first.context["lines"]] == [f"N-{n:02}" for n in range(26, 1, -1)]
    assert [line.case.reference for line in second.context["lines"]] == ["N-01", "N-00"]
    assert 'rel="next" href="?kind=request&amp;page=2"' in first.content.decode()
    assert "Page 1 of 2" in text_of(first.content)
    assert "27 cases" in text_of(first.content)
    assert 'rel="prev" href="?kind=request&amp;page=1"' in second.content.decode()


def test_a_longer_list_asks_the_database_no_more_often(visitor: Client, agent: Actor, case: Case) -> None:
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            visitor.get("/?q=room")
        return len(asked)

    make_gesture(agent, case, "note")
    questions()
    few = questions()
    for number in range(12):
        make_gesture(agent, make_case(agent, reference=f"M-{number}", customer=f"many-{number}"), "note")

    assert questions() == few


def test_nobody_waiting_says_what_to_do_next(visitor: Client) -> None:
    text = text_of(visitor.get("/").content)

    assert "Nobody is waiting. Well done." in text
    assert "open a case with their own words" in text


@pytest.mark.item("S0.17")
def test_my_room_to_act_is_on_the_queue_and_on_every_open_case(visitor: Client, agent: Actor, case: Case) -> None:
    for address in ("/", f"/cases/{case.reference}"):
        text = text_of(visitor.get(address).content)
        assert "My room to act today Up to A$500.00 on each case, without asking." in text
        assert "The month: A$1,000.00 left of A$1,000.00 a month." in text
        assert "Every guest should want to come back." in text


def test_the_charter_that_comes_next_is_told_calmly(visitor: Client) -> None:
    assert "coming" not in visitor.get("/").content.decode()
    day = timezone.localdate() + timedelta(days=20)
    make_charter(CHARTER.replace("case_cap: 500", "case_cap: 600"), version=2, effective=day)

    page = visitor.get("/").content.decode()

    coming = text_of(page.split('<details class="coming">')[1].split("</details>")[0].encode())
    assert coming.startswith(f"From {day.day} {day:%B %Y}, version 2 of the charter: gives".replace("  ", " "))
    assert "Why: A test needs it. Read it in the studio" in coming
    assert '<details class="coming">' in page
