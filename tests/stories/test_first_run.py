"""The owner's first run: from an empty house to a printed charter and a first decision, in few inputs."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from geste.apps.charters.models import CharterText
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import User
from geste.core.charter.reading import read_charter
from tests.environment.watch import Watch
from tests.stories.person import MOST_TABS, NARROW, ONE_LOOK, WIDE
from tests.stories.test_everybody_can_use_it import problems_of

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
SECRET = "a-secret-nobody-guesses"
MOST_INPUTS = 25
MOST_SECONDS = 15 * 60
STEPS = ("you", "vision", "trade", "room", "team", "charter")


@dataclass(frozen=True, slots=True)
class Said:
    """What the first run says in one language."""

    go_on: str
    begin: str
    print_it: str
    example: str
    bakery: str
    counter: str
    worst: str
    cap: str
    training: str
    next: str
    over: str
    unreadable: str


SAID = {
    "en": Said(
        go_on="Go on",
        begin="Begin",
        print_it="Print it (PDF)",
        example="Everyone leaves with a lighter heart than they came.",
        bakery="A bakery of five people",
        counter="Counter",
        worst="At worst: €300.00 a month, and €60.00 on one case.",
        cap="€60",
        training="Made up, to try things on.",
        next="What next",
        over="There is nothing here",
        unreadable="“lots” is no amount in EUR. Write it like 12.50.",
    ),
    "fr": Said(
        go_on="Continuer",
        begin="Commencer",
        print_it="L’imprimer (PDF)",
        example="Que chacun reparte le cœur plus léger qu’en arrivant.",
        bakery="Une boulangerie de cinq personnes",
        counter="Vente",
        worst="Au pire : 300,00 € par mois, et 60,00 € pour un dossier.",
        cap="60 €",
        training="Inventé, pour s’essayer.",
        next="Et maintenant",
        over="Il n’y a rien ici",
        unreadable="« lots » n’est pas un montant en EUR. Écrivez-le comme 12.50.",
    ),
}


@dataclass
class Owner:
    """Sophie, in front of a browser, who counts what she types and taps."""

    page: Page
    said: Said
    home: str
    inputs: int = 0
    found: dict[str, list[str]] = field(default_factory=dict)

    def types(self, name: str, text: str) -> None:
        self.page.locator(f"[name='{name}']").fill(text)
        self.inputs += 1

    def picks(self, name: str, value: str) -> None:
        self.page.locator(f"select[name='{name}']").select_option(value)
        self.inputs += 1

    def taps(self, target: Locator) -> None:
        target.click()
        self.inputs += 1

    def presses(self, name: str) -> None:
        self.taps(self.page.get_by_role("main").get_by_role("button", name=name, exact=True))

    def reads(self, *said: str) -> None:
        for words in said:
            expect(self.page.locator("main")).to_contain_text(words, use_inner_text=True)

    def is_at(self, step: str) -> None:
        expect(self.page).to_have_url(f"{self.home}/{step}")

    def looks_for_problems(self, step: str) -> None:
        self.page.eval_on_selector_all("details", "them => them.forEach((it) => (it.open = true))")
        self.found[step] = problems_of(self.page)

    def prints(self) -> bytes:
        """Have the page that the button opens, as the printer gets it."""
        link = self.page.get_by_role("link", name=self.said.print_it)
        self.inputs += 1
        return self.page.request.get(f"{self.home}{link.get_attribute('href')}").body()

    def tabs_to(self, target: Locator) -> None:
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            look = target.evaluate(ONE_LOOK)
            if look != "elsewhere":
                assert look == "seen", "nobody could see where the keyboard is"
                return
        raise AssertionError(f"{MOST_TABS} times Tab, and never at {target}")


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """Have the browser stand in Paris."""
    return {**browser_context_args, "timezone_id": "Europe/Paris"}


@pytest.fixture
def open_link(live_server: "LiveServer") -> Callable[[], str]:
    """Return how `geste serve` makes its link."""
    from django.utils import timezone

    from geste.apps.people.services.open_first_run import open_first_run

    def link() -> str:
        open_first_run(secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
        return f"{live_server.url}/begin/open/{SECRET}/"

    return link


@pytest.fixture
def sophie(page: Page, language: str, live_server: "LiveServer", open_link: Callable[[], str]) -> Owner:
    """Return the owner, who has opened the address that was printed."""
    page.goto(open_link())
    expect(page).to_have_url(f"{live_server.url}/begin/you")
    return Owner(page, SAID[language], live_server.url)


@pytest.mark.item("S0.49")
def test_from_nothing_to_a_printed_charter_and_a_first_decision(
    sophie: Owner, capsys: pytest.CaptureFixture[str], language: str, width: int
) -> None:
    began = time.monotonic()
    says_who_and_why(sophie)
    says_what_and_how_far(sophie)
    printed = names_the_team_and_prints(sophie)
    decides_for_the_first_time(sophie)
    took = time.monotonic() - began

    with capsys.disabled():
        print(f"\nfirst run, {language}, {width} px: {sophie.inputs} inputs, {took:.1f} s of the script's own time")
    assert {step: problems for step, problems in sophie.found.items() if problems} == {}
    assert list(sophie.found) == [*STEPS, "case", "receipt"]
    assert sophie.inputs <= MOST_INPUTS
    assert took < MOST_SECONDS
    assert printed.startswith(b"%PDF")
    charter = read_charter(CharterText.objects.get().text).charter
    assert charter is not None
    assert (charter.purpose.en, charter.envelopes[0].amount) == (sophie.said.example, 300_00)
    people = User.objects.order_by("pk").values_list("display_name", "language")
    assert list(people) == [("Sophie Martin", language), ("Karim", language), ("Aya", language)]
    assert Gesture.objects.get().decision.route == "do"


def says_who_and_why(sophie: Owner) -> None:
    sophie.looks_for_problems("you")
    expect(sophie.page.locator("[name=time_zone]")).to_have_value("Europe/Paris")
    sophie.types("owner", "Sophie Martin")
    sophie.types("business", "Chez Sophie")
    sophie.presses(sophie.said.go_on)
    sophie.is_at("begin/vision")
    sophie.looks_for_problems("vision")
    sophie.presses(sophie.said.example)


def says_what_and_how_far(sophie: Owner) -> None:
    sophie.is_at("begin/trade")
    sophie.looks_for_problems("trade")
    sophie.taps(sophie.page.get_by_label(sophie.said.bakery))
    sophie.presses(sophie.said.go_on)
    sophie.is_at("begin/room")
    sophie.looks_for_problems("room")
    sophie.types("envelope", "300")
    sophie.page.locator("[name=envelope]").blur()
    sophie.reads(sophie.said.worst)
    sophie.presses(sophie.said.go_on)


def names_the_team_and_prints(sophie: Owner) -> bytes:
    sophie.is_at("begin/team")
    sophie.looks_for_problems("team")
    for number, (name, role) in enumerate((("Karim", "counter"), ("Aya", "apprentice")), 1):
        sophie.types(f"name-{number}", name)
        sophie.picks(f"does-{number}", role)
    sophie.presses(sophie.said.go_on)
    sophie.is_at("begin/charter")
    sophie.looks_for_problems("charter")
    sophie.reads(sophie.said.example, sophie.said.cap)
    return sophie.prints()


def decides_for_the_first_time(sophie: Owner) -> None:
    sophie.presses(sophie.said.begin)
    sophie.is_at("cases/try-1")
    sophie.looks_for_problems("case")
    sophie.reads(sophie.said.training)
    sophie.taps(sophie.page.locator("#option-bake_again-give"))
    sophie.reads(sophie.said.training, sophie.said.next)
    sophie.looks_for_problems("receipt")


@on_two_screens
def test_with_the_keyboard_alone(sophie: Owner) -> None:
    page = sophie.page
    for name, text in (("owner", "Sophie Martin"), ("business", "Chez Sophie")):
        sophie.tabs_to(page.locator(f"[name={name}]"))
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    sophie.is_at("begin/vision")
    sophie.tabs_to(page.get_by_role("button", name=sophie.said.example))
    page.keyboard.press("Enter")
    sophie.is_at("begin/trade")
    sophie.tabs_to(page.locator("[name=trade]").first)
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    sophie.is_at("begin/room")
    sophie.tabs_to(page.locator("[name=envelope]"))
    page.keyboard.press("Enter")
    sophie.is_at("begin/team")
    sophie.tabs_to(page.get_by_role("button", name=sophie.said.go_on))
    page.keyboard.press("Enter")
    sophie.is_at("begin/charter")
    sophie.tabs_to(page.get_by_role("button", name=sophie.said.begin))
    page.keyboard.press("Enter")
    sophie.is_at("cases/try-1")


@pytest.mark.without_scripts
@on_two_screens
def test_with_scripts_switched_off(sophie: Owner) -> None:
    sophie.types("owner", "Sophie Martin")
    sophie.types("business", "Chez Sophie")
    sophie.types("time_zone", "Europe/Paris")
    sophie.presses(sophie.said.go_on)
    sophie.presses(sophie.said.example)
    sophie.taps(sophie.page.get_by_label(sophie.said.bakery))
    sophie.presses(sophie.said.go_on)
    sophie.presses(sophie.said.go_on)
    sophie.presses(sophie.said.go_on)
    sophie.presses(sophie.said.begin)
    sophie.is_at("cases/try-1")
    sophie.reads(sophie.said.training)
    sophie.taps(sophie.page.locator("#option-bake_again-give"))
    sophie.reads(sophie.said.next)


@on_two_screens
def test_what_cannot_stay_is_said_and_the_rest_is_kept(sophie: Owner, watch: Watch) -> None:
    watch.expect_status(422)
    sophie.types("owner", "Sophie Martin")
    sophie.types("business", "Chez Sophie")
    sophie.presses(sophie.said.go_on)
    sophie.presses(sophie.said.example)
    sophie.taps(sophie.page.get_by_label(sophie.said.bakery))
    sophie.presses(sophie.said.go_on)
    sophie.types("case_cap", "lots")
    sophie.types("trust_line", "25")
    sophie.presses(sophie.said.go_on)

    sophie.reads(sophie.said.unreadable)
    sophie.looks_for_problems("room")
    assert sophie.found == {"room": []}
    expect(sophie.page.locator("[name=case_cap]")).to_have_value("lots")
    expect(sophie.page.locator("[name=trust_line]")).to_have_value("25")


@on_two_screens
def test_once_somebody_has_moved_in_it_is_not_there_any_more(sophie: Owner, watch: Watch) -> None:
    from tests.make import make_user

    watch.expect_status(404)
    make_user("karim")

    for step in STEPS:
        sophie.page.goto(f"{sophie.home}/begin/{step}")
        sophie.reads(sophie.said.over)
