"""What each story begins with: the hotel's night, told anew, and somebody with a link to come in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.environment.told import told
from tests.stories.person import HEIGHT, LOCALES, NARROW, WIDE, WORDS, Person

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from geste.apps.people.models import User
    from tests.environment.watch import Watch

SECRET = "a-secret-nobody-guesses"


SCREENS = [
    pytest.param(("en", NARROW), id="en-390"),
    pytest.param(("fr", WIDE), id="fr-1440"),
    pytest.param(("en", WIDE), id="en-1440", marks=pytest.mark.slow),
    pytest.param(("fr", NARROW), id="fr-390", marks=pytest.mark.slow),
]
"""Each language and each width in every run, and every pair of them in the slow one."""


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest) -> tuple[str, int]:
    """Return the language of the person's browser and how wide their screen is."""
    language, width = request.param
    return language, width


@pytest.fixture
def language(screen: tuple[str, int]) -> str:
    """Return the language of the person's browser."""
    return screen[0]


@pytest.fixture
def width(screen: tuple[str, int]) -> int:
    """Return how wide the person's screen is: a telephone, a desk."""
    return screen[1]


@pytest.fixture
def browser_context_args(
    browser_context_args: dict[str, object], request: pytest.FixtureRequest, language: str, width: int
) -> dict[str, object]:
    """Have the browser be the person's own. A story marked `without_scripts` is told with scripts switched off."""
    return {
        **browser_context_args,
        "locale": LOCALES[language],
        "viewport": {"width": width, "height": HEIGHT},
        "java_script_enabled": request.node.get_closest_marker("without_scripts") is None,
    }


@pytest.fixture
def hotel(live_server: "LiveServer", settings: "Settings") -> "User":
    """Return who works this night in a hotel that has been open for weeks."""
    from geste.demo.hotel import HOTEL

    settings.GESTE = replace(settings.GESTE, demo=True)
    return told(HOTEL)


@dataclass
class Clock:
    """What time it is in the house: what a story sets it to, and on from there."""

    right: Callable[[], datetime]
    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.right() + self.ahead

    def set(self, moment: datetime) -> None:
        """Put the clock to a moment."""
        self.ahead = moment - self.right()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock of the house. Ask for it first: what is made before it is set is of another day."""
    from django.utils import timezone

    clock = Clock(timezone.now)
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def link_for(live_server: "LiveServer") -> Callable[["User"], str]:
    """Return how somebody gets their link."""
    from django.utils import timezone

    from geste.apps.people.services.make_sign_in_link import make_sign_in_link

    numbers = count(1)

    def link(user: "User") -> str:
        secret = f"{SECRET}-{user.username}-{next(numbers)}"
        make_sign_in_link(user=user, secret=secret, expires_at=timezone.now() + timedelta(hours=1))
        return f"{live_server.url}/demo/enter/{secret}/"

    return link


@pytest.fixture
def tomas(
    page: "Page", hotel: "User", language: str, live_server: "LiveServer", link_for: Callable[["User"], str]
) -> Person:
    """Return the night auditor, alone at the desk."""
    return Person(page, WORDS[language], live_server.url, link_for(hotel))


@pytest.fixture
def with_a_browser(
    browser: "Browser",
    watch: "Watch",
    live_server: "LiveServer",
    link_for: Callable[["User"], str],
) -> Iterator[Callable[[str, str, int], Person]]:
    """Yield how somebody of the house sits down before a browser of their own, in their language."""
    from geste.apps.people.models import User

    opened: list[BrowserContext] = []

    def sit(username: str, language: str, width: int) -> Person:
        context = browser.new_context(locale=LOCALES[language], viewport={"width": width, "height": HEIGHT})
        opened.append(context)
        watch.attach(context)
        person = User.objects.get(username=username)
        sitting = Person(context.new_page(), WORDS[language], live_server.url, link_for(person))
        sitting.comes_in()
        return sitting

    yield sit
    for context in opened:
        context.close()
