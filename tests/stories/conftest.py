"""What each story begins with: the hotel's night, told anew, and somebody with a link to come in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.stories.person import HEIGHT, LOCALES, NARROW, WIDE, WORDS, Person

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from geste.apps.people.models import User

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
    from geste.demo.telling import tell

    settings.GESTE = replace(settings.GESTE, demo=True)
    return tell(HOTEL)


@pytest.fixture
def link_for(live_server: "LiveServer") -> Callable[["User"], str]:
    """Return how somebody gets their link."""
    from django.utils import timezone

    from geste.apps.people.services.make_sign_in_link import make_sign_in_link

    def link(user: "User") -> str:
        secret = f"{SECRET}-{user.username}"
        make_sign_in_link(user=user, secret=secret, expires_at=timezone.now() + timedelta(hours=1))
        return f"{live_server.url}/demo/enter/{secret}/"

    return link


@pytest.fixture
def tomas(
    page: "Page", hotel: "User", language: str, live_server: "LiveServer", link_for: Callable[["User"], str]
) -> Person:
    """Return the night auditor, alone at the desk."""
    return Person(page, WORDS[language], live_server.url, link_for(hotel))
