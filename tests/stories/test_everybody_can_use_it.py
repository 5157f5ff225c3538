"""Every page in every language: nothing that axe-core objects to, nothing beyond the edge, targets one can hit.

In every run half of the pages are looked at in one way and half in the other; in the slow run, all of them in both.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from geste.apps.people.models import User
from tests.environment.late import wait_for_late_parts
from tests.environment.watch import Watch
from tests.stories.pages import Seen, furnish, seen_by
from tests.stories.person import NARROW, WIDE, Person, fits

pytestmark = pytest.mark.browser
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# The smallest side of anything one taps (WCAG 2.2, 2.5.8); links inside a sentence are as high as its line.
SMALLEST_TARGET = 24
TOO_SMALL = """smallest => [...document.querySelectorAll("button, input:not([type=hidden]), select, header a")]
    .filter((it) => it.checkVisibility())
    .map((it) => [it, it.getBoundingClientRect()])
    .filter(([, box]) => Math.min(box.width, box.height) < smallest)
    .map(([it]) => it.outerHTML.slice(0, 120))"""


# What a page's address alone does not say. Every other page is found by asking all the addresses there are.
STATES = {
    "search": "/?q=lee&state=all",
    "nothing found": "/?q=nobody+at+all",
    "beyond": "/cases/H5",
    "nowhere": "/nowhere",
}


def problems_of(page: Page) -> list[str]:
    """Return everything that keeps somebody from using a page."""
    found = Axe().run(page, options=RULES).response["violations"]
    told = [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
    beyond = [] if fits(page) else ["something stands beyond the right edge"]
    return [*told, *beyond, *(f"too small: {it}" for it in page.evaluate(TOO_SMALL, SMALLEST_TARGET))]


WAYS = [
    pytest.param("fr", NARROW, True, (0, 2), id="fr-390-dark"),
    pytest.param("en", WIDE, False, (1, 2), id="en-1440-light"),
    pytest.param("fr", NARROW, True, (0, 1), id="fr-390-dark-all", marks=pytest.mark.slow),
    pytest.param("en", WIDE, False, (0, 1), id="en-1440-light-all", marks=pytest.mark.slow),
]
"""How one looks, and at which of the pages: from the first on every so many."""


@pytest.mark.parametrize(("language", "width", "is_dark", "which"), WAYS)
def test_every_page_can_be_used_by_everybody(
    tomas: Person, watch: Watch, link_for: Callable[[User], str], *, is_dark: bool, which: tuple[int, int]
) -> None:
    watch.expect_status(404)
    tomas.page.emulate_media(color_scheme="dark" if is_dark else "light")
    writer, reader = User.objects.filter(is_steward=True).order_by("pk")
    furnish(writer)
    found = look_at(tomas, seen_by(None), *which)

    tomas.comes_in()
    agents = seen_by(User.objects.get(username="tomas"))
    found |= look_at(tomas, agents, *which)
    for state, address in STATES.items():
        found[state] = problems_at(tomas, address)

    tomas.page.context.clear_cookies()
    replace(tomas, link=link_for(reader)).comes_in()
    # Where the same is shown, one look is enough.
    of_reader = [seen for seen in seen_by(reader) if seen not in agents or seen.name == "studio"]
    found |= look_at(tomas, of_reader, *which)

    assert {name: problems for name, problems in found.items() if problems} == {}


def look_at(person: Person, seen: list[Seen], first: int, every: int) -> dict[str, list[str]]:
    """Return what is wrong with the pages among these addresses: with the first, and every so many from there."""
    pages = [it for it in seen if it.kind == "page"]
    return {it.address: problems_at(person, it.address) for it in pages[first::every]}


def problems_at(person: Person, address: str) -> list[str]:
    """Return what is wrong with a page when everything on it is unfolded."""
    person.goes_to(address)
    wait_for_late_parts(person.page)
    person.page.eval_on_selector_all("details", "them => them.forEach((it) => (it.open = true))")
    return problems_of(person.page)
