"""What stands around a decision: when it pays for itself, no fee for leaving because of us, what decisions cost."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.gestures.distribution import Bar, distribution_of_cost
from geste.apps.gestures.offering import offered
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import Question, question_about
from geste.apps.gestures.worth import leaves_because_of_us, pays_from
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db(transaction=True)
KNOWS_MORE = CHARTER.replace(
    "    danger: {{type: yes_no, from: agent, assume: no}}",
    "    danger: {{type: yes_no, from: agent, assume: no}}\n    leaving_early: {{type: yes_no, from: agent}}\n"
    "  customer:\n    value: money",
)


def question(actor: Actor, facts: Mapping[str, object]) -> Question:
    return question_about(make_case(actor, facts=facts), actor=actor, now=NOW)


@pytest.mark.item("S2.5")
def test_the_break_even_is_told_where_the_value_is_known() -> None:
    make_charter(KNOWS_MORE)
    agent = make_actor()

    known = question(agent, {"customer": {"value": "17160"}})

    assert pays_from(known, 390_00) == 2_27
    assert pays_from(known, 0) is None
    assert pays_from(known, None) is None
    assert pays_from(question(agent, {}), 390_00) is None


@pytest.mark.item("S2.3", "S2.5")
def test_a_public_service_weighs_nobody() -> None:
    without_money = KNOWS_MORE.replace("currency: AUD", "currency: AUD\nsector: public_service")
    for kind in ("kind: money_now", "kind: attention"):
        without_money = without_money.replace(kind, "kind: time")
    make_charter(without_money)

    assert pays_from(question(make_actor(), {"customer": {"value": "17160"}}), 390_00) is None


def test_a_charter_that_declares_no_value_tells_nothing() -> None:
    make_charter()

    assert pays_from(question(make_actor(), {}), 390_00) is None


@pytest.mark.item("S4.7")
@pytest.mark.parametrize("responsibility", ["ours", "shared"])
def test_who_leaves_early_because_of_us_is_offered_the_waiver_first(responsibility: str) -> None:
    make_charter(KNOWS_MORE)
    agent = make_actor()
    facts = {
        "case": {"leaving_early": True, "responsibility": responsibility, "loss": "service"},
        "stay": {"late": {"confirmed": True}, "nights": 1, "price": "390"},
    }

    leaving = question(agent, facts)

    assert leaves_because_of_us(leaving)
    assert [(option.gesture, option.group) for option in offered(leaving)][:2] == [("fee", "fix"), ("refund", "owed")]
    staying = question(agent, {**facts, "case": {"responsibility": responsibility, "loss": "service"}})
    assert next(option.gesture for option in offered(staying)) == "refund"
    assert sorted(option.gesture for option in offered(staying)) == sorted(
        option.gesture for option in offered(leaving)
    )


@pytest.mark.item("S4.7")
@pytest.mark.parametrize("responsibility", ["customer", "nobody", "third_party"])
def test_who_leaves_for_reasons_of_their_own_is_offered_as_ever(responsibility: str) -> None:
    make_charter(KNOWS_MORE)
    facts = {
        "case": {"leaving_early": True, "responsibility": responsibility},
        "stay": {"late": {"confirmed": True}},
    }

    asked = question(make_actor(), facts)

    assert not leaves_because_of_us(asked)
    assert next(option.gesture for option in offered(asked)) != "fee"


@pytest.mark.item("S2.4")
def test_what_decisions_cost_is_read_live_by_size() -> None:
    make_charter()
    agent = make_actor()
    for gesture, amount in (("note", None), ("credit", "10"), ("drink", "60"), ("credit", "50"), ("credit", "50.01")):
        make_gesture(agent, make_case(agent), gesture, amount)
    make_gesture(agent, make_case(agent), "credit", "400", now=NOW - timedelta(days=29))

    found = distribution_of_cost(at=NOW)

    # A drink of 60 costs us 21; what was given four weeks and a day ago is over.
    assert (found.decisions, found.at_zero, found.below_line) == (5, 1, 4)
    assert found.basis_points(found.below_line) == 80_00
    assert [bar for bar in found.bars if bar.times] == [
        Bar(None, 0, 1),
        Bar(0, 10_00, 1),
        Bar(10_00, 25_00, 1),
        Bar(25_00, 50_00, 1),
        Bar(50_00, 100_00, 1),
    ]
    make_gesture(agent, make_case(agent), "credit", "5")
    assert distribution_of_cost(at=NOW).decisions == 6


@pytest.mark.item("S2.4")
def test_the_line_is_the_charters_and_below_it_no_note_is_asked_at_all() -> None:
    make_charter(CHARTER.replace("trust_line: 50", "trust_line: 600"))
    agent = make_actor()
    assert distribution_of_cost(at=NOW).charter.trust_line == 600_00

    within = make_gesture(agent, make_case(agent), "credit", "500")
    first = propose(agent, make_case(agent), "credit", "600", act_first=True)

    assert (within.note, first.gesture is not None) == ("", True)
    with pytest.raises(ProposalRefused, match="note"):
        propose(agent, make_case(agent), "credit", "600.01", act_first=True)
