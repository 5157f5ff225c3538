"""Promises anybody can see, tick and arrange: a steward's evening, on a telephone and at a desk."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.execution.models import Endpoint
from geste.apps.execution.ports import Operation, Outcome
from geste.apps.people.models import User
from geste.apps.people.services.make_sign_in_link import make_sign_in_link
from geste.flow import FLOW
from tests.carrying import PAYMENT, Clock, Says, arranged, given, go_on, make_house
from tests.stories.person import NARROW, WIDE
from tests.stories.test_everybody_can_use_it import problems_of

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser
SECRET = "a-secret-nobody-guesses"
SAID = {
    "en": ("Come in", "Done", "Everything that was promised is done.", "Decide", "Give it up: the money goes back"),
    "fr": (
        "Entrer",
        "Fait",
        "Tout ce qui a été promis est fait.",
        "Décider",
        "Abandonner\N{NO-BREAK SPACE}: l’argent revient",
    ),
}


def promise_two() -> None:
    """Promise a drink that somebody brings, and a refund that Stripe made of another amount."""
    agent, later = make_house(), timezone.localtime() + timedelta(minutes=2)
    arranged("stripe", Operation.REFUND, PAYMENT)
    Endpoint.objects.create(name="Shop", url="https://shop.example.org/in")
    given(agent, "12", "drink")
    given(agent, "18")
    hand_on_events(flow=FLOW, now=later)
    go_on({"stripe": Says([Outcome.MISMATCH])}, Clock(later), [timedelta()])


@pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
def test_what_is_open_comes_to_nought(page: Page, live_server: "LiveServer", language: str) -> None:
    come_in, done, nothing_open, decide, give_up = SAID[language]
    promise_two()
    steward = User.objects.get(username="grace")
    User.objects.filter(pk=steward.pk).update(language=language)
    make_sign_in_link(user=steward, secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    page.goto(f"{live_server.url}/enter/{SECRET}/")
    page.get_by_role("button", name=come_in).click()

    page.goto(f"{live_server.url}/ways")
    assert problems_of(page) == []
    page.goto(f"{live_server.url}/promised")
    page.eval_on_selector_all("details", "them => them.forEach((it) => (it.open = true))")
    assert problems_of(page) == []

    page.get_by_role("button", name=done, exact=False).first.click()
    page.get_by_text(decide).first.click()
    page.get_by_role("textbox").first.fill("Looked at Stripe.")
    page.get_by_role("button", name=give_up).click()
    expect(page.get_by_text(nothing_open)).to_be_visible()
    assert problems_of(page) == []
