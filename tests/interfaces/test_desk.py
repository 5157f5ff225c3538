"""The desk over HTTP, without scripts: what is shown, what one tap does, and what a mistake costs — nothing."""

import re
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.core.charter.types import Words
from geste.core.charter.vocabulary import FactDeclaration, Text
from geste.core.money import Currency
from geste.interfaces.web.desk.fields import field_for
from geste.interfaces.web.desk.terms import terms
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db

TAGS = re.compile(r"<[^>]+>")
KEY = "one-tap-of-a-test"


def text_of(content: bytes) -> str:
    """Return what a person reads of a page."""
    return " ".join(unescape(TAGS.sub(" ", content.decode())).split())


def test_the_queue_lists_open_cases_in_the_customers_words(visitor: Client, case: Case) -> None:
    answer = visitor.get("/")

    text = text_of(answer.content)
    assert "1 person waits for you" in text
    assert "Mr Lee, room 507 It is hot in my room." in text
    assert f'href="/cases/{case.reference}"' in answer.content.decode()


def test_nothing_of_a_customer_stays_in_a_shared_browser(visitor: Client, case: Case) -> None:
    for address in ("/", f"/cases/{case.reference}", f"/cases/{case.reference}/verdict?gesture=credit"):
        assert visitor.get(address).headers["Cache-Control"] == "private, no-store", address


@pytest.mark.item("S0.17")
def test_the_case_page_shows_purpose_words_room_and_verdicts(visitor: Client, case: Case) -> None:
    text = text_of(visitor.get(f"/cases/{case.reference}").content)

    assert "Every guest should want to come back." in text
    assert "The root issue, in their words It is hot in my room." in text
    assert "A$500.00 left of your A$500.00 on this case" in text
    assert "Credit Up to A$500.00." in text
    assert "A drink Up to A$60.00. Really costs us A$21.00." in text
    assert "One thing to find out: Did we come late?" in text
    assert "cannot be held against you" in text


@pytest.mark.item("S0.17")
def test_the_same_page_in_french(visitor: Client, case: Case) -> None:
    visitor.cookies["django_language"] = "fr"

    text = text_of(visitor.get(f"/cases/{case.reference}").content)

    assert "Que chaque client ait envie de revenir." in text
    assert "500,00 $AU restants sur vos 500,00 $AU pour ce dossier" in text
    assert "Une chose à savoir : Sommes-nous arrivés en retard ?" in text


def test_one_tap_gives_and_shows_the_receipt(visitor: Client, case: Case) -> None:
    answer = visitor.post(f"/cases/{case.reference}/give", {"gesture": "credit", "amount": "390", "key": KEY})

    gesture = Gesture.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/receipts/{gesture.pk}")
    text = text_of(visitor.get(answer.headers["Location"]).content)
    assert "Decided in good faith under charter v1. You are protected." in text
    assert "Credit A$390.00 Given by Tomas, Reception, to Mr Lee, room 507." in text
    assert "The charter covers this: Credit. Go ahead." in text
    assert "Price of the night A$390.00" in text
    assert gesture.decision.charter_digest in text
    assert "From Revenue forgone To Waived Amount A$390.00 Envelope The month" in text


def test_a_double_tap_leads_to_the_same_receipt(visitor: Client, case: Case) -> None:
    fields = {"gesture": "credit", "amount": "390", "key": KEY}

    first = visitor.post(f"/cases/{case.reference}/give", fields)
    second = visitor.post(f"/cases/{case.reference}/give", fields)

    assert first.headers["Location"] == second.headers["Location"]
    assert Gesture.objects.count() == 1


def test_the_same_again_within_minutes_is_asked_once_with_two_buttons(visitor: Client, case: Case) -> None:
    fields = {"gesture": "credit", "amount": "20"}
    visitor.post(f"/cases/{case.reference}/give", {**fields, "key": "the-first-tap"})
    first = Gesture.objects.get()

    asked = visitor.post(f"/cases/{case.reference}/give", {**fields, "key": KEY})

    page = asked.content.decode()
    assert asked.status_code == 409
    assert "Credit: Tomas gave exactly this on this case at " in text_of(asked.content)
    assert f'name="distinct_from" value="{first.pk}"' in page
    assert "Yes, give it once more" in text_of(asked.content)
    assert "No, once is enough" in text_of(asked.content)
    assert Gesture.objects.count() == 1

    given = visitor.post(f"/cases/{case.reference}/give", {**fields, "key": KEY, "distinct_from": str(first.pk)})

    assert given.status_code == 302
    assert Gesture.objects.count() == 2


def test_beyond_the_charter_the_page_says_why_and_offers_to_act_first(visitor: Client, case: Case) -> None:
    answer = visitor.post(f"/cases/{case.reference}/give", {"gesture": "credit", "amount": "700", "key": KEY})

    text = text_of(answer.content)
    assert answer.status_code == 409
    assert "Nothing was given. Credit: A$700.00 is more than the A$500.00" in text
    assert "Act first, settle later Credit" in text
    assert "Ask first: Reception Credit A yes or no within 10 minutes. No answer means: act." in text
    assert Gesture.objects.count() == 0
    assert DecisionRecord.objects.get().authority == "beyond"


def test_acting_first_needs_its_line_and_keeps_what_was_typed(visitor: Client, case: Case) -> None:
    fields = {"gesture": "credit", "amount": "700", "key": KEY, "route": "act_first"}

    refused = visitor.post(f"/cases/{case.reference}/give", fields)
    given = visitor.post(f"/cases/{case.reference}/give", {**fields, "note": "Second failure."})

    assert refused.status_code == 422
    assert "acting first needs one line" in text_of(refused.content)
    assert 'value="700"' in refused.content.decode()
    receipt = text_of(visitor.get(given.headers["Location"]).content)
    assert "You acted first. It is honoured to the customer" in receipt
    assert "Why: Second failure." in receipt


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"gesture": "credit", "amount": "12,5O"}, 422, "Amount: “12,5O” is no amount in AUD. Write it like 12.50."),
        ({"gesture": "credit", "amount": "-5"}, 422, "Amount: “-5” is below zero."),
        ({"gesture": "credit", "amount": "9" * 15}, 422, "is too large for an amount in AUD"),
        ({"gesture": "credit", "amount": "10 EUR"}, 422, "The amount is in another currency"),
        ({"gesture": "gold", "amount": "5"}, 422, "“gold” is no gesture of this charter."),
        ({"gesture": "", "amount": "5"}, 422, "is no gesture of this charter."),
        ({"gesture": "credit", "amount": "5", "key": "short"}, 422, "This form is incomplete. Load the page again."),
        ({"gesture": "credit", "amount": "5", "note": "x" * 501}, 422, "500 characters at most"),
        ({"gesture": "keys"}, 409, "Nobody may give this"),
        ({"gesture": "fee"}, 409, "One thing to find out: Did we come late?"),
    ],
)
def test_a_mistake_is_said_where_it_stands_and_nothing_is_given(
    visitor: Client, case: Case, fields: dict[str, str], status: int, said: str
) -> None:
    answer = visitor.post(f"/cases/{case.reference}/give", {"key": KEY, **fields})

    assert answer.status_code == status
    assert said in text_of(answer.content)
    assert Gesture.objects.count() == 0


def test_bytes_that_are_no_text_harm_nothing(visitor: Client, case: Case) -> None:
    answer = visitor.post(
        f"/cases/{case.reference}/give",
        b"gesture=credit&amount=%ff%fe&key=one-tap-of-a-test&note=\xff",
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 422
    assert Gesture.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "language", "kept"),
    [
        ("1,250.50", "en", "1250.50"),
        ("1 250,50", "fr", "1250.50"),
        ("1\u202f250,5", "fr", "1250.5"),
        ("12.5", "fr", "12.5"),
        ("12,5", "en", "12.5"),
    ],
)
def test_amounts_are_read_as_people_type_them(
    visitor: Client, case: Case, typed: str, language: str, kept: str
) -> None:
    visitor.cookies["django_language"] = language

    answer = visitor.post(f"/cases/{case.reference}/facts", {"fact:stay.price": typed})

    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.facts["stay"]["price"] == kept


def test_facts_are_kept_claimed_until_they_are_confirmed(visitor: Client, case: Case) -> None:
    fields = {"fact:stay.late": "yes", "confirmed:stay.late?": "asked"}
    visitor.post(f"/cases/{case.reference}/facts", fields)
    claimed = text_of(visitor.get(f"/cases/{case.reference}").content)

    visitor.post(f"/cases/{case.reference}/facts", {**fields, "confirmed:stay.late": "yes"})
    confirmed = text_of(visitor.get(f"/cases/{case.reference}").content)

    assert "The customer says so; please confirm it: Did we come late?" in claimed
    assert "Waive the fee Costs us nothing. A$40.00 Give Waive the fee" in confirmed
    case.refresh_from_db()
    assert case.facts["stay"]["late"] == {"confirmed": True}


@pytest.mark.parametrize(("states", "said"), [([], "0 entries"), (["open"], "1 entry"), (["open"] * 3, "3 entries")])
def test_a_fact_that_is_a_list_says_how_long_it_is(visitor: Client, agent: Actor, states: list[str], said: str) -> None:
    text = CHARTER.replace("    nights: number\n", "    trips: {{type: list, of: {{state: [open, closed]}}}}\n")
    make_charter(text.replace("{{stay.nights: {{at_least: 1}}}}", "{{stay.late: yes}}"), version=2)
    make_case(agent, reference="C-5", facts={"stay": {"trips": [{"state": state} for state in states]}})

    assert f"Trips {said}" in text_of(visitor.get("/cases/C-5").content)


def test_an_emptied_field_is_not_known_any_more(visitor: Client, case: Case) -> None:
    visitor.post(f"/cases/{case.reference}/facts", {"fact:stay.price": ""})

    case.refresh_from_db()
    assert case.facts == {}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("stay.price", "cheap", "Price of the night: “cheap” is no amount in AUD."),
        ("stay.nights", "two", "Nights: expected a whole number"),
        ("stay.nights", "9" * 18, "is not between 0 and"),
        ("case.loss", "temper", "What the customer lost: “temper” is none of the words possible here."),
        ("stay.moon", "full", "stay.moon"),
    ],
)
def test_a_fact_that_cannot_be_read_is_named_as_the_form_names_it(
    visitor: Client, case: Case, name: str, value: str, said: str
) -> None:
    answer = visitor.post(f"/cases/{case.reference}/facts", {"fact:stay.price": "400", f"fact:{name}": value})

    text = text_of(answer.content)
    assert answer.status_code == 422
    assert said in text
    assert "None of these changes was kept." in text
    case.refresh_from_db()
    assert case.facts == {"stay": {"price": "390"}}


@pytest.mark.item("S4.13")
def test_the_root_issue_comes_before_closing(visitor: Client, case: Case) -> None:
    page = f"/cases/{case.reference}"

    early = visitor.post(f"{page}/close", {"outcome": "fixed_with_gesture"})
    unsaid = visitor.post(f"{page}/root-issue", {"state": "not_now", "because": " "})
    visitor.post(f"{page}/root-issue", {"state": "fixed"})
    closed = visitor.post(f"{page}/close", {"outcome": "fixed_with_gesture"}, follow=True)

    assert (early.status_code, unsaid.status_code) == (422, 422)
    assert "The root issue is still open" in text_of(early.content)
    assert "say why in a few words" in text_of(unsaid.content)
    assert "Case C-1 is closed." in text_of(closed.content)
    assert "Nobody is waiting. Well done." in text_of(closed.content)


def test_a_case_does_not_close_without_an_outcome(visitor: Client, case: Case) -> None:
    answer = visitor.post(f"/cases/{case.reference}/close", {"outcome": "whatever"})

    assert answer.status_code == 422
    assert "Choose how it ended for the customer." in text_of(answer.content)


def test_a_closed_case_can_be_read_and_nothing_else(visitor: Client, agent: Actor, case: Case) -> None:
    make_gesture(agent, case, "note")
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    page = visitor.get(f"/cases/{case.reference}")
    given = visitor.post(f"/cases/{case.reference}/give", {"gesture": "note", "key": KEY})

    assert "Given on this case A note" in text_of(page.content)
    assert "/give" not in page.content.decode()
    assert given.status_code == 403
    assert "This case is closed." in text_of(given.content)


@pytest.mark.item("S4.16")
def test_a_red_line_stands_above_everything(visitor: Client, agent: Actor) -> None:
    make_case(agent, reference="C-9", facts={"case": {"danger": True}})

    text = text_of(visitor.get("/cases/C-9").content)

    assert text.index("Safety first. Call the duty manager.") < text.index("Within your authority")
    assert "Credit" not in text.split("Safety first.")[1].split("Five steps")[0]


def test_earlier_cases_and_the_way_to_similar_ones_stand_beside_the_decision(visitor: Client, agent: Actor) -> None:
    case = make_case(agent, reference="C-3", customer="ito", facts={"case": {"loss": "service"}})

    text = text_of(visitor.get(f"/cases/{case.reference}").content)

    assert "Before today No earlier case of this customer." in text
    assert "Cases like this one What colleagues did, and whom to ask" in text


@pytest.mark.parametrize("path", ["/cases/C-404", "/receipts/404", "/nowhere", "/cases/C-1/unknown"])
@pytest.mark.usefixtures("case")
def test_where_nothing_is_the_page_says_so(visitor: Client, path: str) -> None:
    answer = visitor.get(path)

    assert answer.status_code == 404
    assert "There is nothing here" in text_of(answer.content)


def test_another_sites_case_is_not_there(visitor: Client) -> None:
    make_case(make_actor("leo", site="Airport"), reference="C-8")

    assert visitor.get("/cases/C-8").status_code == 404
    assert visitor.post("/cases/C-8/give", {"gesture": "note", "key": KEY}).status_code == 404


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize("path", ["/", "/cases/C-1", "/receipts/1", "/charter"])
def test_who_is_not_signed_in_is_shown_the_way(path: str) -> None:
    answer = Client().get(path)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/sign-in?next={path}")


@pytest.mark.usefixtures("case")
def test_a_form_from_elsewhere_is_refused_with_a_page(visitor: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = visitor.cookies

    answer = strict.post("/cases/C-1/give", {"gesture": "note", "key": KEY})

    assert answer.status_code == 403
    assert "This form is too old" in text_of(answer.content)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_charter_is_explained(visitor: Client, language: str) -> None:
    visitor.cookies["django_language"] = language

    text = text_of(visitor.get("/charter").content)

    with override(language):
        assert ("Every guest" if language == "en" else "Que chaque client") in text
    assert "Version 1" in text


def test_a_live_verdict_is_one_card(visitor: Client, case: Case) -> None:
    answer = visitor.get(f"/cases/{case.reference}/verdict", {"gesture": "credit", "amount": "700"})

    text = text_of(answer.content)
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert text.startswith("Credit A$700.00 is more than the A$500.00 this gesture may come to")
    assert DecisionRecord.objects.count() == 0


def test_a_live_change_of_facts_answers_with_the_verdicts(visitor: Client, case: Case) -> None:
    live = {"HX-Request": "true"}

    kept = visitor.post(f"/cases/{case.reference}/facts", {"fact:stay.nights": "1"}, headers=live)
    wrong = visitor.post(f"/cases/{case.reference}/facts", {"fact:stay.nights": "one"}, headers=live)

    assert kept.status_code == 200
    assert "The night back Due by right" in text_of(kept.content)
    assert (wrong.status_code, wrong.headers["HX-Retarget"]) == (422, "#problems")


def test_every_page_forbids_what_is_not_ours(visitor: Client, case: Case) -> None:
    for path in ("/", f"/cases/{case.reference}", "/charter", "/nowhere", "/sign-in"):
        answer = visitor.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert not re.search(r'<script(?![^>]*\bsrc=)|<style|\bstyle="|\bon\w+="', answer.content.decode())


@pytest.mark.parametrize(("language", "labels"), [("en", ["passed", "failed"]), ("fr", ["réussi", "raté"])])
def test_words_of_a_fact_are_picked_by_their_labels(language: str, labels: list[str]) -> None:
    words = (("passed", Text("passed", "réussi")), ("failed", Text("failed", "raté")))
    identity = FactDeclaration("customer.identity", Words(("passed", "failed")), words=words)

    with override(language):
        field = field_for(identity, "failed", currency=Currency("EUR", 2))

    assert [choice.label for choice in field.choices[1:]] == labels
    assert [choice.value for choice in field.choices if choice.is_picked] == ["failed"]


@pytest.mark.item("S0.2")
def test_a_complaint_ends_heard_with_no_gesture_from_its_own_page(visitor: Client, case: Case) -> None:
    page = visitor.get(f"/cases/{case.reference}").content.decode()
    assert '<button class="button soft-button" type="submit" name="outcome" value="heard">' in page

    visitor.post(f"/cases/{case.reference}/close", {"outcome": "heard"})

    case.refresh_from_db()
    assert (case.status, case.outcome, case.root_issue, Gesture.objects.count()) == ("closed", "heard", "open", 0)


@pytest.mark.item("S0.2")
def test_a_request_shows_no_failure_and_no_blame(visitor: Client, agent: Actor) -> None:
    request = make_case(agent, reference="R-1", kind=Kind.REQUEST)

    page = visitor.get(f"/cases/{request.reference}").content.decode()

    assert "case.severity" not in page
    assert "case.responsibility" not in page
    assert "root issue" not in page.lower()
    assert "it was not what we promised" not in page
    assert "Done, with a gesture" in page
    assert "Fixed" not in page


@pytest.mark.item("S4.27")
@pytest.mark.parametrize(
    ("understanding", "sentence"),
    [
        ("mistaken", "Je comprends que notre formulation prête à confusion."),
        ("partly", "Vous avez raison sur une partie, et je vois d’où vient le reste."),
    ],
)
@pytest.mark.item("S4.27")
def test_a_mistaken_customer_is_taught_kindly_in_their_own_language(
    visitor: Client, agent: Actor, understanding: str, sentence: str
) -> None:
    opening = Opening(reference="M-1", kind=Kind.COMPLAINT, words="On m'avait dit gratuit.", language="fr")
    case = open_case(actor=agent, opening=opening, now=NOW)
    room = "A$500.00 left of your A$500.00 on this case"

    visitor.post(f"/cases/{case.reference}/understanding", {"understanding": understanding})

    text = text_of(visitor.get(f"/cases/{case.reference}").content)
    assert sentence in text
    assert "It is nobody’s fault, and what you may give stays the same." in text
    assert room in text
    assert visitor.post("/cases/M-1/understanding", {"understanding": "liar"}).status_code == 400


@pytest.mark.item("S4.18")
def test_the_five_steps_speak_the_customers_language_and_the_fifth_is_one_tap_away(visitor: Client, case: Case) -> None:
    page = visitor.get(f"/cases/{case.reference}").content.decode()
    steps = page.split('<ol class="steps">')[1].split("</ol>")[0]

    assert [text_of(step.encode()) for step in steps.split("</li>")[:5]] == [
        "Stay calm. Take your time. I am here for you.",
        "Listen, and say that you do. I am listening. I am writing it down in your words.",
        "Acknowledge: it was not what we promised. You should not have had to go through this.",
        "Get the facts straight. Let me make sure that I have understood: when did it begin?",
        "Propose something now. Here is what I can do right now.",
    ]
    assert '<a href="#answer">Propose something now.</a>' in steps
    assert '<a class="room-bar" id="room-bar" href="#answer">' in page


def stating(client: Client, case: Case, **typed: str) -> dict[str, str]:
    """Return the form of facts as a page holds it, with some of it changed: `stay_price` is `stay.price`."""
    page = client.get(f"/cases/{case.reference}")
    sheet = page.context["sheet"]
    form = {"seen": sheet.seen, "page": sheet.page}
    for field in sheet.fields:
        form[f"fact:{field.path}"] = field.value
    return {**form, **{f"fact:{name.replace('_', '.', 1)}": text for name, text in typed.items()}}


def test_two_people_who_change_different_facts_keep_both(visitor: Client, case: Case) -> None:
    mine, theirs = stating(visitor, case, stay_nights="2"), stating(visitor, case, stay_price="420")
    visitor.post("/cases/C-1/facts", theirs)

    live = visitor.post("/cases/C-1/facts", mine, headers={"HX-Request": "true"})

    case.refresh_from_db()
    assert case.facts["stay"] == {"price": "420", "nights": 2}
    assert "Somebody else changed this meanwhile: Price of the night." in text_of(live.content)
    swapped = re.search(
        r'<div id="fact-stay-price-field"[^>]*hx-swap-oob="true">.*?</div>', live.content.decode(), re.DOTALL
    )
    assert swapped is not None
    assert 'value="420.00"' in swapped.group()


def test_two_people_who_change_the_same_fact_are_told_and_lose_nothing(visitor: Client, case: Case) -> None:
    mine, theirs = stating(visitor, case, stay_price="400"), stating(visitor, case, stay_price="420")
    visitor.post("/cases/C-1/facts", theirs)

    told = visitor.post("/cases/C-1/facts", mine)

    case.refresh_from_db()
    assert (told.status_code, case.facts["stay"]) == (422, {"price": "420"})
    assert "Price of the night: somebody else wrote “A$420.00” meanwhile." in text_of(told.content)
    assert 'name="fact:stay.price" type="text" value="400"' in told.content.decode()
    visitor.post("/cases/C-1/facts", {**mine, "seen": told.context["sheet"].seen})
    case.refresh_from_db()
    assert case.facts["stay"] == {"price": "400"}


def test_a_page_never_comes_in_its_own_way(visitor: Client, case: Case) -> None:
    form = stating(visitor, case, stay_price="400")

    visitor.post("/cases/C-1/facts", form)
    again = visitor.post("/cases/C-1/facts", {**form, "fact:stay.price": "410"})

    case.refresh_from_db()
    assert (again.status_code, case.facts["stay"]) == (302, {"price": "410"})


@pytest.mark.parametrize("seen", ["", "{", "[]", "7"])
def test_a_form_that_has_seen_nothing_readable_states_what_it_states(visitor: Client, case: Case, seen: str) -> None:
    visitor.post("/cases/C-1/facts", {"fact:stay.price": "400", "seen": seen})

    case.refresh_from_db()
    assert case.facts["stay"] == {"price": "400"}


@pytest.mark.parametrize(
    "code", ["room", "owed", "within", "unknown", "beyond", "act_first", "one_hop", "bend", "envelope", "protected"]
)
def test_beside_a_word_of_the_trade_stands_one_line_of_help(visitor: Client, agent: Actor, code: str) -> None:
    case = make_case(agent, reference="W-1", facts={"stay": {"price": "390", "nights": 1}})
    if code != "unknown":  # with nothing left, what is unknown is beyond as well
        make_gesture(agent, case, "credit", "500")

    page = visitor.get("/cases/W-1").content.decode()

    help_line = terms()[code]
    assert page.count(f'id="term-{code}"') == 1
    assert f'<summary aria-label="What “{help_line.word}” means">?</summary><p>{help_line.line}</p>' in page


def test_beside_a_red_line_it_says_what_that_is(visitor: Client, agent: Actor) -> None:
    make_charter(CHARTER.replace("{case.danger: yes}", "{stay.nights: {{at_least: 9}}}"), version=2)
    make_case(agent, reference="W-2", facts={"stay": {"nights": 9}})

    assert terms()["red_line"].line in text_of(visitor.get("/cases/W-2").content)
