"""What pages answer to wrong and hostile requests: the right status, a friendly page, nothing typed is lost."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.people.models import User
from geste.apps.people.services.make_sign_in_link import make_sign_in_link
from geste.config import urls
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db
KEY = "one-tap-of-a-test"
SECRET = "a-secret-nobody-guesses"
PASSWORD = "correct horse battery"
LIVE = {"HX-Request": "true"}
OUT_OF_DATE = "The page was out of date, so nothing was written. All is as you filled it in: please send it again."
FORMS = ("facts", "give", "root-issue", "close")


def text_of(answer: Any) -> str:
    """Return what a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def is_page(answer: Any, status: int, *said: str) -> bool:
    """Return whether the answer is a whole page with this status that says all of this and a way on."""
    text = text_of(answer)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Back to the cases" in text
    return all(words in text for words in said)


@pytest.fixture
def strict(visitor: Client) -> Client:
    """Return the visitor's browser with a server that insists on the token of each form."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = visitor.cookies
    return client


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_an_address_for_forms_says_so(visitor: Client, case: Case, form: str, method: str) -> None:
    answer = visitor.generic(method, f"/cases/{case.reference}/{form}")

    assert is_page(answer, 405, "This address is only for forms", "Nothing was written.")
    assert answer.headers["Allow"] == "POST"


@pytest.mark.parametrize("address", ["/", "/cases/C-1", "/cases/C-1/verdict", "/charter", "/receipts/1"])
@pytest.mark.usefixtures("case")
def test_a_page_takes_no_forms(visitor: Client, address: str) -> None:
    answer = visitor.post(address)

    assert is_page(answer, 405, "Nothing was written.")
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ["/sign-out", "/language", "/demo/as"])
@pytest.mark.usefixtures("demo")
def test_no_address_acts_because_somebody_looks_at_it(visitor: Client, address: str) -> None:
    assert is_page(visitor.get(address), 405, "This address is only for forms")
    assert "_auth_user_id" in visitor.session


@pytest.mark.usefixtures("demo")
def test_only_a_person_uses_up_a_link(user: User) -> None:
    make_sign_in_link(user=user, secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    client = Client()

    assert client.head(f"/demo/enter/{SECRET}/").status_code == 405
    assert client.get(f"/demo/enter/{SECRET}/").status_code == 302


@pytest.mark.parametrize("address", ["/", "/cases/C-1", "/charter"])
@pytest.mark.usefixtures("case")
def test_who_only_asks_whether_a_page_is_there_is_told(visitor: Client, address: str) -> None:
    answer = visitor.head(address)

    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reference", ["C-404", "C-8"])
def test_a_case_that_is_not_there_and_one_of_another_site_look_alike(
    visitor: Client, form: str, reference: str
) -> None:
    make_case(make_actor("leo", site="Airport"), reference="C-8")

    answer = visitor.post(f"/cases/{reference}/{form}", {"gesture": "note", "key": KEY, "state": "fixed"})

    assert is_page(answer, 404, "There is nothing here")


@pytest.mark.parametrize("number", ["0", "9" * 30, "1"])
def test_a_receipt_that_is_not_there(visitor: Client, number: str) -> None:
    assert is_page(visitor.get(f"/receipts/{number}"), 404, "There is nothing here")


def test_another_sites_receipt_is_not_there(visitor: Client) -> None:
    leo = make_actor("leo", site="Airport")
    gesture = make_gesture(leo, make_case(leo), "note")

    assert is_page(visitor.get(f"/receipts/{gesture.pk}"), 404, "There is nothing here")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_without_its_token_writes_nothing(strict: Client, case: Case, form: str) -> None:
    answer = strict.post(
        f"/cases/{case.reference}/{form}",
        {"gesture": "note", "key": KEY, "state": "fixed", "outcome": "heard", "fact:stay.nights": "3"},
    )

    assert is_page(answer, 403, "This form is too old", "send it once more")
    case.refresh_from_db()
    assert (case.status, case.root_issue, case.facts) == ("open", "open", {"stay": {"price": "390"}})
    assert Gesture.objects.count() == 0


def test_a_page_that_was_open_too_long_comes_back_as_it_was_filled_in(strict: Client, case: Case) -> None:
    page = f"/cases/{case.reference}"
    ours = {"Origin": "http://testserver"}
    fields = {"gesture": "credit", "amount": "700", "note": "Second failure.", "route": "act_first", "key": KEY}

    away = strict.post(f"{page}/give", fields, headers=ours)
    live = strict.post(f"{page}/facts", {"fact:stay.nights": "7"}, headers={**ours, **LIVE})
    back = strict.get(page)

    assert (away.status_code, away.headers["Location"]) == (302, page)
    assert (live.status_code, live.headers["HX-Redirect"]) == (403, page)
    assert OUT_OF_DATE in text_of(back)
    assert 'type="text" value="7"' in back.content.decode()
    assert Gesture.objects.count() == 0


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://testserver.elsewhere.example"])
def test_what_another_page_sends_is_never_kept(strict: Client, case: Case, origin: str) -> None:
    answer = strict.post(f"/cases/{case.reference}/give", {"gesture": "note", "key": KEY}, headers={"Origin": origin})

    assert is_page(answer, 403, "This form is too old")
    assert "kept-form" not in strict.session


@pytest.mark.parametrize("address", ["/language", "/sign-out", "/sign-in", "/demo/as"])
def test_the_entrances_forms_need_their_token_too(strict: Client, address: str) -> None:
    assert is_page(strict.post(address, {"language": "fr"}), 403, "This form is too old")


@pytest.mark.parametrize("form", FORMS)
def test_a_closed_case_takes_nothing_more(visitor: Client, agent: Actor, case: Case, form: str) -> None:
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    answer = visitor.post(
        f"/cases/{case.reference}/{form}", {"gesture": "note", "key": KEY, "state": "fixed", "outcome": "heard"}
    )

    assert is_page(answer, 403, "This is not open to you", "This case is closed. Open a new one and link the two.")


@pytest.mark.parametrize("fields", [{"note": "a\0b"}, {"a\0b": "1"}, {"fact:stay.price": "\0"}])
@pytest.mark.parametrize("form", FORMS)
def test_characters_nobody_types_are_refused(visitor: Client, case: Case, form: str, fields: dict[str, str]) -> None:
    answer = visitor.post(f"/cases/{case.reference}/{form}", {"gesture": "note", "key": KEY, **fields})

    assert is_page(answer, 400, "This request cannot be read", "Nothing was written.")
    assert Gesture.objects.count() == 0


def test_a_name_that_is_not_ours_says_where_to_add_it(visitor: Client) -> None:
    answer = visitor.get("/", headers={"host": "desk.example"})

    assert is_page(answer, 400, "Geste does not go by this name here", "GESTE_ALLOWED_HOSTS")


def test_more_than_any_form_holds_is_refused(visitor: Client, case: Case) -> None:
    long = visitor.post(f"/cases/{case.reference}/give", {"note": "x" * 1_100_000})
    many = visitor.post(f"/cases/{case.reference}/facts", {f"fact:{number}": "1" for number in range(1_100)})

    for answer in (long, many):
        assert is_page(answer, 413, "That is too much at once", "shorten what you typed")


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({}, 422, "is no gesture of this charter."),
        ({"gesture": "x" * 5_000}, 422, "is no gesture of this charter."),
        ({"gesture": "<script>alert(1)</script>"}, 422, "“<script>alert(1)</script>” is no gesture of this charter."),
        ({"gesture": "credit", "amount": "1" * 900}, 422, "is no amount in AUD. Write it like 12.50."),
        ({"gesture": "credit", "amount": "1e5"}, 422, "“1e5” is no amount in AUD."),
        ({"gesture": "credit", "amount": "१२"}, 422, "“१२” is no amount in AUD."),
        ({"gesture": "credit", "amount": "0.001"}, 422, "“0.001” has more decimals than AUD has."),
        ({"gesture": "note", "amount": "5"}, 409, "Nothing was given."),
        ({"gesture": "credit", "amount": "5", "key": ""}, 422, "This form is incomplete. Load the page again."),
        ({"gesture": "credit", "amount": "5", "key": "ключ-ключ"}, 422, "This form is incomplete."),
        ({"gesture": "credit", "amount": "700", "route": "act_first", "note": " "}, 422, "acting first needs one line"),
        ({"gesture": "credit", "amount": "5", "fact:proposal.moon": "1"}, 422, "proposal.moon: “moon” means nothing"),
    ],
)
def test_a_wrong_proposal_is_said_and_kept_as_it_was_typed(
    visitor: Client, case: Case, fields: dict[str, str], status: int, said: str
) -> None:
    answer = visitor.post(f"/cases/{case.reference}/give", {"key": KEY, **fields})

    page = answer.content.decode()
    assert answer.status_code == status
    assert said in text_of(answer)
    assert "<script>alert" not in page
    if fields.get("gesture") == "credit":
        assert f'value="{fields["amount"]}"' in page
    assert Gesture.objects.count() == 0


def test_the_same_tap_twice_is_one_gift_and_another_with_its_key_is_none(visitor: Client, case: Case) -> None:
    address = f"/cases/{case.reference}/give"
    taps = [
        visitor.post(address, {"gesture": "drink", "key": KEY, **fields})
        for fields in ({"amount": "5"}, {"amount": "5"}, {"amount": "6"})
    ]

    assert [tap.status_code for tap in taps] == [302, 302, 422]
    assert taps[0].headers["Location"] == taps[1].headers["Location"]
    assert "This form was sent before with other values. Load the page again." in text_of(taps[2])
    assert 'value="6"' in taps[2].content.decode()
    assert Gesture.objects.count() == 1


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 422, "is no gesture of this charter."),
        ("gesture=gold&amount=5", 422, "“gold” is no gesture of this charter."),
        ("gesture=credit&amount=cheap", 422, "“cheap” is no amount in AUD."),
        ("gesture=credit&amount=" + "9" * 400, 422, "is no amount in AUD."),
        ("gesture=credit&amount=%ff", 422, "is no amount in AUD."),
    ],
)
def test_a_verdict_on_nonsense_is_a_card_that_says_so(
    visitor: Client, case: Case, query: str, status: int, said: str
) -> None:
    answer = visitor.get(f"/cases/{case.reference}/verdict?{query}", headers=LIVE)

    assert answer.status_code == status
    assert said in text_of(answer)
    assert answer.content.decode().strip().startswith("<article")
    assert DecisionRecord.objects.count() == 0


def test_wrong_facts_come_back_as_they_were_typed(visitor: Client, case: Case) -> None:
    fields = {
        "fact:stay.price": "cheap",
        "fact:stay.late": "yes",
        "confirmed:stay.late?": "asked",
        "confirmed:stay.late": "yes",
        "fact:stay.nights": "7",
    }

    answer = visitor.post(f"/cases/{case.reference}/facts", fields)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'name="fact:stay.price" type="text" value="cheap"' in page
    assert 'name="fact:stay.nights" type="text" value="7"' in page
    assert re.search(r'name="fact:stay.late" value="yes" checked', page)
    assert re.search(r'name="confirmed:stay.late" value="yes" checked', page)
    case.refresh_from_db()
    assert case.facts == {"stay": {"price": "390"}}


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("time", "yesterday", "Arrived: expected a moment"),
        ("time", "0001-01-01T00:00", "Arrived: expected a moment"),
        ("time", "2199-12-31T23:59", None),
        ("time", "10000-01-01T00:00", "Arrived: expected a moment"),
        ("[red, green]", "blue", "Arrived: “blue” is none of the words possible here."),
        ("yes_no", "perhaps", "Arrived: expected yes or no"),
        ("text", "x" * 4_001, "Arrived: The text is longer than 4,000 characters."),
        ("number", "½", "Arrived: expected a whole number"),
        ("{type: list, of: {state: [open, closed]}}", "7", None),
    ],
)
def test_each_kind_of_fact_is_read_or_refused(
    visitor: Client, agent: Actor, kind: str, typed: str, said: str | None
) -> None:
    spelled = kind.replace("{", "{{").replace("}", "}}")
    text = CHARTER.replace("    nights: number\n", f"    nights: number\n    arrived: {spelled}\n")
    make_charter(text, version=2)
    case = make_case(agent, reference="C-3")

    answer = visitor.post(f"/cases/{case.reference}/facts", {"fact:stay.arrived": typed})

    assert answer.status_code == (302 if said is None else 422)
    if said is not None:
        assert said in text_of(answer)
    assert visitor.get(f"/cases/{case.reference}").status_code == 200


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Say whether it is fixed."),
        ({"state": "banana", "because": "It rains."}, "Say whether it is fixed."),
        ({"state": "not_now", "because": " "}, "If it cannot be fixed now, say why in a few words."),
        ({"state": "not_now", "because": "x" * 301}, "Keep the reason to one line: 300 characters at most."),
    ],
)
def test_a_root_issue_that_is_not_said_stays_open(
    visitor: Client, case: Case, fields: dict[str, str], said: str
) -> None:
    answer = visitor.post(f"/cases/{case.reference}/root-issue", fields)

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert f'name="because" type="text" maxlength="300" value="{fields.get("because", "")}"' in answer.content.decode()
    case.refresh_from_db()
    assert case.root_issue == "open"


def test_a_case_that_cannot_close_yet_keeps_the_ending_that_was_chosen(visitor: Client, case: Case) -> None:
    answer = visitor.post(f"/cases/{case.reference}/close", {"outcome": "fixed"})

    assert answer.status_code == 422
    assert '<option value="fixed" selected>' in answer.content.decode()


def sign_in(client: Client, user: User, back: str) -> Any:
    user.set_password(PASSWORD)
    user.save()
    return client.post("/sign-in", {"username": user.username, "password": PASSWORD, "next": back})


@pytest.mark.parametrize(
    ("form", "fields", "found"),
    [
        (
            "give",
            {"gesture": "credit", "amount": "700", "route": "act_first", "note": "Second failure.", "key": KEY},
            ['value="700"', 'value="Second failure."'],
        ),
        ("facts", {"fact:stay.nights": "7", "fact:stay.price": "cheap"}, ['value="7"', 'value="cheap"']),
        ("root-issue", {"state": "not_now", "because": "The part comes on Monday."}, ["The part comes on Monday."]),
        ("close", {"outcome": "fixed"}, ['<option value="fixed" selected>']),
    ],
)
def test_what_was_typed_waits_for_who_has_to_sign_in_again(
    user: User, case: Case, form: str, fields: dict[str, str], found: list[str]
) -> None:
    page = f"/cases/{case.reference}"
    client = Client()

    away = client.post(f"{page}/{form}", fields)
    asked = client.get(away.headers["Location"])
    back = sign_in(client, user, page)
    first, second = client.get(back.headers["Location"]), client.get(page)

    assert (away.status_code, away.headers["Location"]) == (302, f"/sign-in?next={page}")
    assert "You were signed out meanwhile. What you filled in is kept: sign in to go on." in text_of(asked)
    assert back.headers["Location"] == page
    assert OUT_OF_DATE in text_of(first)
    for words in found:
        assert words in first.content.decode()
    assert OUT_OF_DATE not in text_of(second)
    assert Gesture.objects.count() == 0


def test_an_amount_filled_in_live_waits_too(user: User, case: Case) -> None:
    page = f"/cases/{case.reference}"
    client = Client()

    client.get(f"{page}/verdict", {"gesture": "credit", "amount": "90"}, headers=LIVE)
    back = client.get(sign_in(client, user, page).headers["Location"])

    assert OUT_OF_DATE in text_of(back)
    assert '<a href="#option-credit">Show me</a>' in back.content.decode()
    assert 'value="90"' in back.content.decode()


def test_what_waits_can_then_be_sent(user: User, case: Case) -> None:
    client = Client()
    fields = {"gesture": "credit", "amount": "90", "key": KEY}
    client.post(f"/cases/{case.reference}/give", fields)
    sign_in(client, user, f"/cases/{case.reference}")
    page = client.get(f"/cases/{case.reference}").content.decode()
    card = re.search(r'<article id="option-credit".*?</article>', page, re.DOTALL)
    assert card is not None
    key = re.search(r'name="key" value="(\w+)"', card[0])
    assert key is not None

    answer = client.post(f"/cases/{case.reference}/give", {**fields, "key": key[1]})

    assert answer.headers["Location"].startswith("/receipts/")
    assert Gesture.objects.get().amount == 9000


def test_too_much_to_wait_is_let_go(case: Case) -> None:
    client = Client()

    client.post(f"/cases/{case.reference}/give", {"note": "x" * 30_000})

    assert "kept-form" not in client.session


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_live_part_of_a_page_leads_the_whole_page_to_the_sign_in(case: Case, method: str) -> None:
    address = f"/cases/{case.reference}/{'verdict' if method == 'get' else 'facts'}"

    answer = getattr(Client(), method)(address, {"gesture": "credit"}, headers=LIVE)

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == f"/sign-in?next=/cases/{case.reference}"
    assert answer.content == b""


@pytest.mark.parametrize(
    ("used_at", "expires_in", "secret"),
    [(NOW, 1, SECRET), (None, -1, SECRET), (None, 1, "another"), (None, 1, "%00"), (None, 1, "x" * 3_000)],
    ids=["used", "expired", "unknown", "hostile", "long"],
)
@pytest.mark.usefixtures("demo")
def test_a_link_that_no_longer_opens_says_what_to_do(user: User, used_at: Any, expires_in: int, secret: str) -> None:
    link = make_sign_in_link(user=user, secret=SECRET, expires_at=timezone.now() + timedelta(hours=expires_in))
    link.used_at = used_at
    link.save()
    client = Client()

    answer = client.get(f"/demo/enter/{secret}/")

    assert is_page(answer, 410, "This link no longer opens", "Start the demonstration again for a new one.")
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("demo")
def test_nobody_steps_into_shoes_that_are_not_there(visitor: Client) -> None:
    answer = visitor.post("/demo/as", {"person": "nobody"}, follow=True)

    assert "Nobody of that name works here. You are still Tomas." in text_of(answer)


@pytest.mark.parametrize(
    "fields", [{"username": "tomas\0", "password": "x"}, {"username": "x" * 5_000, "password": "x" * 5_000}, {}]
)
@pytest.mark.usefixtures("user")
def test_the_sign_in_page_takes_anything_calmly(fields: dict[str, str]) -> None:
    client = Client()

    answer = client.post("/sign-in", fields)

    assert answer.status_code == (400 if "\0" in "".join(fields.values()) else 200)
    assert "_auth_user_id" not in client.session


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("the inside of the house")


class BrokenAddresses:
    """The usual addresses, and one that breaks."""

    urlpatterns = (path("broken", broken), *urls.urlpatterns)
    handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500


@pytest.fixture
def no_database() -> Iterator[None]:
    """Refuse every question to the database, as one that has gone would."""

    def refuse(*_: object) -> None:
        raise AssertionError("the database was asked")

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Something went wrong on our side"), ("fr", "Une erreur s’est produite de notre côté")],
)
@override_settings(ROOT_URLCONF=BrokenAddresses)
@pytest.mark.usefixtures("no_database")
def test_a_mistake_of_ours_is_said_even_when_the_database_is_gone(language: str, title: str) -> None:
    client = Client(raise_request_exception=False, headers={"accept-language": language})

    answer = client.get("/broken")

    page = answer.content.decode()
    assert answer.status_code == 500
    assert title in page
    assert f'<html lang="{language}">' in page
    assert "inside" not in page
