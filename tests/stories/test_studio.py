"""The next version of a charter: written, refused, mended, signed by a second person and known before it begins."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from geste.apps.charters.models import CharterText, Draft
from geste.apps.charters.notice import NOTICE
from geste.apps.people.models import User
from geste.interfaces.web.visitor import now
from geste.phrases.measures import say_day
from tests.environment.watch import Watch
from tests.make import make_charter, make_user
from tests.stories.person import NARROW, WIDE, WORDS, Person, before_it_listens, fits

if TYPE_CHECKING:
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
REASON = "The month ran dry on the tenth."
CAP, LESS = "case_cap: 500", "case_cap: 400"


@dataclass(frozen=True, slots=True)
class Said:
    """What the studio says in one language."""

    studio: str
    write: str
    begin: str
    taken: str
    no_notice: str
    no_reason: str
    begin_on: str
    put_forward: str
    waiting: str
    read_and_sign: str
    sign: str
    published: str
    known: str
    unreadable: str
    two: str
    save: str


SAID = {
    "en": Said(
        studio="Studio",
        write="Write the next version",
        begin="Begin",
        taken="Taken from Reception: what may be given per case in all goes from A$500 to A$400.",
        no_notice="It takes something back, so it needs 14 days’ notice: nobody’s room to act shrinks overnight.",
        no_reason="It takes something back. Write down why: everybody it concerns will read it.",
        begin_on="Begin on {day}",
        put_forward="Put forward to sign",
        waiting="You put it forward, so somebody else signs it: Ben.",
        read_and_sign="Read and sign",
        sign="Sign and publish",
        published="Version 2 is published. It begins on {day}.",
        known="From {day}",
        unreadable="“lots” is no amount in AUD. Write it like 12.50.",
        two="Two drafts at the same time",
        save="Save",
    ),
    "fr": Said(
        studio="Atelier",
        write="Écrire la prochaine version",
        begin="Commencer",
        taken="En moins pour Réception : ce que l’on peut offrir en tout par dossier passe de 500 $AU à 400 $AU.",
        no_notice="il lui faut un préavis de 14 jours, car la marge de manœuvre de personne ne rétrécit",
        no_reason="Cette version reprend quelque chose. Écrivez pourquoi : toutes les personnes concernées le liront.",
        begin_on="Prendre effet le {day}",
        put_forward="Présenter à la signature",
        waiting="Vous l’avez présentée : quelqu’un d’autre la signe (Ben).",
        read_and_sign="Lire et signer",
        sign="Signer et publier",
        published="La version 2 est publiée. Elle prend effet le {day}.",
        known="À partir du {day}",
        unreadable="« lots » n’est pas un montant en AUD.",
        two="Deux brouillons en même temps",
        save="Enregistrer",
    ),
}


@dataclass(frozen=True, slots=True)
class Studio:
    """The browser of whoever is in the studio, and what its pages say."""

    page: Page
    said: Said
    language: str
    home: str
    link_for: Callable[[User], str]

    def lets_in(self, name: str) -> None:
        """Have somebody sit down in front of the browser."""
        self.page.context.clear_cookies()
        self.page.goto(self.link_for(User.objects.get(username=name)))
        expect(self.page).to_have_url(f"{self.home}/")

    def goes_to(self, address: str) -> None:
        """Open an address of the studio."""
        self.page.goto(f"{self.home}/studio{address}")

    def presses(self, name: str) -> None:
        """Press a button, whichever of a page's forms it is in."""
        self.page.get_by_role("main").get_by_role("button", name=name, exact=True).click()

    def follows(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def reads(self, *said: str) -> None:
        """See each of these on the page, whatever the spaces between words."""
        for words in said:
            expect(self.page.locator("main")).to_contain_text(words.replace("\u00a0", " "), use_inner_text=True)

    def is_refused(self, words: str) -> None:
        """See that what was asked for was not done, and why."""
        expect(self.page.locator(".problem[role=alert]:visible")).to_contain_text(words)

    def text(self) -> str:
        """Return what stands in the text of the charter."""
        return self.page.locator("#text").input_value()

    def begins_a_draft(self) -> None:
        """Go from the list of cases to a draft of the next version."""
        self.follows(self.said.studio)
        self.follows(self.said.write)
        self.presses(self.said.begin)
        expect(self.page.locator("#text")).to_be_visible()

    def day(self, words: str) -> str:
        """Return words with the first day that leaves time for notice."""
        return words.format(day=say_day(now().date() + NOTICE, self.language))


@pytest.fixture
def studio(
    page: Page,
    live_server: "LiveServer",
    settings: "Settings",
    language: str,
    link_for: Callable[[User], str],
) -> Studio:
    """Return the browser of a house with one charter, two stewards and somebody at the frontline."""
    settings.GESTE = replace(settings.GESTE, demo=True)
    make_charter()
    make_user("ben", is_steward=True)
    make_user("tomas")
    return Studio(page, SAID[language], language, live_server.url, link_for)


def take_something_back_today(studio: Studio) -> None:
    """Type a lower cap, and today's day."""
    typed = studio.text().replace(CAP, LESS)
    begins = f"effective: {(now().date() + NOTICE).isoformat()}"
    assert begins in typed
    studio.page.locator("#text").fill(typed.replace(begins, f"effective: {now().date().isoformat()}"))


def mend_and_publish(studio: Studio) -> None:
    """Be refused, give the reason, take the day that is offered, and have a second person sign."""
    said = studio.said
    studio.presses(said.put_forward)
    studio.is_refused(said.no_reason)
    studio.reads(said.no_notice, said.taken)
    studio.page.locator("#written-reason").fill(REASON)
    studio.presses(said.put_forward)
    studio.is_refused(said.no_notice)
    assert CharterText.objects.count() == 1
    studio.presses(studio.day(said.begin_on))
    studio.presses(said.put_forward)
    studio.reads(said.waiting, said.taken, REASON)

    studio.lets_in("ben")
    studio.follows(said.studio)
    studio.follows(said.read_and_sign)
    studio.reads(said.taken, REASON)
    studio.presses(said.sign)
    studio.reads(studio.day(said.published))

    studio.lets_in("tomas")
    studio.follows(said.studio)
    studio.reads(studio.day(said.known), said.taken, REASON)
    assert fits(studio.page)
    assert CharterText.objects.get(version=2).written_reason == REASON


@pytest.mark.item("S0.5")
def test_a_tightening_is_refused_then_mended_and_two_people_publish_it(studio: Studio, watch: Watch) -> None:
    watch.expect_status(422)
    studio.lets_in("grace")
    studio.begins_a_draft()

    studio.page.evaluate("window.stillHere = true")
    take_something_back_today(studio)
    studio.reads(studio.said.taken, studio.said.no_reason, studio.said.no_notice)
    assert studio.page.evaluate("window.stillHere"), "the page was loaded anew"

    mend_and_publish(studio)


@pytest.mark.without_scripts
def test_without_scripts_it_goes_the_same_way(studio: Studio, watch: Watch) -> None:
    watch.expect_status(422)
    studio.lets_in("grace")
    studio.begins_a_draft()

    take_something_back_today(studio)

    mend_and_publish(studio)


@on_two_screens
def test_a_finding_leads_to_its_line_and_what_is_typed_is_saved_meanwhile(studio: Studio) -> None:
    studio.lets_in("grace")
    studio.begins_a_draft()
    text = studio.page.locator("#text")

    text.fill(studio.text().replace(CAP, "case_cap: lots"))
    studio.reads(studio.said.unreadable)
    expect(studio.page.locator("#spoken")).to_have_text(studio.page.locator("#answer-summary").inner_text())
    expect(studio.page.locator(".gutter .faulty")).to_have_text("9")
    studio.page.locator("[data-line]").click()

    chosen = text.evaluate("it => it.value.slice(it.selectionStart, it.selectionEnd)")
    assert chosen == "case_cap: lots"
    expect(text).to_be_focused()
    assert "case_cap: lots" in Draft.objects.get().text
    text.fill(studio.text().replace("lots", "500"))
    expect(studio.page.locator(".gutter .faulty")).to_have_count(0)


@pytest.mark.parametrize(("language", "width"), [("en", WIDE)])
def test_who_is_quicker_than_the_page_is_answered_too(studio: Studio) -> None:
    studio.lets_in("grace")
    studio.begins_a_draft()

    with before_it_listens(studio.page, studio.page.url):
        studio.page.locator("#text").fill(studio.text().replace(CAP, "case_cap: lots"))

    studio.reads(studio.said.unreadable)


@on_two_screens
@pytest.mark.without_scripts
def test_without_scripts_a_finding_leads_to_its_line_too(studio: Studio) -> None:
    studio.lets_in("grace")
    studio.begins_a_draft()
    studio.page.locator("#text").fill(studio.text().replace(CAP, "case_cap: lots"))

    studio.presses(studio.said.save)
    studio.reads(studio.said.unreadable)
    studio.page.locator("[data-line]").click()

    line = studio.page.locator("#line-9")
    expect(line).to_have_text("case_cap: lots")
    expect(line).to_be_in_viewport()


@on_two_screens
def test_with_the_keyboard_alone(studio: Studio) -> None:
    studio.lets_in("grace")
    studio.begins_a_draft()
    person = Person(studio.page, WORDS[studio.language], studio.home, "")

    person.tabs_to(studio.page.locator("#text"))
    studio.page.keyboard.press("Control+Home")
    studio.page.keyboard.type("# By hand.")
    person.tabs_to(studio.page.locator("#written-reason"))
    studio.page.keyboard.type(REASON)
    person.tabs_to(studio.page.get_by_role("button", name=studio.said.put_forward))
    studio.page.keyboard.press("Enter")

    studio.reads(studio.said.waiting, REASON)


@on_two_screens
def test_two_windows_never_overwrite_each_other(studio: Studio) -> None:
    studio.lets_in("grace")
    studio.begins_a_draft()
    other = studio.page.context.new_page()
    other.goto(studio.page.url)
    expect(other.locator("#text")).to_have_value(studio.text())

    other.locator("#text").fill("# The other window\n" + studio.text())
    expect(other.locator("#saved")).to_be_visible()
    other.get_by_role("button", name=studio.said.save, exact=True).click()
    studio.page.locator("#text").fill("# This window\n" + studio.text())
    studio.presses(studio.said.save)

    studio.reads(studio.said.two, "# The other window", "# This window")
    texts = Draft.objects.order_by("pk").values_list("text", flat=True)
    assert [text.splitlines()[0] for text in texts] == ["# The other window", "# This window"]
    assert fits(studio.page)
