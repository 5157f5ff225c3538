"""The counter over HTTP: what is shown to whom, what is refused in which words, and the table for the books."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from geste.apps.charters.presets import preset_text
from geste.apps.gestures.models import DecisionRecord, Gesture, Reversal
from geste.apps.people.selectors import actor_for
from geste.interfaces.web.kept import KEPT
from tests.make import (
    entries_of_gestures,
    make_actor,
    make_case,
    make_charter,
    make_gesture,
    make_small_gesture,
    make_trade,
    make_user,
    take_back,
)

pytestmark = pytest.mark.django_db
UNDO = "an-undo-of-a-test"
KEY = "one-tap-of-a-test"
LIVE = {"HX-Request": "true"}
BRIOCHE = {
    "gesture": "add_on",
    "item": "Brioche",
    "amount": "6.00",
    "fact:sale.total": "120",
    "fact:sale.item_cost": "2.35",
}
MAY = datetime(2026, 5, 14, 7, 30, tzinfo=UTC)


@pytest.fixture
def marco() -> Client:
    """Return the browser of a cashier in a bakery."""
    make_trade("bakery")
    return browser_of("marco", role="counter")


def browser_of(name: str, *, role: str, is_steward: bool = False) -> Client:
    client = Client()
    client.force_login(make_user(name, role=role, is_steward=is_steward))
    return client


def braced(text: str) -> str:
    """Return a charter's text so that nothing in it is filled in."""
    return text.replace("{", "{{").replace("}", "}}")


def text_of(answer: Any) -> str:
    """Return what a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_nine_keys_for_a_step_of_ten_cents(marco: Client) -> None:
    page = marco.get("/counter").content.decode()

    assert re.findall(r'name="amount" value="([\d.]+)"><span>(\d)</span>', page) == [
        (f"0.0{digit}", str(digit)) for digit in range(1, 10)
    ]


def test_the_price_in_the_address_is_one_button(marco: Client) -> None:
    page = marco.get("/counter?sale.total=2.04&utm_source=till").content.decode()

    assert "<span>2.04 → 2.00</span>" in page
    assert 'class="button key"' not in page


def test_a_whole_price_leaves_nothing_to_round(marco: Client) -> None:
    assert "There is nothing to round off." in text_of(marco.get("/counter?sale.total=2.00"))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/counter?sale.total=cheap", "The basket: “cheap” is no amount in EUR. Write it like 12.50."),
        ("/counter?fact:weather=fine", "“weather” is not a fact of this charter."),
    ],
)
def test_an_address_that_cannot_be_read_says_so_and_the_counter_works(
    marco: Client, address: str, sentence: str
) -> None:
    answer = marco.get(address)

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert 'class="button key"' in answer.content.decode()


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"gesture": "round_down", "amount": "cheap"}, "“cheap” is no amount in EUR. Write it like 12.50."),
        ({"gesture": "refund", "amount": "5"}, "Something went wrong here, so it needs a case: open one first."),
        ({"gesture": "treat", "amount": "3", "key": "short"}, "This form is incomplete. Load the page again."),
        (
            {"gesture": "add_on", "amount": "6", "item": "Brioche"},
            "Nothing was given. A little something with a large order: ",
        ),
        ({"gesture": "add_on", "amount": "6", "fact:sale.total": "120"}, "Pick the item, or write what it is called."),
        (
            {"gesture": "add_on", "amount": "6", "fact:sale.total": "120", "item": "Brioche"},
            "Say what the item costs us: that is what is booked.",
        ),
        ({"gesture": "treat", "amount": "9"}, "Nothing was given. A treat for no reason: "),
    ],
)
def test_what_is_refused_is_said_and_what_was_typed_stays(marco: Client, form: dict[str, str], sentence: str) -> None:
    answer = marco.post("/counter/give", {"key": KEY, **form})

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert Gesture.objects.count() == 0


@pytest.mark.item("S0.22")
def test_a_key_of_the_last_digits_states_nothing_about_the_price(marco: Client) -> None:
    marco.post("/counter/give", {"key": KEY, "gesture": "round_down", "amount": "0.04"})

    asked = DecisionRecord.objects.get().request
    assert asked["proposal"] == {"gesture": "round_down", "amount": "0.04"}
    assert asked["facts"].keys() == {"now"}
    receipt = text_of(marco.get(f"/receipts/{Gesture.objects.get().pk}"))
    assert "Forget the last cents €0.04" in receipt
    assert "The basket" not in receipt


@pytest.mark.item("S0.22")
def test_a_price_that_is_known_is_stated_as_it_is(marco: Client) -> None:
    form = {"key": KEY, "gesture": "round_down", "amount": "0.04", "fact:sale.total": "2.04"}
    marco.post("/counter/give", form)

    assert DecisionRecord.objects.get().request["facts"]["sale"] == {"total": "2.04"}
    assert "The basket €2.04" in text_of(marco.get(f"/receipts/{Gesture.objects.get().pk}"))


def test_where_the_charter_rounds_a_price_the_price_is_asked_for(db: None) -> None:
    make_charter(braced(preset_text("bakery").replace("{at_most: 0.09}", "{round_down: sale.total, to: 0.10}")))
    marco = browser_of("marco", role="counter")
    page = marco.get("/counter").content.decode()
    form = {"gesture": "round_down", "fact:sale.total": "2,04"}

    verdict = marco.post("/counter/verdict", form, headers=LIVE).content.decode()

    assert 'class="button key"' not in page
    assert 'id="option-round_down-fact-sale-total"' in page
    assert "How much is the basket?" in page
    assert "<span>2.04 → 2.00</span>" in verdict
    assert 'name="amount" value="0.04"' in verdict


def test_a_double_tap_gives_once(marco: Client) -> None:
    form = {"key": KEY, "gesture": "round_down", "amount": "0.04"}

    addresses = [marco.post("/counter/give", form).headers["Location"] for _ in range(2)]

    assert addresses == [f"/counter?given={Gesture.objects.get().pk}"] * 2


def test_beyond_the_charter_one_acts_first_and_says_why_above_the_trust_line(marco: Client) -> None:
    form = {"key": KEY, "gesture": "treat", "amount": "12", "route": "act_first"}
    refused = marco.post("/counter/give", form)
    marco.post("/counter/give", {**form, "note": "She had waited an hour."})

    assert "Above the trust line, acting first needs one line: why is it right?" in text_of(refused)
    assert (Gesture.objects.get().settling, Gesture.objects.get().note) == ("to_settle", "She had waited an hour.")


def test_the_verdict_is_asked_live(marco: Client) -> None:
    sale = {"fact:sale.total": "212", "fact:sale.cost": "122.96", "gesture": "closing_discount", "amount": "16.96"}

    answer = marco.post("/counter/verdict", sale, headers=LIVE)

    assert answer.status_code == 200
    assert text_of(answer).startswith("Margin left: 36.9%")
    assert answer.content.decode().lstrip().startswith('<div class="verdict" id="option-closing_discount-verdict"')
    assert DecisionRecord.objects.count() == 0


def test_undo_says_when_it_is_too_late(marco: Client) -> None:
    given = make_small_gesture(make_actor("marco", role="counter"), "treat", "1", now=MAY)

    for address in ("/counter/take-back", f"/receipts/{given.pk}/take-back"):
        answer = marco.post(address, {"given": given.pk, "key": UNDO}, follow=True)
        assert "It is too late to take this back: it was given more than 30 seconds ago." in text_of(answer)
    assert not Gesture.objects.exclude(reversal=None).exists()


@pytest.mark.parametrize("number", ["", "0", "x", "-1", "²", "9" * 40])
def test_undo_of_nothing_finds_nothing(marco: Client, number: str) -> None:
    assert marco.post("/counter/take-back", {"given": number, "key": UNDO}).status_code == 404


def test_the_receipt_undoes_as_well_and_then_says_so(marco: Client) -> None:
    marco.post("/counter/give", {"key": KEY, "gesture": "round_down", "amount": "0.04"})
    address = f"/receipts/{Gesture.objects.get().pk}"
    before = text_of(marco.get(address))

    form = marco.get(address).content.decode().partition(f'action="{address}/take-back"')[2]
    key = re.findall(r'name="key" value="([0-9a-f]{32})"', form)[0]
    after = text_of(marco.post(f"{address}/take-back", {"key": key}, follow=True))
    again = text_of(marco.post(f"{address}/take-back", {"key": key}, follow=True))

    assert "For 30 seconds, while nothing has left the house." in before
    assert "Taken back: " in after
    assert "For 30 seconds" not in after
    assert again == after
    assert Reversal.objects.count() == 1


def test_undo_without_its_key_undoes_nothing(marco: Client) -> None:
    marco.post("/counter/give", {"key": KEY, "gesture": "round_down", "amount": "0.04"})
    number = Gesture.objects.get().pk

    for address in ("/counter/take-back", f"/receipts/{number}/take-back"):
        said = text_of(marco.post(address, {"given": number}, follow=True))
        assert "This form is incomplete. Load the page again." in said
    assert Reversal.objects.count() == 0


def test_nobody_else_undoes_it_or_is_told_of_it(marco: Client) -> None:
    marco.post("/counter/give", {"key": KEY, "gesture": "round_down", "amount": "0.04"})
    number = Gesture.objects.get().pk
    lea = browser_of("lea", role="counter")

    assert "Only the person who gave it takes it back." in text_of(
        lea.post("/counter/take-back", {"given": number, "key": UNDO})
    )
    assert "Rounded down" not in text_of(lea.get(f"/counter?given={number}"))


def test_the_menu_leads_there_only_whoever_finds_something_there(marco: Client) -> None:
    baker = browser_of("ines", role="somebody_new")

    assert 'href="/counter"' in marco.get("/").content.decode()
    assert 'href="/counter"' not in baker.get("/charter").content.decode()
    assert "The charter gives your role nothing that needs no case." in text_of(baker.get("/counter"))


@pytest.mark.item("S0.22")
def test_the_count_is_for_stewards_and_names_nobody(marco: Client) -> None:
    marco.post("/counter/give", {"key": KEY, "gesture": "round_down", "amount": "0.04"})
    lucie = browser_of("lucie", role="owner", is_steward=True)

    said = text_of(lucie.get("/counter?sales=200&days=300"))

    assert "In all €0.04" in said
    assert "Forget the last cents 1 €0.04 €0.04" in said
    assert "About €2,700.00 if every price were rounded down to the next €0.10." in said
    assert "Marco" not in said
    assert "Counted in" not in text_of(marco.get("/counter"))


@pytest.mark.item("S0.22")
def test_the_export_keeps_each_discount_in_sight_and_names_nobody(marco: Client) -> None:
    actor = make_actor("marco", role="counter")
    sale = {"sale": {"total": "212", "cost": "122.96"}}
    at = iter(MAY + timedelta(minutes=minute) for minute in range(60))
    rounded = make_small_gesture(actor, "round_down", "0.04", facts={"sale": {"total": "2.04"}}, now=next(at))
    tapped = make_small_gesture(actor, "round_down", "0.04", now=next(at))
    closed = make_small_gesture(actor, "closing_discount", "16.96", facts=sale, now=next(at))
    sale["sale"]["item_cost"] = "2.35"
    added = make_small_gesture(actor, "add_on", "6", facts=sale, item="=Brioche", now=next(at))
    slip = make_small_gesture(actor, "treat", "1", now=next(at))
    take_back(actor, slip, now=slip.written_at)
    make_gesture(actor, make_case(actor), "swap", "5", now=next(at))
    make_small_gesture(actor, "treat", "1", now=MAY + timedelta(days=40))

    answer = marco.get("/counter/export.csv?month=2026-05")

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="geste-2026-05.csv"'
    assert answer.content.decode() == (
        "moment,gesture,item,gross,given,net,currency,receipt\r\n"
        f"2026-05-14T17:30:00+10:00,round_down,,2.04,0.04,2.00,EUR,{rounded.pk}\r\n"
        f"2026-05-14T17:31:00+10:00,round_down,,,0.04,,EUR,{tapped.pk}\r\n"
        f"2026-05-14T17:32:00+10:00,closing_discount,,212.00,16.96,195.04,EUR,{closed.pk}\r\n"
        f"2026-05-14T17:33:00+10:00,add_on,'=Brioche,,6.00,,EUR,{added.pk}\r\n"
    )


@pytest.mark.parametrize("month", ["may", "2026-13", "2026", "0000-01", "2026-05-01"])
def test_what_is_no_month_is_said(marco: Client, month: str) -> None:
    answer = marco.get(f"/counter/export.csv?month={month}")

    assert answer.status_code == 400
    assert "Write the month like 2026-05." in text_of(answer)


@pytest.mark.parametrize("address", ["/counter", "/counter/export.csv"])
def test_strangers_are_shown_the_way_in(marco: Client, address: str) -> None:
    assert Client().get(address).headers["Location"] == f"/sign-in?next={address}"


def test_another_sites_month_is_not_in_the_export(marco: Client) -> None:
    make_small_gesture(make_actor("leo", role="counter", site="Airport"), "treat", "1", now=MAY)

    assert marco.get("/counter/export.csv?month=2026-05").content.decode().splitlines() == [
        "moment,gesture,item,gross,given,net,currency,receipt"
    ]


@pytest.mark.item("S0.24")
def test_an_item_is_named_and_reckoned_and_booked_at_what_it_costs_us(marco: Client) -> None:
    said = text_of(marco.post("/counter/give", {**BRIOCHE, "key": KEY}, follow=True))

    gesture, entry = Gesture.objects.get(), entries_of_gestures().get()
    assert "Given: Brioche, €6.00. Thank them." in said
    assert (gesture.item, gesture.amount) == ("Brioche", 600)
    assert (entry.debit, entry.credit, entry.amount) == ("cost_price", "goods", 235)
    receipt = text_of(marco.get(f"/receipts/{gesture.pk}"))
    assert "The item: Brioche" in receipt
    assert "What the item costs us €2.35" in receipt
    assert "Goods at cost price To Goods given Amount €2.35" in receipt


@pytest.mark.item("S0.24")
def test_an_item_of_thirteen_on_a_basket_of_120_is_beyond(marco: Client) -> None:
    answer = marco.post("/counter/give", {**BRIOCHE, "key": KEY, "amount": "13.00"})

    assert "Nothing was given. A little something with a large order: " in text_of(answer)
    assert (Gesture.objects.count(), entries_of_gestures().count()) == (0, 0)


@pytest.mark.item("S0.24")
def test_an_item_given_before_is_picked_with_one_tap(marco: Client) -> None:
    marco.post("/counter/give", {**BRIOCHE, "key": KEY})
    number = str(Gesture.objects.get().pk)
    picked = {"gesture": "add_on", "fact:sale.total": "90", "pick": number, "item": "", "amount": ""}
    page = marco.get("/counter")

    verdict = text_of(marco.post("/counter/verdict", picked, headers=LIVE))
    marco.post("/counter/give", {**picked, "key": "another-tap-of-a-test"})

    assert "Brioche worth €6.00, costs us €2.35" in text_of(page)
    assert f'type="radio" name="pick" value="{number}"' in page.content.decode()
    assert "Give €6.00" in verdict
    assert "Really costs us €2.35." in verdict
    given = Gesture.objects.latest("pk")
    assert (given.item, given.amount, given.entry.amount if given.entry else 0) == ("Brioche", 600, 235)
    assert given.decision.request["facts"]["sale"] == {"total": "90", "item_cost": "2.35"}


def test_an_item_is_not_offered_before_it_is_known(marco: Client) -> None:
    sale = {"gesture": "add_on", "fact:sale.total": "120"}

    verdict = text_of(marco.post("/counter/verdict", sale, headers=LIVE))

    assert "Pick an item, or write what it is called, what it is worth and what it costs us." in verdict
    assert "Give €" not in verdict


def test_what_an_item_costs_is_no_fact_of_other_gestures(marco: Client) -> None:
    page = marco.post("/counter/give", {**BRIOCHE, "key": KEY, "amount": "13.00"}).content.decode()

    assert 'type="hidden" name="fact:sale.total" value="120"' in page
    assert 'type="hidden" name="fact:sale.item_cost"' not in page


def test_what_was_filled_in_waits_for_who_was_signed_out(db: None) -> None:
    make_trade("bakery")
    user = make_user("marco", role="counter")
    marco = Client()
    sent = marco.post("/counter/give", {**BRIOCHE, "key": KEY})
    assert "What you filled in" in text_of(marco.get(sent.headers["Location"]))
    waiting = marco.session[KEPT]
    marco.force_login(user)
    session = marco.session
    session[KEPT] = waiting
    session.save()

    page = marco.get("/counter")
    again = text_of(marco.get("/counter"))

    sentence = "The page was out of date, so nothing was written. All is as you filled it in: please send it again."
    assert page.status_code == 200
    assert sentence in text_of(page)
    for value in ("Brioche", "6.00", "2.35", "120"):
        assert f'value="{value}"' in page.content.decode()
    assert "Give €6.00" in text_of(page)
    assert sentence not in again
    assert Gesture.objects.count() == 0


def test_taking_back_does_not_wait_for_who_was_signed_out(db: None) -> None:
    make_trade("bakery")
    marco = Client()
    marco.post("/counter/take-back", {"given": "1"})

    assert KEPT not in marco.session


def test_who_was_signed_out_comes_back_to_the_counter(marco: Client) -> None:
    make_user("marco", role="counter")
    answer = Client().post("/counter/give", {"key": KEY}, headers=LIVE)

    assert answer.headers["HX-Redirect"] == "/sign-in?next=/counter"
    assert actor_for(make_user("marco", role="counter")).role == "counter"
