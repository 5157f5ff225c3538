"""A case opened at the desk: the customer's words first, a reference of the house, and nothing typed is lost."""

import re

import pytest
from django.test import Client

from geste.apps.cases.models import Case
from geste.interfaces.web.desk import opening
from tests.interfaces.test_desk import text_of
from tests.make import make_actor, make_case

pytestmark = pytest.mark.django_db

TYPED = {
    "drawn": "K7PX4",
    "words": "La chambre est froide.",
    "kind": "complaint",
    "language": "fr",
    "name": "Mme Petit",
    "customer": "",
    "reference": "",
}


@pytest.mark.item("S4.13")
def test_the_form_asks_for_the_customers_words_first(visitor: Client) -> None:
    page = visitor.get("/cases/new").content.decode()

    fields = re.findall(r'name="(words|kind|language|name|reference)"', page.split("<main", 1)[1])
    assert list(dict.fromkeys(fields)) == ["words", "kind", "language", "name", "reference"]


def test_the_queue_and_every_page_lead_to_the_form(visitor: Client) -> None:
    assert visitor.get("/").content.decode().count('href="/cases/new"') == 2
    assert visitor.get("/charter").content.decode().count('href="/cases/new"') == 1


def test_a_case_is_opened_with_the_words_as_they_were_said(visitor: Client) -> None:
    answer = visitor.post("/cases/new", TYPED)

    case = Case.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/cases/K7PX4")
    assert (case.words, case.kind, case.language) == ("La chambre est froide.", "complaint", "fr")
    assert (case.customer, case.customer_label, case.opened_by.username) == ("K7PX4", "Mme Petit", "tomas")
    assert case.site is not None


def test_sent_twice_it_is_one_case(visitor: Client) -> None:
    visitor.post("/cases/new", TYPED)

    assert visitor.post("/cases/new", TYPED).headers["Location"] == "/cases/K7PX4"
    assert Case.objects.count() == 1


def test_a_reference_the_house_drew_twice_is_drawn_again(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_case(make_actor("ana"), reference="K7PX4")
    monkeypatch.setattr(opening, "drawn_reference", lambda: "BBBB2")

    assert visitor.post("/cases/new", TYPED).headers["Location"] == "/cases/BBBB2"


def test_a_drawn_reference_is_short_and_spells_nothing() -> None:
    drawn = {opening.drawn_reference() for _ in range(200)}

    assert len(drawn) == 200
    assert all(re.fullmatch(r"[B-DF-HJKM-NP-TV-Z2-9]{5}", reference) for reference in drawn)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"words": "  "}, "What happened, in the customer’s own words? A few are enough."),
        ({"words": "a" * 5001}, "That is a long story: keep it to 5,000 characters here."),
        ({"name": "a" * 161}, "Keep the customer’s name to 160 characters."),
        ({"reference": "new"}, "A reference has letters, digits, - and _ only"),
        ({"reference": "A 7"}, "A reference has letters, digits, - and _ only"),
        ({"reference": "C-1"}, "Another case has this reference already."),
    ],
)
def test_what_cannot_be_taken_is_said_and_everything_typed_is_kept(
    visitor: Client, case: Case, change: dict[str, str], said: str
) -> None:
    typed = {**TYPED, **change}

    answer = visitor.post("/cases/new", typed)

    form = answer.context["form"]
    assert answer.status_code == 422
    assert said in text_of(answer.content)
    assert {name: getattr(form, name) for name in TYPED} == typed
    assert Case.objects.count() == 1


def test_a_request_needs_no_words(visitor: Client) -> None:
    visitor.post("/cases/new", {**TYPED, "kind": "request", "words": ""})

    assert Case.objects.get().kind == "request"


def test_a_known_customer_is_offered_while_the_name_is_typed_and_picked(visitor: Client, case: Case) -> None:
    offered = visitor.get("/cases/new/customers?name=lee")
    visitor.post("/cases/new", {**TYPED, "name": "lee", "customer": case.customer})

    assert "Mr Lee, room 507 1 case, last on 13 May 2026" in text_of(offered.content)
    opened = Case.objects.get(reference="K7PX4")
    assert (opened.customer, opened.customer_label) == (case.customer, "Mr Lee, room 507")


def test_without_scripts_a_button_offers_them_and_keeps_what_is_typed(visitor: Client, case: Case) -> None:
    answer = visitor.post("/cases/new", {**TYPED, "name": "Lee", "look": "1"})

    assert f'type="radio" name="customer" value="{case.customer}"' in answer.content.decode()
    assert answer.context["form"].words == TYPED["words"]
    assert Case.objects.count() == 1


def test_customers_of_another_site_are_nobodys_business(visitor: Client) -> None:
    elsewhere = make_case(make_actor("leo", site="Airport"), customer="stranger")

    offered = visitor.get("/cases/new/customers?name=lee")
    visitor.post("/cases/new", {**TYPED, "name": "", "customer": elsewhere.customer})

    assert "Mr Lee" not in text_of(offered.content)
    assert (Case.objects.get(reference="K7PX4").customer, Case.objects.get(reference="K7PX4").customer_label) == (
        "",
        "",
    )


def test_signed_out_meanwhile_the_form_waits_as_it_was_typed(visitor: Client, case: Case) -> None:
    user = case.opened_by
    visitor.logout()

    sent = visitor.post("/cases/new", TYPED)
    visitor.force_login(user)
    page = visitor.get("/cases/new")

    assert sent.headers["Location"] == "/sign-in?next=/cases/new"
    assert page.context["form"].words == TYPED["words"]
    assert "The page was out of date" in text_of(page.content)
    assert visitor.get("/cases/new").context["form"].words == ""
