"""Programs: whoever comes with a token alone is spared what serves browsers; everybody else has all of it."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings

from geste.apps.cases.models import Case
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from tests.make import NOW

pytestmark = pytest.mark.django_db
TOKEN = "a-token-of-a-program-alone"
CHARTER, SIGN_IN = "/api/v1/charter", "/sign-in"
seen: list[HttpRequest] = []


def seeing(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A layer below all others that keeps what reaches it."""

    def see(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return answer(request)

    return see


@pytest.fixture(autouse=True)
def _seen(user: User, case: Case) -> Iterator[None]:
    make_api_token(user=user, label="program", secret=TOKEN, now=NOW)
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, "tests.interfaces.test_programs.seeing"]):
        yield
    seen.clear()


def has_layers(request: HttpRequest) -> tuple[bool, ...]:
    return tuple(hasattr(request, name) for name in ("session", "_messages", "htmx"))


def test_a_program_with_a_token_is_led_past_sessions_messages_and_whoever_is_signed_in() -> None:
    answer = Client(headers={"authorization": f"Bearer {TOKEN}"}).get(CHARTER)

    assert answer.status_code == 200
    (request,) = seen
    assert has_layers(request) == (False, False, False)
    assert isinstance(request.user, AnonymousUser)
    assert "Accept-Language" in answer.headers["Vary"]


def test_a_token_that_is_not_one_opens_nothing_and_breaks_nothing() -> None:
    assert Client(headers={"authorization": "Bearer nobody's"}).get(CHARTER).status_code == 401
    assert Client(headers={"authorization": "Basic bm9ib2R5Og=="}).get(CHARTER).status_code == 401


def test_a_browser_that_is_signed_in_has_its_session_whatever_else_it_sends(user: User) -> None:
    browser = Client(headers={"authorization": "Bearer nobody's"})
    browser.force_login(user)

    assert browser.get(CHARTER).status_code == 200
    assert has_layers(seen[-1]) == (True, True, True)
    assert seen[-1].user == user


def test_a_page_behind_a_gate_that_asks_for_a_password_of_its_own_has_all_its_layers() -> None:
    """A proxy may ask for Basic authorization before anybody sees the desk; the first page comes without a cookie."""
    answer = Client(headers={"authorization": "Basic Z2F0ZTpnYXRl"}).get(SIGN_IN)

    assert answer.status_code == 200
    assert has_layers(seen[-1]) == (True, True, True)
