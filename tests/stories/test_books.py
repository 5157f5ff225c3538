"""Finance keeps the books: an envelope raised and lowered again, an entry traced to its decision, a month closed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from geste.apps.ledger.models import ClosedPeriod, EnvelopePeriod
from geste.apps.people.models import User
from tests.make import make_actor, make_case, make_charter, make_gesture, propose
from tests.stories.person import fits

if TYPE_CHECKING:
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from tests.environment.watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_CLICKS = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What the books say in one language."""

    books: str
    change: str
    lower: str
    by: str
    why: str
    write: str
    lowered: str
    opposite: str
    raised: str
    too_much: str
    owed: str
    receipt: str
    clause: str
    no_cash: str
    close: str
    for_good: str
    same: str
    close_page: str


SAID = {
    "en": Said(
        books="Books",
        change="Raise, lower, look back",
        lower="Lower",
        by="By how much",
        why="Why",
        write="Write it into the books",
        lowered="The month is lowered by A$200.00.",
        opposite="Do the opposite",
        raised="The month is raised by A$200.00.",
        too_much="It cannot be lowered by more than is left: A$1,000.00.",
        owed="The night back",
        receipt="Decision and receipt",
        clause="Due by right",
        no_cash="No cash: fees waived and prices lowered. Never added to what it cost.",
        close="Close and export",
        for_good="Close it for good",
        same="the entries are the very ones it was closed with",
        close_page="Close a month",
    ),
    "fr": Said(
        books="Comptes",
        change="Augmenter, diminuer, revoir",
        lower="Diminuer",
        by="De combien",
        why="Pourquoi",
        write="L’inscrire dans les comptes",
        lowered="Enveloppe diminuée de 200,00 $AU : Le mois.",
        opposite="Faire l’inverse",
        raised="Enveloppe augmentée de 200,00 $AU : Le mois.",
        too_much="On ne peut pas retirer plus que ce qui reste : 1 000,00 $AU.",
        owed="La nuit rendue",
        receipt="Décision et reçu",
        clause="Dû de plein droit",
        no_cash="Aucun décaissement : frais offerts et prix réduits. Jamais ajouté à ce que cela a coûté.",
        close="Clore et exporter",
        for_good="Clore définitivement",
        same="les écritures sont exactement celles de la clôture",
        close_page="Clore un mois",
    ),
}


@dataclass(frozen=True, slots=True)
class Office:
    """The browser of whoever answers for the money, and what its pages say."""

    page: Page
    said: Said
    home: str

    def goes_to(self, address: str) -> None:
        """Open an address of the books."""
        self.page.goto(f"{self.home}/books{address}")

    def follows(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name).first.click()

    def reads(self, *said: str) -> None:
        """See each of these on the page, whatever the spaces between words."""
        for words in said:
            expect(self.page.locator("main")).to_contain_text(words, use_inner_text=True)

    def changes_by(self, amount: str, why: str) -> None:
        """Fill in the form that changes an envelope, the way that is marked, and send it."""
        self.page.get_by_label(self.said.by).fill(amount)
        self.page.get_by_label(self.said.why, exact=True).fill(why)
        self.page.get_by_role("button", name=self.said.write).click()


@pytest.fixture
def office(
    page: Page, live_server: "LiveServer", settings: "Settings", language: str, link_for: Callable[[User], str]
) -> Office:
    """Return the browser of a steward, in a house where a night was owed, a credit given and another acted first."""
    settings.GESTE = replace(settings.GESTE, demo=True)
    make_charter()
    tomas = make_actor()
    case = make_case(tomas, facts={"stay": {"price": "390", "nights": 1}})
    make_gesture(tomas, case, "refund")
    make_gesture(tomas, make_case(tomas), "credit", "100")
    assert propose(tomas, make_case(tomas), "credit", "600", act_first=True, note="It was right.").gesture
    grace = User.objects.get(username="grace")
    page.goto(link_for(grace))
    page.goto(live_server.url)
    return Office(page, SAID[language], live_server.url)


def lower_and_undo(office: Office) -> None:
    """Lower an envelope by too much, by less, and take that back by the opposite."""
    said, page = office.said, office.page
    office.follows(said.books)
    office.follows(said.change)
    page.get_by_role("radio", name=said.lower).check()
    office.changes_by("5000", "A quiet month")
    office.reads(said.too_much)
    expect(page.get_by_label(said.by)).to_have_value("5000")

    office.changes_by("200", "A quiet month")
    office.reads(said.lowered, "A quiet month", "Grace")
    office.follows(said.opposite)
    page.get_by_role("button", name=said.write).click()

    office.reads(said.raised)
    assert fits(page)
    assert sorted(EnvelopePeriod.objects.filter(is_in_force=True).values_list("cap", flat=True)) == [100_000]


def test_an_envelope_is_lowered_with_a_reason_and_undone_by_the_opposite(office: Office, watch: "Watch") -> None:
    watch.expect_status(422)
    lower_and_undo(office)


@pytest.mark.without_scripts
def test_without_scripts_it_goes_the_same_way(office: Office, watch: "Watch") -> None:
    watch.expect_status(422)
    lower_and_undo(office)


def test_from_any_entry_to_its_decision_it_takes_at_most_three_clicks(office: Office) -> None:
    said, clicks = office.said, 0
    office.goes_to("/entries?month=2026-05")

    for target in (said.owed, said.receipt):
        office.follows(target)
        clicks += 1

    office.reads(said.owed, "v1")
    assert "/gestures/" in office.page.url or "/receipt" in office.page.url
    assert clicks <= MOST_CLICKS


def test_the_month_keeps_what_was_let_go_apart_and_prints_without_its_frame(office: Office) -> None:
    office.goes_to("/month?month=2026-05")

    office.reads(office.said.no_cash)
    assert fits(office.page)
    office.page.emulate_media(media="print")
    expect(office.page.locator(".top")).to_be_hidden()
    expect(office.page.locator(".filters-form")).to_be_hidden()
    expect(office.page.get_by_role("table").first).to_be_visible()


def test_a_month_is_closed_with_the_keyboard_and_shows_its_evidence(office: Office) -> None:
    office.goes_to("/close")
    office.page.locator("#closing").select_option("2026-05")

    office.page.get_by_role("button", name=office.said.for_good).focus()
    office.page.keyboard.press("Enter")

    office.reads(office.said.same)
    office.reads(ClosedPeriod.objects.get(name="2026-05").digest)
    assert fits(office.page)
    office.follows(office.said.close)
    office.reads(office.said.close_page)
