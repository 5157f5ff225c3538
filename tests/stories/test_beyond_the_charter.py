"""Beyond the charter: silence lets the night auditor act, and a rule is bent in seconds. Telephone and desk."""

from datetime import timedelta
from time import monotonic

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from geste.apps.gestures.models import Gesture
from geste.apps.hops.models import Bend, Hop
from tests.stories.person import NARROW, WIDE, Person
from tests.stories.test_everybody_can_use_it import problems_of

pytestmark = pytest.mark.browser

SECONDS_FOR_A_BEND = 15
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])
SAID = {
    "en": ("Ask first: Duty manager", "You need not wait", "silence means act", "no answer in"),
    "fr": ("Demander d’abord", "Rien ne vous oblige à attendre", "vous pouvez agir", "sans réponse au bout de"),
}
BENT = {"en": "Rule bent: Late check-out, 14:00. For this once.", "fr": "Entorse à la règle"}


@on_two_screens
@pytest.mark.item("S4.30")
def test_nobody_answers_and_silence_lets_her_act(tomas: Person, language: str) -> None:
    ask, no_wait, silence, receipt = SAID[language]
    tomas.comes_in()
    tomas.goes_to("/cases/H1")
    tomas.asks_for("night_credit", "700")
    card = tomas.card("night_credit")
    expect(card).to_contain_text(ask)
    tomas.page.locator("#option-night_credit-note").fill("The heat, all night.")
    tomas.page.locator("#option-night_credit-ask").click()
    tomas.reads(no_wait)
    assert problems_of(tomas.page) == []

    # Ten minutes go by. The page looks again by itself.
    Hop._base_manager.update(due_at=timezone.now() - timedelta(seconds=1))
    expect(tomas.page.locator("#hops")).to_contain_text(silence, timeout=15_000)
    tomas.page.locator("#hops").get_by_role("button").click()

    tomas.reads(receipt)
    assert Gesture.objects.latest("pk").decision.route == "one_hop"
    assert problems_of(tomas.page) == []


@on_two_screens
@pytest.mark.item("S0.20")
def test_a_rule_is_bent_in_fifteen_seconds(tomas: Person, language: str) -> None:
    tomas.comes_in()
    tomas.goes_to("/cases/H1")
    began = monotonic()
    fold = tomas.page.locator("details.more", has=tomas.card("late_checkout"))
    if fold.count():
        fold.locator("> summary").click()
    tomas.page.locator("#option-late_checkout-bend-opens").click()
    tomas.page.locator("#option-late_checkout-how-far").fill("14:00")
    tomas.gives("late_checkout")
    tomas.reads(BENT[language])

    assert monotonic() - began < SECONDS_FOR_A_BEND
    assert Bend.objects.get(rule="late_checkout").how_far == "14:00"
