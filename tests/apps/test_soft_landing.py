"""Soft landing: a low envelope makes suggestions smaller and cheaper, an empty one switches nothing off."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.costing import Spot, purses_of
from geste.apps.gestures.offering import offered
from geste.apps.gestures.selectors import Question, question_about
from geste.apps.ledger.burn import burn_of
from geste.apps.ledger.models import EnvelopeChange
from geste.apps.ledger.services.change_envelope import ChangeRefused, change_envelope
from geste.apps.people.selectors import actor_for
from geste.core.ledger.forecast import Forecast
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, make_user, propose

TWO_SIZES = CHARTER.replace(
    "  drink:\n",
    "  small: {{name: {{en: Small, fr: Petit}}, kind: money_now, cap: 50}}\n  drink:\n",
)


@pytest.fixture
def agent(db: None) -> Actor:
    make_charter(TWO_SIZES)
    return make_actor()


def question(agent: Actor) -> Question:
    return question_about(make_case(agent), actor=agent, now=NOW)


def suggested(agent: Actor) -> list[tuple[str, int | None]]:
    """Return what may be done now, in order, with the amount suggested."""
    doable = [option for option in offered(question(agent)) if option.decision.authority == "within"]
    return [(option.gesture, option.decision.amount) for option in doable]


def draw(agent: Actor, *amounts: str) -> None:
    for amount in amounts:
        make_gesture(agent, make_case(agent), "credit", amount)


def test_above_a_fifth_everything_is_as_the_charter_says(agent: Actor) -> None:
    draw(agent, "500", "300")

    asked = question(agent)
    assert offered(asked) == asked.in_force.prepared.options(asked.request)


def test_below_a_fifth_suggestions_are_halved_and_the_cheapest_comes_first(agent: Actor) -> None:
    before = suggested(agent)
    draw(agent, "500", "301")

    found = suggested(agent)

    assert {name for name, _ in found} == {name for name, _ in before}
    money = [(name, amount) for name, amount in found if name in {"small", "drink", "credit"}]
    assert found[-3:] == money
    assert money == [("small", 2_500), ("drink", 3_000), ("credit", 9_950)]


def test_an_empty_envelope_still_leaves_what_costs_nothing_and_acting_first(agent: Actor) -> None:
    draw(agent, "500", "500")

    options = {option.gesture: option.decision for option in offered(question(agent))}

    free = {name for name, decision in options.items() if decision.authority == "within"}
    assert {"note", "explain", "call_back", "question_rule"} <= free
    assert options["credit"].authority == "beyond"
    assert "act_first" in options["credit"].routes
    outcome = propose(agent, make_case(agent), "credit", "40", act_first=True)
    assert outcome.gesture is not None
    assert (outcome.gesture.settling, outcome.gesture.entry_id is not None) == ("to_settle", True)


def test_what_may_be_given_is_the_same_however_low_it_is(agent: Actor) -> None:
    draw(agent, "500", "301")

    outcome = propose(agent, make_case(agent), "credit", "199")

    assert outcome.decision.authority == "within"


def test_burn_is_live_and_forecast_with_a_range(agent: Actor) -> None:
    charter = question(agent).in_force.charter
    purses = purses_of(charter, Spot(None, None))
    assert burn_of(purses, at=NOW) == []
    draw(agent, *["10"] * 5)

    (burn,) = burn_of(purses, at=NOW)

    elapsed, remaining = NOW - burn.since, burn.until - NOW
    assert (elapsed, remaining) == (timedelta(days=13, hours=1, minutes=7), timedelta(days=17, hours=22, minutes=53))
    assert (burn.cap, burn.drawn, burn.left, burn.is_low) == (100_000, 5_000, 95_000, False)
    assert burn.forecast == Forecast(11_881, 6_699, 17_063)


def test_a_steward_raises_and_lowers_with_a_reason(agent: Actor) -> None:
    draw(agent, "500")
    steward = actor_for(make_user("grace", is_steward=True))
    charter = question(agent).in_force.charter
    (purse,) = purses_of(charter, Spot(None, None))

    raised = change_envelope(actor=steward, purse=purse, by=20_000, reason=" A full house. ", now=NOW)
    lowered = change_envelope(actor=steward, purse=purse, by=-70_000, reason="A quiet end.", now=NOW)

    assert (raised.debit, raised.credit, raised.amount, raised.envelope_left) == ("envelopes", "budget", 20_000, 70_000)
    assert (lowered.debit, lowered.credit, lowered.amount, lowered.envelope_left) == ("budget", "envelopes", 70_000, 0)
    change = EnvelopeChange.objects.get(entry=raised)
    assert (change.why, change.reason, change.changed_by_id) == ("by_hand", "A full house.", steward.user_id)
    with pytest.raises(ChangeRefused, match=r"envelope\.already_used") as refused:
        change_envelope(actor=steward, purse=purse, by=-1, reason="Less.", now=NOW)
    assert refused.value.left == 0
    for by, reason, code in ((1, " ", "reason_missing"), (1, "x" * 501, "reason_too_long"), (0, "So.", "nothing_to")):
        with pytest.raises(ChangeRefused, match=code):
            change_envelope(actor=steward, purse=purse, by=by, reason=reason, now=NOW)
    with pytest.raises(NotPermitted):
        change_envelope(actor=agent, purse=purse, by=1, reason="For me.", now=NOW)
