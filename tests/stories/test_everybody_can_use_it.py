"""Every page in every language: nothing that axe-core objects to, nothing beyond the edge, targets one can hit."""

from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from geste.apps.gestures.models import Gesture
from tests.environment.watch import Watch
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


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and what the server answers there."""

    address: str
    status: int = 200


PLACES = {
    "chooser": Place("/demo"),
    "queue": Place("/"),
    "search": Place("/?q=lee&state=all"),
    "nothing found": Place("/?q=nobody+at+all"),
    "new case": Place("/cases/new"),
    "case": Place("/cases/H1"),
    "red line": Place("/cases/H8"),
    "beyond": Place("/cases/H5"),
    "receipt": Place("/receipts/{receipt}"),
    "charter": Place("/charter"),
    "nowhere": Place("/nowhere", 404),
}


def problems_of(page: Page) -> list[str]:
    """Return everything that keeps somebody from using a page."""
    found = Axe().run(page, options=RULES).response["violations"]
    told = [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
    beyond = [] if fits(page) else ["something stands beyond the right edge"]
    return [*told, *beyond, *(f"too small: {it}" for it in page.evaluate(TOO_SMALL, SMALLEST_TARGET))]


@pytest.mark.parametrize(("language", "width", "is_dark"), [("en", NARROW, True), ("fr", WIDE, False)])
def test_every_page_can_be_used_by_everybody(tomas: Person, watch: Watch, *, is_dark: bool) -> None:
    watch.expect_status(404)
    tomas.page.emulate_media(color_scheme="dark" if is_dark else "light")
    tomas.comes_in()
    found = {}
    for name, place in PLACES.items():
        tomas.goes_to(place.address.format(receipt=Gesture.objects.earliest("pk").pk))
        tomas.page.eval_on_selector_all("details", "them => them.forEach((it) => (it.open = true))")
        found[name] = problems_of(tomas.page)
    tomas.page.context.clear_cookies()
    tomas.goes_to("/sign-in")
    found["sign-in"] = problems_of(tomas.page)

    assert {name: problems for name, problems in found.items() if problems} == {}
