"""Closing a sale: a discount keeps its margin or bends the rule, and never counts as the cost of mending failures."""

import pytest

from geste.apps.base.actor import Actor
from geste.apps.gestures.selectors import reasons_in
from tests.make import entries_of_gestures, make_actor, make_small_gesture, make_trade, propose_at_once

pytestmark = pytest.mark.django_db

SOLID = {"order": {"basket": "212.00", "cost": "122.96"}}
THIN = {"order": {"basket": "212.00", "cost": "160.00"}}


@pytest.fixture
def adviser(db: None) -> Actor:
    make_trade("shop")
    return make_actor("yasmine", role="adviser")


@pytest.mark.item("S0.23")
def test_below_the_floor_a_discount_is_a_bend_and_never_a_block(adviser: Actor) -> None:
    above = propose_at_once(adviser, "closing_discount", "16.96", facts=SOLID)
    below = propose_at_once(adviser, "closing_discount", "16.96", facts=THIN)

    assert [(it.decision.authority, it.decision.route) for it in (above, below)] == [("within", "do")] * 2
    assert above.gesture is not None
    assert below.gesture is not None
    assert [reason.code for reason in reasons_in(above.decision)] == ["gesture.covered"]
    assert [reason.code for reason in reasons_in(below.decision)] == ["gesture.covered", "rule.bent"]


@pytest.mark.item("S0.23")
def test_what_closes_a_sale_draws_on_no_money_for_failures(adviser: Actor) -> None:
    make_small_gesture(adviser, "closing_discount", "16.96", facts=SOLID)

    assert [(entry.envelope, entry.amount) for entry in entries_of_gestures().all()] == [("", 1_696)]
    left = propose_at_once(adviser, "closing_discount", "1.00", facts=SOLID).decision.request["standing"]["envelopes"]
    assert left == {"gestures": {"left": "900.00"}}
