"""Person: somebody at the desk in a real browser, who reads the pages in their own language."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, Route, expect

LOCALES = {"en": "en-GB", "fr": "fr-FR"}
NARROW, WIDE, HEIGHT = 390, 1440, 900
MOST_TABS = 120
# One look, so that nothing changes between two: an answer may just have put a new control in the old one's place.
ONE_LOOK = """control => {
    const it = control.isConnected ? control : document.getElementById(control.id);
    if (it !== document.activeElement) return "elsewhere";
    const isOutlined = (part) => part && getComputedStyle(part).outlineStyle === "solid";
    return isOutlined(it) || isOutlined(it.nextElementSibling) ? "seen" : "unseen";
}"""


@contextmanager
def before_it_listens(page: Page, address: str) -> Iterator[None]:
    """Open a page whose scripts come only when the block ends: what is done within is done before it listens."""
    held: list[Route] = []
    page.route("**/htmx*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    with page.expect_request("**/htmx*.js"):
        page.goto(address, wait_until="commit")
    yield
    for route in held:
        route.continue_()


@contextmanager
def another_answer_between(page: Page, late: str, part: str) -> Iterator[Callable[[], None]]:
    """Hold back what a page loads late, until a part that has just been answered anew settles: between swap and end.

    What is yielded makes settling take long enough to be met; call it before what makes the part change.
    """
    held: list[Route] = []
    page.route(late, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    yield lambda: page.evaluate("htmx.config.defaultSettleDelay = 400")
    page.wait_for_selector(f"{part}.htmx-settling")
    assert held, f"nothing was loaded late from {late}"
    for route in held:
        route.continue_()


@dataclass(frozen=True, slots=True)
class Words:
    """What the hotel's pages say in one language. Amounts and dates are as its readers write them."""

    waiting: str
    room: str
    room_after: str
    credit: str
    up_to_one_night: str
    up_to_two_nights: str
    owed: str
    beyond: str
    too_much: str
    why: str
    act_first: str
    stamp: str
    moment: str
    night: str
    given_by: str
    acted_first: str
    given: str
    back: str
    satisfied: str
    seen_by_us: str
    nothing_here: str
    nobody: str
    unreadable: str
    not_arrived: str


WORDS = {
    "en": Words(
        waiting="10 people wait for you",
        room="A$500.00 left of your A$500.00 on this case",
        room_after="A$110.00 left of your A$500.00 on this case",
        credit="Night credit",
        up_to_one_night="Up to A$390.00.",
        up_to_two_nights="Up to A$500.00.",
        owed="Due by right: no gesture, and it counts against no cap.",
        beyond="Beyond the charter",
        too_much="A$700.00 is more than the A$390.00 this gesture may come to",
        why="One line: why is it right?",
        act_first="Act first, settle later Night credit",
        stamp="Decided in good faith under charter v3. You are protected.",
        moment="Thursday 14 May 2026, 01:07",
        night="A$390.00",
        given_by="Given by Tomás Rivera, Night auditor, to Mr Lee, room 507.",
        acted_first="You acted first. It is honoured to the customer whatever is said afterwards",
        given="Given on this case",
        back="Back to the case",
        satisfied="Satisfied",
        seen_by_us="Satisfied seen by us ·",
        nothing_here="There is nothing here",
        nobody="Nobody is waiting. Well done.",
        unreadable="Price of one night: “cheap” is no amount in AUD. Write it like 12.50.",
        not_arrived="That did not arrive. What you filled in is still here",
    ),
    "fr": Words(
        waiting="10 personnes vous attendent",
        room="500,00 $AU restants sur vos 500,00 $AU pour ce dossier",
        room_after="110,00 $AU restants sur vos 500,00 $AU pour ce dossier",
        credit="Nuit offerte",
        up_to_one_night="Jusqu’à 390,00 $AU.",
        up_to_two_nights="Jusqu’à 500,00 $AU.",
        owed="Dû de plein droit : ce n’est pas un geste, et aucun plafond n’est entamé.",
        beyond="Au-delà de la charte",
        too_much="700,00 $AU dépasse le plafond de ce geste, 390,00 $AU",
        why="Une ligne : pourquoi est-ce juste ?",
        act_first="Agir d’abord, régulariser ensuite Nuit offerte",
        stamp="Décision prise de bonne foi dans le cadre de la charte v3. La charte vous protège.",
        moment="jeudi 14 mai 2026 à 1 h 07",
        night="390,00 $AU",
        given_by="Pour Mr Lee, room 507, accordé par Tomás Rivera, Veilleur de nuit.",
        acted_first="Vous avez agi d’abord.",
        given="Accordé sur ce dossier",
        back="Retour au dossier",
        satisfied="Satisfait",
        seen_by_us="Satisfait constaté par nous ·",
        nothing_here="Il n’y a rien ici",
        nobody="Personne n’attend. Beau travail.",
        unreadable="Prix d’une nuit : « cheap » n’est pas un montant en AUD.",
        not_arrived="Cela n’est pas arrivé. Votre saisie est toujours là",
    ),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a browser in front of them, and the link they were given to come in."""

    page: Page
    words: Words
    home: str
    link: str

    def comes_in(self) -> None:
        """Open the link and, without choosing another part, go to the list of cases."""
        self.page.goto(self.link)
        expect(self.page).to_have_url(f"{self.home}/demo")
        self.goes_to("/")

    def opens(self, customer: str) -> None:
        """Open the oldest case of a customer."""
        self.page.get_by_role("link", name=customer).last.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(customer)

    def goes_to(self, address: str) -> None:
        """Open an address of the house."""
        self.page.goto(f"{self.home}{address}")

    def card(self, gesture: str) -> Locator:
        """Return the card of a gesture, by its id in the charter."""
        return self.page.locator(f"#option-{gesture}")

    def states(self, fact: str, text: str) -> None:
        """Fill in a fact and go on to the next field."""
        field = self.page.locator(f"#fact-{fact.replace('.', '-')}")
        field.fill(text)
        field.blur()

    def asks_for(self, gesture: str, amount: str) -> None:
        """Fill in an amount on a card and go on to the next field."""
        field = self.card(gesture).locator("input[name=amount]")
        field.fill(amount)
        field.blur()

    def gives(self, gesture: str) -> None:
        """Give with one tap."""
        self.page.locator(f"#option-{gesture}-give").click()

    def reads(self, *said: str) -> None:
        """See each of these on the page."""
        for words in said:
            expect(self.page.locator("main")).to_contain_text(words, use_inner_text=True)

    def tabs_to(self, target: Locator) -> None:
        """Go to a control with the keyboard alone, and see where one is when one is there."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            look = target.evaluate(ONE_LOOK)
            if look != "elsewhere":
                assert look == "seen", "nobody could see where the keyboard is"
                return
        raise AssertionError(f"{MOST_TABS} times Tab, and never at {target}")


def fits(page: Page) -> bool:
    """Return whether nothing of a page stands beyond its right edge, once its styles and its letters are there."""
    page.wait_for_load_state()
    page.evaluate("() => document.fonts.ready.then(() => true)")
    width, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return bool(width <= room)
