"""At the counter: the cashier, the packer and the seller give without a case, in one tap where there is a queue."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from geste.apps.gestures.models import Gesture, Reversal
from geste.apps.hops.models import Bend
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from tests.environment.told import told
from tests.environment.watch import Watch
from tests.make import entries_of_gestures, make_case, make_trade, make_user
from tests.stories.person import NARROW, WIDE, WORDS, Person
from tests.stories.test_everybody_can_use_it import problems_of

if TYPE_CHECKING:
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
# What a queue bears: from the tap to the line that says it is done (S0.22).
LONGEST_WAIT_MS = 3_000
SMALLEST_BUTTON = 64
# What bending a rule may take, from its case to the line that says it (S0.20). A tap takes a person about two seconds.
LONGEST_BEND_S, MOST_TAPS_FOR_A_BEND = 15, 3
CLOCK_OF_TAPS = """() => {
    window.taps = 0;
    document.addEventListener("pointerdown", () => { window.taps += 1; }, true);
}"""
# Counts taps, and how long the page takes from the last of them to the line that confirms it.
CLOCK = """() => {
    window.taps = 0;
    document.addEventListener("pointerdown", () => { window.taps += 1; window.tapped = performance.now(); }, true);
    const seen = () => {
        if (document.querySelector("#said .done")) window.waited ??= performance.now() - window.tapped;
    };
    new MutationObserver(seen).observe(document.getElementById("said"), { childList: true, subtree: true });
}"""
BUTTONS = """() => [...document.querySelectorAll("#counter .give, #counter .key, #said button")]
    .map((it) => it.getBoundingClientRect().height)"""


@dataclass(frozen=True, slots=True)
class Said:
    """What the counter says in one language."""

    rounded: str
    ready: str
    undo: str
    taken_back: str
    price: str
    card: str
    brioche: str
    margin: str
    thin: str
    bent: str
    discount: str
    see: str
    not_arrived: str
    missing: str
    served: str


SAID = {
    "en": Said(
        rounded="Rounded down by €0.04. Thank them.",
        ready="Two euros will do.",
        undo="Undo",
        taken_back="Taken back: Forget the last cents. It counts for nothing.",
        price="2.04 → 2.00",
        card="Given: A handwritten card and a spare bulb, €6.00. Thank them.",
        brioche="Given: Brioche, €6.00. Thank them.",
        margin="Margin left: 36.9%",
        thin="Margin left: 21.7%",
        bent="A thinner margin",
        discount="Given: To conclude a sale: up to 8%, €16.96. Thank them.",
        see="See the verdict",
        not_arrived="That did not arrive. What you filled in is still here",
        missing="What is the basket worth?",
        served="Rule bent: Serve after closing, 19:45. For this once.",
    ),
    "fr": Said(
        rounded="0,04 € de moins. Dites merci.",
        ready="Deux euros tout rond.",
        undo="Annuler",
        taken_back="Annulé : Oublier les derniers centimes. Rien n’est compté.",
        price="2,04 → 2,00",
        card="Accordé : Une carte écrite à la main et une ampoule, 6,00 €. Dites merci.",
        brioche="Accordé : Brioche, 6,00 €. Dites merci.",
        margin="Marge restante : 36,9 %",
        thin="Marge restante : 21,7 %",
        bent="Une marge plus mince",
        discount="Accordé : Pour conclure : jusqu’à 8 %, 16,96 €. Dites merci.",
        see="Voir le verdict",
        not_arrived="Cela n’est pas arrivé. Votre saisie est toujours là",
        missing="Combien vaut le panier ?",
        served="Entorse à la règle : Servir après la fermeture, 19:45.",
    ),
}


@pytest.fixture
def said(language: str) -> Said:
    return SAID[language]


@pytest.fixture
def marco(
    page: Page,
    live_server: "LiveServer",
    settings: "Settings",
    language: str,
    link_for: Callable[[User], str],
) -> Person:
    """Return the cashier of a bakery, whose charter is the ready one of the trade."""
    settings.GESTE = replace(settings.GESTE, demo=True)
    make_trade("bakery")
    make_user("grace", role="owner", is_steward=True)
    return Person(page, WORDS[language], live_server.url, link_for(make_user("marco", role="counter")))


@pytest.fixture
def lamps(live_server: "LiveServer", settings: "Settings") -> None:
    """Open the lamp shop."""
    from geste.demo.shop import SHOP

    settings.GESTE = replace(settings.GESTE, demo=True)
    told(SHOP)


@pytest.fixture
def at_the_lamps(
    page: Page, lamps: None, live_server: "LiveServer", language: str, link_for: Callable[[User], str]
) -> Callable[[str], Person]:
    """Return how somebody of the lamp shop comes to the counter."""

    def come(username: str) -> Person:
        person = Person(page, WORDS[language], live_server.url, link_for(User.objects.get(username=username)))
        comes_to_the_counter(person)
        return person

    return come


def comes_to_the_counter(person: Person, address: str = "/counter") -> None:
    person.page.goto(person.link)
    person.goes_to(address)


@pytest.mark.item("S0.22")
def test_two_euros_four_become_two_in_one_tap(marco: Person, said: Said) -> None:
    comes_to_the_counter(marco)
    heights = marco.page.evaluate(BUTTONS)
    marco.page.evaluate(CLOCK)

    marco.page.locator("button.key", has_text="4").click()

    marco.reads(said.rounded, said.ready)
    taps, waited = marco.page.evaluate("[window.taps, window.waited]")
    assert taps == 1
    assert waited < LONGEST_WAIT_MS, f"{waited:.0f} ms"
    assert min(heights) >= SMALLEST_BUTTON
    assert marco.page.url == f"{marco.home}/counter"
    given = Gesture.objects.get()
    assert (given.what, given.amount, given.case, given.given_by.username) == ("round_down", 4, None, "marco")


@on_two_screens
def test_where_the_till_tells_the_price_one_large_button_says_both(marco: Person, said: Said) -> None:
    comes_to_the_counter(marco, "/counter?sale.total=2.04")

    marco.page.get_by_role("button", name=said.price).click()

    marco.reads(said.rounded)
    assert Gesture.objects.get().decision.request["facts"]["sale"] == {"total": "2.04"}


@on_two_screens
@pytest.mark.item("S0.24")
def test_a_brioche_goes_with_a_large_order_and_next_time_it_is_picked(marco: Person, said: Said) -> None:
    comes_to_the_counter(marco)
    tile = marco.page.locator("#option-add_on")
    for name, typed in (
        ("fact:sale.total", "120"),
        ("item", "Brioche"),
        ("amount", "6"),
        ("fact:sale.item_cost", "2.35"),
    ):
        tile.locator(f"[name='{name}']").fill(typed)
    tile.locator(".give").click()
    marco.reads(said.brioche)

    tile.locator("[name=pick]").first.check()
    assert problems_of(marco.page) == []
    expect(tile.locator(".other-item")).to_be_hidden()
    tile.locator("[name='fact:sale.total']").fill("90")
    tile.locator(".give").click()

    expect(tile.locator("[name=pick]:checked")).to_have_value("")
    assert (
        list(Gesture.objects.values_list("item", "amount", "entry__debit", "entry__amount"))
        == [("Brioche", 600, "cost_price", 235)] * 2
    )


@on_two_screens
@pytest.mark.item("S0.20")
def test_the_cashier_bends_a_rule_in_fifteen_seconds(marco: Person, said: Said) -> None:
    make_case(actor_for(User.objects.get(username="marco")), reference="LATE")
    comes_to_the_counter(marco)
    began = monotonic()
    marco.goes_to("/cases/LATE")
    marco.page.evaluate(CLOCK_OF_TAPS)

    marco.page.locator("#option-closing_hour-bend-opens").click()
    marco.page.locator("#option-closing_hour-how-far").fill("19:45")
    taps = marco.page.evaluate("window.taps")
    marco.gives("closing_hour")

    marco.reads(said.served)
    assert monotonic() - began < LONGEST_BEND_S
    assert taps + 1 <= MOST_TAPS_FOR_A_BEND
    bend = Bend.objects.get()
    assert (bend.rule, bend.how_far, bend.gesture.given_by.username) == ("closing_hour", "19:45", "marco")


@on_two_screens
def test_a_slip_is_undone(marco: Person, said: Said) -> None:
    comes_to_the_counter(marco)
    marco.page.locator("button.key", has_text="4").click()

    marco.page.get_by_role("button", name=said.undo).click()

    marco.reads(said.taken_back)
    assert Reversal.objects.get().gesture == Gesture.objects.get()
    there, back = entries_of_gestures().order_by("pk")
    assert (there.debit, there.amount) == (back.credit, back.amount) == ("gestures", 4)


@on_two_screens
def test_when_the_house_cannot_be_reached_the_tap_says_so_and_keeps_everything(
    marco: Person, said: Said, watch: Watch
) -> None:
    comes_to_the_counter(marco)
    marco.page.locator("#option-treat-amount").fill("3")
    marco.page.wait_for_load_state()
    marco.page.context.set_offline(True)

    marco.page.locator("#option-treat .give").click()

    marco.reads(said.not_arrived)
    expect(marco.page.locator("#option-treat-amount")).to_have_value("3")
    watch.seen.clear()
    marco.page.context.set_offline(False)
    marco.page.locator("#option-treat .give").click()
    expect(marco.page.locator("#said .done")).to_be_visible()
    assert Gesture.objects.get().amount == 300


@on_two_screens
@pytest.mark.without_scripts
def test_without_scripts_one_tap_gives_as_well(marco: Person, said: Said) -> None:
    comes_to_the_counter(marco)

    marco.page.locator("button.key", has_text="4").click()
    marco.reads(said.rounded, said.ready)
    marco.page.get_by_role("button", name=said.undo).click()

    marco.reads(said.taken_back)


@pytest.mark.item("S0.18")
def test_the_packer_slips_in_a_card_and_a_bulb(at_the_lamps: Callable[[str], Person], said: Said) -> None:
    yanis = at_the_lamps("yanis")

    yanis.page.locator("#option-card_and_bulb .give").click()

    yanis.reads(said.card)
    given = Gesture.objects.latest("pk")
    assert (given.what, given.amount, given.case) == ("card_and_bulb", 600, None)


@pytest.mark.item("S0.23")
def test_the_seller_closes_at_eight_percent_and_sees_the_margin(
    at_the_lamps: Callable[[str], Person], said: Said
) -> None:
    theo = at_the_lamps("theo")
    fills_in(theo, basket="212", cost="122.96", amount="16.96")

    expect(theo.page.locator("#option-closing_discount .margin")).to_have_text(said.margin, use_inner_text=True)
    theo.page.locator("#option-closing_discount .give").click()

    theo.reads(said.discount)
    decision = Gesture.objects.latest("pk").decision
    assert (decision.amount, decision.authority, decision.case) == (1_696, "within", None)
    assert [code for code, _ in decision.reasons] == ["gesture.covered"]


@on_two_screens
@pytest.mark.item("S0.23")
def test_a_thinner_margin_bends_and_never_blocks(at_the_lamps: Callable[[str], Person], said: Said) -> None:
    theo = at_the_lamps("theo")
    fills_in(theo, basket="212", cost="152.64", amount="16.96")

    expect(theo.page.locator("#option-closing_discount .margin")).to_have_text(said.thin, use_inner_text=True)
    expect(theo.page.locator("#option-closing_discount .bent")).to_contain_text(said.bent)
    theo.page.locator("#option-closing_discount .give").click()

    theo.reads(said.discount)
    assert "rule.bent" in [code for code, _ in Gesture.objects.latest("pk").decision.reasons]


@on_two_screens
@pytest.mark.without_scripts
def test_without_scripts_the_verdict_is_one_button_away(at_the_lamps: Callable[[str], Person], said: Said) -> None:
    theo = at_the_lamps("theo")
    fills_in(theo, basket="212", cost="122.96", amount="16.96")

    theo.page.locator("#option-closing_discount").get_by_role("button", name=said.see).click()

    theo.reads(said.margin)
    theo.page.locator("#option-closing_discount .give").click()
    theo.reads(said.discount)


@pytest.mark.parametrize(("language", "width", "is_dark"), [("en", WIDE, True), ("fr", NARROW, False)])
def test_everybody_can_use_the_counter(marco: Person, link_for: Callable[[User], str], *, is_dark: bool) -> None:
    marco.page.emulate_media(color_scheme="dark" if is_dark else "light")
    comes_to_the_counter(marco, "/counter?sale.total=2.04")
    marco.page.locator("#option-round_down .give").click()
    expect(marco.page.locator("#said .done")).to_be_visible()
    marco.page.eval_on_selector_all("details", "them => them.forEach((it) => (it.open = true))")
    found = {"after a tap": problems_of(marco.page)}
    marco.goes_to("/counter")
    found["keys"] = problems_of(marco.page)
    marco.page.context.clear_cookies()
    comes_to_the_counter(replace(marco, link=link_for(User.objects.get(username="grace"))))
    found["the count"] = problems_of(marco.page)

    assert {name: problems for name, problems in found.items() if problems} == {}


def fills_in(person: Person, *, basket: str, cost: str, amount: str) -> None:
    """Fill in a sale as it is typed."""
    tile = person.page.locator("#option-closing_discount")
    tile.locator("[name='fact:order.basket']").fill(basket)
    tile.locator("[name='fact:order.cost']").fill(cost)
    tile.locator("[name=amount]").fill(amount)
