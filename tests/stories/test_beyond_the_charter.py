"""Beyond the charter: asked and not answered, the night auditor acts. On a telephone and at a desk."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from geste.apps.gestures.models import Gesture
from geste.apps.hops.models import Hop
from tests.stories.conftest import Clock
from tests.stories.person import NARROW, WIDE, Person
from tests.stories.test_everybody_can_use_it import problems_of

pytestmark = pytest.mark.browser

TEN_MINUTES_MS = 600_000
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
SAID = {
    "en": ("Ask first: Duty manager", "You need not wait", "silence means act", "no answer in"),
    "fr": ("Demander d’abord", "Rien ne vous oblige à attendre", "vous pouvez agir", "sans réponse au bout de"),
}


@on_two_screens
@pytest.mark.item("S4.30")
def test_nobody_answers_and_silence_lets_her_act(clock: Clock, tomas: Person, language: str) -> None:
    ask, no_wait, silence, receipt = SAID[language]
    tomas.comes_in()
    tomas.page.clock.install()
    tomas.goes_to("/cases/H1")
    tomas.asks_for("night_credit", "700")
    card = tomas.card("night_credit")
    expect(card).to_contain_text(ask)
    tomas.page.locator("#option-night_credit-note").fill("The heat, all night.")
    tomas.page.locator("#option-night_credit-ask").click()
    tomas.reads(no_wait)
    assert problems_of(tomas.page) == []

    # Ten minutes go by, here and there. The page looks again by itself.
    hop = Hop.objects.get()
    assert hop.due_at - hop.asked_at == timedelta(minutes=10)
    clock.set(hop.due_at)
    tomas.page.clock.fast_forward(TEN_MINUTES_MS)
    expect(tomas.page.locator("#hops")).to_contain_text(silence)
    tomas.page.locator("#hops").get_by_role("button").click()

    tomas.reads(receipt)
    assert Gesture.objects.latest("pk").decision.route == "one_hop"
    assert problems_of(tomas.page) == []
