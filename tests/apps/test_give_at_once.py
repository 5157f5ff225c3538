"""Giving at once: what needs no case is decided, recorded, posted and counted exactly as on a case."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.charters.selectors import ready
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import Item, NoSuchGesture, items_last_given, receipt_of, visible_gestures
from geste.apps.ledger.models import Account
from geste.core.decision.inputs import InputRefused
from geste.core.money import Currency
from tests.apps.test_give_gesture_together import together
from tests.make import (
    CHARTER,
    NOW,
    entries_of_gestures,
    make_actor,
    make_case,
    make_charter,
    make_small_gesture,
    make_trade,
    propose,
    propose_at_once,
    take_back,
)
from tests.sums import balance_of

A_BRIOCHE = {"sale": {"total": "120", "item_cost": "2.35"}}
AT_2_04 = {"sale": {"total": "2.04"}}

# A sweet is given at most twice a day by one person, three times by one team, four times at one site.
SWEETS = CHARTER.replace(
    "red_lines:",
    "  sweet: {{name: {{en: A sweet, fr: Un bonbon}}, kind: attention, line: delight, cap: 5}}\nred_lines:",
).replace(
    "envelopes:",
    """  mine: {{per: agent, within: 24 hours, covers: [sweet], at_most: {{times: 2}}}}
  ours: {{per: team, within: 24 hours, covers: [sweet], at_most: {{times: 3}}}}
  here: {{per: site, within: 24 hours, covers: [sweet], at_most: {{times: 4}}}}
envelopes:""",
)


@pytest.fixture
def marco(db: None) -> Actor:
    make_trade("bakery")
    return make_actor("marco", role="counter")


@pytest.mark.item("S0.22")
def test_four_cents_are_given_without_a_case(marco: Actor) -> None:
    outcome = propose_at_once(marco, "round_down", "0.04", facts=AT_2_04, key="one-tap-1")

    gesture, decision = outcome.gesture, outcome.decision
    assert gesture is not None
    assert (gesture.key, gesture.what, gesture.amount, gesture.currency) == ("one-tap-1", "round_down", 4, "EUR")
    assert (gesture.case, gesture.site_id, gesture.given_by_id) == (None, marco.site_id, marco.user_id)
    assert (gesture.given_at, gesture.written_at, gesture.settling) == (NOW, NOW, "not_needed")
    assert (decision.case, decision.site_id, decision.authority, decision.route) == (
        None,
        marco.site_id,
        "within",
        "do",
    )


def test_the_decision_is_recorded_with_everything_it_rested_on(marco: Actor) -> None:
    record = propose_at_once(marco, "round_down", "0.04", facts=AT_2_04).decision

    assert record.request == {
        "actor": {"role": "counter", "kind": "agent"},
        "facts": {"sale": {"total": "2.04"}, "now": "2026-05-14T01:07:00+10:00"},
        "standing": {"given": [], "envelopes": {"month": {"left": "200.00"}}},
        "proposal": {"gesture": "round_down", "amount": "0.04"},
    }
    prepared = ready(record.charter_text).prepared
    again = prepared.decide(prepared.read(record.request))
    assert (again.authority, list(again.routes), again.clause) == (record.authority, record.routes, record.clause)
    assert (again.amount, again.headroom) == (record.amount, record.headroom)


def test_the_cost_is_posted_to_the_company(marco: Actor) -> None:
    gesture = make_small_gesture(marco, "round_down", "0.04", facts=AT_2_04)

    entry = entries_of_gestures().get()
    assert gesture.entry_id == entry.pk
    assert (entry.debit, entry.credit, entry.amount) == ("gestures", "due_to_customers", 4)
    assert (entry.currency, entry.envelope, entry.gesture_key) == ("EUR", "", gesture.key)


@pytest.mark.item("S0.24")
def test_a_small_item_is_booked_at_what_it_costs_us(marco: Actor) -> None:
    """S0.24: 6 on a basket of 120 is within 10 %, and 12 is the most."""
    gesture = make_small_gesture(marco, "add_on", "6", facts=A_BRIOCHE, item=" Brioche ")

    assert (gesture.item, gesture.amount, gesture.decision.headroom) == ("Brioche", 600, 1_200)
    assert (balance_of(Account.COST_PRICE), balance_of(Account.GESTURES)) == (235, 0)


@pytest.mark.item("S0.24")
def test_an_item_above_its_share_of_the_basket_is_declined(marco: Actor) -> None:
    outcome = propose_at_once(marco, "add_on", "13", facts=A_BRIOCHE, item="Brioche")

    assert outcome.gesture is None
    assert (outcome.decision.authority, outcome.decision.clause) == ("beyond", "add_on.amount")
    assert entries_of_gestures().count() == 0


@pytest.mark.item("S0.24")
@pytest.mark.parametrize(
    ("item", "sale", "code"),
    [
        (" ", {"total": "120", "item_cost": "2.35"}, "item.missing"),
        ("B" * 81, {"total": "120", "item_cost": "2.35"}, "item.too_long"),
        ("Brioche", {"total": "120"}, "cost.missing"),
    ],
)
def test_an_item_has_a_name_and_a_cost(marco: Actor, item: str, sale: dict[str, object], code: str) -> None:
    with pytest.raises(ProposalRefused) as refused:
        propose_at_once(marco, "add_on", "6", facts={"sale": sale}, item=item)

    assert refused.value.code == code
    assert (DecisionRecord.objects.count(), entries_of_gestures().count()) == (0, 0)


def test_a_key_that_stands_for_another_item_is_refused(marco: Actor) -> None:
    propose_at_once(marco, "add_on", "6", facts=A_BRIOCHE, item="Brioche", key="one-key-only")

    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        propose_at_once(marco, "add_on", "6", facts=A_BRIOCHE, item="Tart", key="one-key-only")


@pytest.mark.item("S0.24")
def test_the_items_last_given_at_a_site_are_known_by_name_worth_and_cost(marco: Actor) -> None:
    at = iter(NOW + timedelta(minutes=minute) for minute in range(60))
    sold_dearer = {"sale": {"total": "120", "item_cost": "2.50"}}
    make_small_gesture(marco, "add_on", "6", facts=A_BRIOCHE, item="Brioche", now=next(at))
    tart = make_small_gesture(marco, "add_on", "8", facts=sold_dearer, item="Tart", now=next(at))
    again = make_small_gesture(marco, "add_on", "6.20", facts=sold_dearer, item="brioche", now=next(at))
    make_small_gesture(
        make_actor("leo", role="counter", site="Airport"), "add_on", "1", facts=A_BRIOCHE, item="Roll", now=next(at)
    )
    slip = make_small_gesture(marco, "add_on", "1", facts=A_BRIOCHE, item="Slip", now=next(at))
    take_back(marco, slip, now=slip.written_at)

    assert items_last_given(marco, "add_on", Currency("EUR", 2)) == (
        Item(again.pk, "brioche", 620, 250),
        Item(tart.pk, "Tart", 800, 250),
    )


def test_more_than_the_charter_rounds_is_declined_and_recorded(marco: Actor) -> None:
    outcome = propose_at_once(marco, "round_down", "0.10", facts=AT_2_04)

    assert outcome.gesture is None
    assert (outcome.decision.authority, outcome.decision.clause) == ("beyond", "round_down.amount")
    assert (Gesture.objects.count(), entries_of_gestures().count()) == (0, 0)
    assert EventRow.objects.filter(name="gestures.GestureDeclined").count() == 1


def test_beyond_the_charter_a_person_still_acts_first(marco: Actor) -> None:
    outcome = propose_at_once(marco, "round_down", "0.50", facts=AT_2_04, act_first=True)

    assert outcome.gesture is not None
    assert (outcome.gesture.settling, balance_of(Account.TO_SETTLE)) == ("to_settle", 50)


@pytest.mark.parametrize("gesture", ["swap", "refund", "margin_floor", "explain"])
def test_what_mends_a_failure_needs_a_case(marco: Actor, gesture: str) -> None:
    with pytest.raises(ProposalRefused) as refused:
        propose_at_once(marco, gesture, None if gesture in ("margin_floor", "explain") else "5")

    assert refused.value.code == "case.missing"
    assert DecisionRecord.objects.count() == 0


@pytest.mark.parametrize(
    ("gesture", "amount", "facts", "codes"),
    [
        ("nothing", None, {}, ["gesture.not_known"]),
        ("round_down", "cheap", {}, ["amount.unreadable"]),
        ("round_down", "0.04", {"sale": {"total": "lots"}}, ["amount.unreadable"]),
        ("round_down", "0.04", {"weather": "fine"}, ["fact.not_declared"]),
    ],
)
def test_what_cannot_be_read_is_refused(
    marco: Actor, gesture: str, amount: str | None, facts: dict[str, object], codes: list[str]
) -> None:
    with pytest.raises(InputRefused) as refused:
        propose_at_once(marco, gesture, amount, facts=facts)

    assert [found.code for found in refused.value.findings] == codes
    assert DecisionRecord.objects.count() == 0


def test_a_fact_that_is_missing_is_asked_for(marco: Actor) -> None:
    outcome = propose_at_once(marco, "add_on", "6", item="Brioche")

    assert outcome.gesture is None
    assert (outcome.decision.authority, outcome.decision.routes) == ("unknown", ["ask"])


def test_the_same_key_gives_once(marco: Actor) -> None:
    first, second = (propose_at_once(marco, "round_down", "0.04", facts=AT_2_04, key="double-tap") for _ in range(2))

    assert first.gesture == second.gesture
    assert (Gesture.objects.count(), entries_of_gestures().count(), DecisionRecord.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    "again",
    [
        lambda marco: propose_at_once(marco, "round_down", "0.05", facts=AT_2_04, key="one-key-only"),
        lambda marco: propose_at_once(
            marco, "round_down", "0.04", facts={"sale": {"total": "3.04"}}, key="one-key-only"
        ),
        lambda _: propose_at_once(
            make_actor("ana", role="counter"), "round_down", "0.04", facts=AT_2_04, key="one-key-only"
        ),
        lambda marco: propose(marco, make_case(marco), "round_down", "0.04", key="one-key-only"),
    ],
    ids=["amount", "facts", "person", "case"],
)
def test_a_key_that_stands_for_something_else_is_refused(marco: Actor, again: Callable[[Actor], Outcome]) -> None:
    propose_at_once(marco, "round_down", "0.04", facts=AT_2_04, key="one-key-only")

    with pytest.raises(ProposalRefused) as refused:
        again(marco)

    assert refused.value.code == "key.reused"
    assert Gesture.objects.count() == 1


def test_a_key_of_a_case_gives_nothing_at_once(marco: Actor) -> None:
    propose(marco, make_case(marco), "refund", "5", key="one-key-only")

    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        propose_at_once(marco, "round_down", "0.04", facts=AT_2_04, key="one-key-only")


@pytest.mark.django_db
def test_limits_of_agent_team_and_site_hold_without_a_case() -> None:
    make_charter(SWEETS)
    tomas, ana = make_actor("tomas"), make_actor("ana")

    clauses = [propose_at_once(actor, "sweet", "1").decision.clause for actor in (tomas, tomas, tomas, ana, ana)]

    assert clauses == ["sweet", "sweet", "mine", "sweet", "ours"]


@pytest.mark.django_db
def test_what_was_given_on_a_case_counts_at_the_counter_and_the_other_way_round() -> None:
    make_charter(SWEETS)
    tomas = make_actor("tomas")
    propose(tomas, make_case(tomas), "sweet", "1")
    make_small_gesture(tomas, "sweet", "1")

    assert propose_at_once(tomas, "sweet", "1").decision.clause == "mine"
    assert propose(tomas, make_case(tomas), "sweet", "1").decision.clause == "mine"
    assert propose_at_once(tomas, "sweet", "1", now=NOW + timedelta(days=2)).decision.clause == "sweet"


@pytest.mark.django_db
def test_what_another_site_gives_does_not_count_here() -> None:
    make_charter(SWEETS.replace("{{times: 4}}", "{{times: 1}}"))
    make_small_gesture(make_actor("leo", site="Airport"), "sweet", "1")
    tomas = make_actor("tomas")

    clauses = [propose_at_once(tomas, "sweet", "1").decision.clause for _ in range(2)]

    assert clauses == ["sweet", "here"]


@pytest.mark.django_db
def test_an_envelope_is_drawn_on_without_a_case() -> None:
    make_charter(SWEETS)
    tomas = make_actor("tomas")
    make_small_gesture(tomas, "sweet", "5")

    standing = propose_at_once(tomas, "sweet", "1").decision.request["standing"]

    assert standing["envelopes"] == {"month": {"left": "995.00"}}


@pytest.mark.django_db(transaction=True)
def test_a_limit_holds_whoever_gives_at_the_same_moment() -> None:
    make_charter(SWEETS)
    actors = [make_actor(name) for name in ("tomas", "ana", "mei", "hugo", "lou")]

    outcomes = together(*(partial(propose_at_once, actor, "sweet", "1") for actor in actors))

    assert sorted(outcome.decision.clause for outcome in outcomes) == ["ours", "ours", "sweet", "sweet", "sweet"]


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_at_the_same_moment_gives_once() -> None:
    make_trade("bakery")
    marco = make_actor("marco", role="counter")

    together(*[partial(propose_at_once, marco, "round_down", "0.04", facts=AT_2_04, key="double-tap")] * 4)

    assert (Gesture.objects.count(), entries_of_gestures().count()) == (1, 1)


@pytest.mark.django_db
def test_people_see_what_was_given_at_their_site() -> None:
    make_charter(SWEETS)
    tomas, leo, kim = make_actor("tomas"), make_actor("leo", site="Airport"), make_actor("kim", site="")
    here, there, anywhere = (make_small_gesture(actor, "sweet", "1") for actor in (tomas, leo, kim))

    assert set(visible_gestures(tomas)) == {here, anywhere}
    assert set(visible_gestures(leo)) == {there, anywhere}
    assert set(visible_gestures(kim)) == {here, there, anywhere}
    assert receipt_of(tomas, here.pk).case is None
    with pytest.raises(NoSuchGesture):
        receipt_of(leo, here.pk)
