"""Somebody new comes in with the telephone; pages of people and cards anybody can use, and cards that print whole."""

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.stories.person import NARROW, WIDE
from tests.stories.test_everybody_can_use_it import problems_of

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
SECRET = "a-secret-nobody-guesses"
A4_POINTS = (595, 842)
BEYOND = """cards => cards.filter((it) => it.scrollHeight > it.clientHeight + 1
    || it.querySelector(".never").getBoundingClientRect().bottom > it.getBoundingClientRect().bottom).length"""
SAID = {
    "en": ("Come in", "Add, and make a sign-in link", "A way in for Zoé", "Open cases"),
    "fr": ("Entrer", "Ajouter, et créer un lien de connexion", "Un accès pour Zoé", "Dossiers ouverts"),
}


def comes_in(page: Page, live_server: "LiveServer", language: str, trade: str = "bakery") -> None:
    """Have the owner of a business come in with a link."""
    from datetime import timedelta

    from django.utils import timezone

    from geste.apps.charters.first_charter import Answers
    from geste.apps.charters.services.found_house import found_house
    from geste.apps.people.services.make_sign_in_link import make_sign_in_link

    answers = Answers(
        owner="Sophie Martin",
        business="Chez Sophie",
        language=language,
        time_zone="Europe/Paris",
        vision="Whoever comes in angry, or by mistake, leaves with a real answer, and with the wish to come back.",
        trade=trade,
        currency="EUR",
        case_cap="80",
        trust_line="10",
    )
    owner = found_house(answers=answers, now=timezone.now())
    make_sign_in_link(user=owner, secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    page.goto(f"{live_server.url}/enter/{SECRET}/")
    page.get_by_role("main").get_by_role("button", name=SAID[language][0]).click()
    expect(page).to_have_url(f"{live_server.url}/")


@on_two_screens
def test_somebody_new_comes_in_with_the_link(page: Page, live_server: "LiveServer", language: str) -> None:
    _, add, way_in, cases = SAID[language]
    comes_in(page, live_server, language)
    page.goto(f"{live_server.url}/people")
    found = {"people": problems_of(page)}
    page.locator("[name=name]").fill("Zoé")
    page.locator("[name=role]").select_option("counter")
    page.get_by_role("button", name=add).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(way_in)
    found["link"] = problems_of(page)
    address = page.locator("#address").inner_text()

    page.context.clear_cookies()
    page.goto(address)
    found["enter"] = problems_of(page)
    page.get_by_role("main").get_by_role("button").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(cases)
    assert found == {"people": [], "link": [], "enter": []}


@pytest.mark.parametrize(
    ("language", "width", "trade"),
    [
        ("en", NARROW, "bakery"),
        ("fr", WIDE, "hotel"),
        ("en", NARROW, "public"),
        ("fr", WIDE, "shop"),
        ("fr", NARROW, "telecom"),
    ],
)
def test_the_cards_of_a_role_stand_on_one_sheet(
    page: Page, live_server: "LiveServer", language: str, trade: str
) -> None:
    comes_in(page, live_server, language, trade)
    page.goto(f"{live_server.url}/charter/card")
    found = problems_of(page)
    page.emulate_media(media="print")

    sheet = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    assert found == []
    assert [tuple(map(round, it.mediabox[2:])) for it in sheet.pages] == [A4_POINTS]
    assert sheet.pages[0].extract_text().count("Chez Sophie") == 10
    assert page.eval_on_selector_all(".pocket-card", BEYOND) == 0
