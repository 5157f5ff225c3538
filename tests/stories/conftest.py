"""What each story begins with: the hotel's night, told anew, and somebody with a link to come in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.stories.person import HEIGHT, LANGUAGES, LOCALES, NARROW, WIDE, WORDS, Person

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from geste.apps.people.models import User

SECRET = "a-secret-nobody-guesses"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Return the language of the person's browser."""
    return str(request.param)


@pytest.fixture(params=(NARROW, WIDE))
def width(request: pytest.FixtureRequest) -> int:
    """Return how wide the person's screen is: a telephone, a desk."""
    return int(request.param)


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
