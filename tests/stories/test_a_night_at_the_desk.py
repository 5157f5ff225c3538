"""A night at the desk, from the link to the receipt: with scripts, without them, and with the keyboard alone."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from geste.apps.gestures.models import Gesture
from geste.apps.people.models import User
from tests.environment.watch import Watch
from tests.make import make_user
from tests.stories.person import NARROW, WIDE, Person, another_answer_between, fits

pytestmark = pytest.mark.browser
LEE = "Mr Lee, room 507"
# What is not about words or widths is told once in each language, on a telephone and at a desk.
on_two_screens = pytest.mark.parametrize(("language", "width"), [("en", NARROW), ("fr", WIDE)])


@pytest.mark.item("S0.17")
def test_the_night_is_given_back_with_one_tap(tomas: Person) -> None:
    tomas.comes_in()
    tomas.reads(tomas.words.waiting)
    tomas.opens(LEE)
    tomas.reads(tomas.words.room, tomas.words.owed)
    expect(tomas.card("night_credit")).to_contain_text(tomas.words.up_to_one_night)

    tomas.page.evaluate("window.stillHere = true")
    tomas.states("stay.affected_nights", "2")
    expect(tomas.card("night_credit")).to_contain_text(tomas.words.up_to_two_nights)
    assert tomas.page.evaluate("window.stillHere"), "the page was loaded anew"
    tomas.asks_for("night_credit", "390")
    tomas.gives("night_credit")

    tomas.reads(tomas.words.stamp, tomas.words.moment, tomas.words.night, tomas.words.given_by)
    tomas.page.get_by_role("link", name=tomas.words.back).click()
    tomas.reads(tomas.words.given, tomas.words.room_after)
    tomas.page.get_by_role("button", name=tomas.words.satisfied, exact=True).click()
    tomas.reads(tomas.words.seen_by_us)


@on_two_screens
def test_a_fact_changes_the_verdicts_and_nothing_else(tomas: Person) -> None:
    tomas.comes_in()
    with another_answer_between(tomas.page, "**/nearest*", "#answer") as comes_between:
        tomas.opens(LEE)
        tomas.asks_for("food_and_drink", "12")
        tomas.card("put_right").locator("summary").click()
        comes_between()
        tomas.states("stay.affected_nights", "2")

    expect(tomas.card("night_credit")).to_contain_text(tomas.words.up_to_two_nights)
    expect(tomas.card("food_and_drink").locator("input[name=amount]")).to_have_value("12")
    expect(tomas.card("put_right").locator("details")).to_have_attribute("open", "")
    assert tomas.page.url == f"{tomas.home}/cases/H1"


@on_two_screens
def test_a_mistake_is_said_at_once_and_mended(tomas: Person, watch: Watch) -> None:
    watch.expect_status(422)
    tomas.comes_in()
    tomas.opens(LEE)

    tomas.states("stay.night_price", "cheap")
    price = tomas.page.locator("#fact-stay-night_price")
    expect(tomas.page.locator("#fact-stay-night_price-problem")).to_contain_text(tomas.words.unreadable)
    expect(price).to_have_attribute("aria-invalid", "true")
    expect(price).to_have_value("cheap")
    tomas.states("stay.night_price", "420")

    expect(tomas.page.locator("#fact-stay-night_price-problem")).to_be_empty()
    expect(tomas.card("night_credit").locator("input[name=amount]")).to_have_value(
        "420.00" if tomas.page.locator("html").get_attribute("lang") == "en" else "420,00"
    )


@on_two_screens
def test_beyond_the_charter_one_acts_first_and_is_protected(tomas: Person) -> None:
    tomas.comes_in()
    tomas.opens(LEE)

    tomas.asks_for("night_credit", "700")
    expect(tomas.card("night_credit")).to_contain_text(tomas.words.too_much)
    tomas.card("night_credit").get_by_label(tomas.words.why).fill("Second failure.")
    tomas.page.get_by_role("button", name=tomas.words.act_first).click()

    tomas.reads(tomas.words.acted_first, "Second failure.")
    assert Gesture.objects.get(case__reference="H1").settling == "to_settle"


@on_two_screens
def test_when_the_house_cannot_be_reached_it_says_so_and_keeps_everything(tomas: Person, watch: Watch) -> None:
    tomas.comes_in()
    tomas.opens(LEE)
    tomas.page.wait_for_load_state()
    tomas.page.context.set_offline(True)

    tomas.states("stay.affected_nights", "2")

    tomas.reads(tomas.words.not_arrived)
    expect(tomas.page.locator("#fact-stay-affected_nights")).to_have_value("2")
    watch.seen.clear()
    tomas.page.context.set_offline(False)
    tomas.states("stay.affected_nights", "3")
    expect(tomas.page.locator("#trouble")).to_be_hidden()


@pytest.mark.without_scripts
def test_without_scripts_the_same_night_ends_as_well(tomas: Person) -> None:
    tomas.comes_in()
    tomas.opens(LEE)

    tomas.states("stay.affected_nights", "2")
    tomas.page.locator("#facts button[type=submit]").click()
    expect(tomas.card("night_credit")).to_contain_text(tomas.words.up_to_two_nights)
    tomas.asks_for("night_credit", "390")
    tomas.gives("night_credit")

    tomas.reads(tomas.words.stamp, tomas.words.night, tomas.words.given_by)
    tomas.page.get_by_role("button", name=tomas.words.satisfied, exact=True).click()
    tomas.reads(tomas.words.seen_by_us)


@on_two_screens
@pytest.mark.without_scripts
def test_without_scripts_a_refusal_keeps_what_was_typed(tomas: Person, watch: Watch) -> None:
    watch.expect_status(409, 422)
    tomas.comes_in()
    tomas.opens(LEE)

    tomas.asks_for("night_credit", "700")
    tomas.gives("night_credit")

    tomas.reads(tomas.words.too_much)
    expect(tomas.card("night_credit").locator("input[name=amount]")).to_have_value("700")
    tomas.card("night_credit").get_by_label(tomas.words.why).fill("Second failure.")
    tomas.page.get_by_role("button", name=tomas.words.act_first).click()
    tomas.reads(tomas.words.acted_first)


def test_with_the_keyboard_alone(tomas: Person) -> None:
    tomas.comes_in()
    keyboard = tomas.page.keyboard
    tomas.tabs_to(tomas.page.get_by_role("link", name=LEE).last)
    keyboard.press("Enter")
    expect(tomas.page.get_by_role("heading", level=1)).to_have_text(LEE)

    tomas.tabs_to(tomas.page.locator("#fact-stay-affected_nights"))
    keyboard.type("2")
    tomas.tabs_to(tomas.page.locator("#option-night_credit-amount"))
    expect(tomas.card("night_credit")).to_contain_text(tomas.words.up_to_two_nights)
    keyboard.type("390")
    tomas.tabs_to(tomas.page.locator("#option-night_credit-give"))
    keyboard.press("Enter")

    tomas.reads(tomas.words.stamp, tomas.words.night)


@on_two_screens
def test_the_skip_link_leads_past_the_head_of_the_page(tomas: Person) -> None:
    tomas.comes_in()

    tomas.tabs_to(tomas.page.locator(".skip"))
    tomas.page.keyboard.press("Enter")

    expect(tomas.page.locator("main")).to_be_focused()


def test_somebody_of_another_site_finds_nothing_and_a_way_on(
    tomas: Person, watch: Watch, link_for: Callable[[User], str]
) -> None:
    watch.expect_status(404)
    stranger = replace(tomas, link=link_for(make_user("leo", site="Airport")))
    stranger.comes_in()
    stranger.reads(tomas.words.nobody)

    stranger.goes_to("/cases/H1")

    stranger.reads(tomas.words.nothing_here)
    assert LEE not in stranger.page.content()
    stranger.page.get_by_role("main").get_by_role("link").click()
    stranger.reads(tomas.words.nobody)


@on_two_screens
def test_a_used_link_says_what_to_do(tomas: Person, watch: Watch) -> None:
    watch.expect_status(410)
    tomas.comes_in()
    tomas.page.context.clear_cookies()

    tomas.page.goto(tomas.link)

    assert tomas.page.get_by_role("heading", level=1).inner_text() in (
        "This link no longer opens",
        "Ce lien ne s’ouvre plus",
    )
    assert fits(tomas.page)


@pytest.mark.item("S2.6")
def test_history_promises_what_is_owed_and_what_is_like_it_stand_on_one_screen(tomas: Person) -> None:
    tomas.comes_in()
    tomas.opens(LEE)
    tomas.page.set_viewport_size({"width": 1280, "height": 800})

    for name in ("history", "promised", "owed", "similar"):
        line = tomas.page.locator(".glance > div", has=tomas.page.locator(f"#glance-{name}"))
        box = line.bounding_box()
        assert box is not None, name
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800, name
    expect(tomas.page.locator(".glance")).to_contain_text(re.compile(r"97[.,]50"))
