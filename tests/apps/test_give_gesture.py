"""Giving: what the charter covers is given and posted; what it does not is said, recorded, and never posted."""

from datetime import date, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.cases.models import Case, Kind, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.link_cases import link_cases
from geste.apps.charters.selectors import ready
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import as_recorded, reasons_in
from geste.apps.ledger.models import Account
from geste.core.decision.inputs import InputRefused
from geste.core.reasons import Reason
from tests.make import CHARTER, NOW, entries_of_gestures, make_actor, make_case, make_charter, make_gesture, propose
from tests.sums import balance_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


def test_what_the_charter_covers_is_given(agent: Actor, case: Case) -> None:
    outcome = propose(agent, case, "credit", "390", key="first-tap", note=" He slept badly. ")

    gesture = outcome.gesture
    assert gesture is not None
    assert (gesture.key, gesture.what, gesture.amount, gesture.currency) == ("first-tap", "credit", 39_000, "AUD")
    assert (gesture.note, gesture.settling, gesture.given_at) == ("He slept badly.", "not_needed", NOW)
    assert gesture.given_by_id == agent.user_id


def test_the_decision_is_recorded_with_everything_it_rested_on(agent: Actor, case: Case) -> None:
    make_gesture(agent, case, "drink", "20")

    decision = propose(agent, case, "credit", "390").decision

    assert decision.request == {
        "id": case.reference,
        "actor": {"role": "reception", "kind": "agent"},
        "facts": {"now": "2026-05-14T01:07:00+10:00"},
        "standing": {
            "given": [
                {
                    "gesture": "drink",
                    "amount": "20.00",
                    "at": "2026-05-13T15:07:00+00:00",
                    "scopes": ["case", "customer"],
                }
            ],
            "envelopes": {"month": {"left": "993.00"}},
        },
        "proposal": {"gesture": "credit", "amount": "390"},
    }
    assert (decision.authority, decision.route, decision.clause) == ("within", "do", "credit")
    assert (decision.amount, decision.headroom, decision.charter_version) == (39_000, 48_000, 1)
    assert decision.charter_digest == decision.charter_text.digest
    assert reasons_in(decision) == (Reason("gesture.covered", (("gesture", "credit"), ("role", "reception"))),)


def test_decided_again_the_record_gives_the_same_answer(agent: Actor, case: Case) -> None:
    for amount in ("390", "200", "12.34"):
        propose(agent, case, "credit", amount)

    for record in DecisionRecord.objects.all():
        prepared = ready(record.charter_text).prepared
        again = prepared.decide(prepared.read(record.request))
        assert (again.authority, list(again.routes), again.clause) == (record.authority, record.routes, record.clause)
        assert (again.amount, again.headroom) == (record.amount, record.headroom)
        assert as_recorded(again.reasons) == record.reasons


@pytest.mark.item("S2.19")
def test_the_cost_is_posted_to_the_company_in_one_balanced_entry(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    entry = entries_of_gestures().get()
    assert gesture.entry_id == entry.pk
    assert (entry.debit, entry.credit, entry.amount) == ("foregone_revenue", "waived_fees", 39_000)
    assert (entry.currency, entry.envelope, entry.gesture_key) == ("AUD", "month", gesture.key)


def test_goods_are_booked_at_what_they_cost_us(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "drink", "46")

    assert gesture.amount == 4_600
    assert balance_of(Account.COST_PRICE) == 1_610


def test_what_is_owed_is_no_gesture_and_counts_against_no_cap(agent: Actor) -> None:
    case = make_case(agent, facts={"stay": {"price": "390", "nights": 1}})

    make_gesture(agent, case, "refund")
    decision = propose(agent, case, "credit", "500").decision

    assert balance_of(Account.OWED) == 39_000
    assert (decision.authority, decision.headroom) == ("within", 50_000)


def test_what_has_no_amount_makes_no_entry(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "note")

    assert gesture.amount is None
    assert gesture.entry_id is None
    assert entries_of_gestures().count() == 0


def test_without_an_amount_the_suggestion_is_given(agent: Actor, case: Case) -> None:
    assert make_gesture(agent, case, "drink").amount == 6_000


@pytest.mark.parametrize(
    ("amount", "authority", "headroom"),
    [("499.99", "within", 50_000), ("500.00", "within", 50_000), ("500.01", "beyond", 50_000)],
)
def test_the_cap_holds_to_the_cent(agent: Actor, case: Case, amount: str, authority: str, headroom: int) -> None:
    decision = propose(agent, case, "credit", amount).decision

    assert (decision.authority, decision.headroom) == (authority, headroom)


def test_the_cap_counts_all_gestures_of_the_case(agent: Actor, case: Case) -> None:
    for amount in ("300", "150.50"):
        make_gesture(agent, case, "credit", amount)

    outcome = propose(agent, case, "credit", "49.51")

    assert outcome.gesture is None
    assert (outcome.decision.authority, outcome.decision.headroom) == ("beyond", 4_950)


def test_the_cap_counts_linked_cases_however_far_they_are_linked(agent: Actor, case: Case) -> None:
    near, far = make_case(agent), make_case(agent)
    link_cases(actor=agent, case=case, other=near)
    link_cases(actor=agent, case=near, other=far)
    make_gesture(agent, far, "credit", "300")

    decision = propose(agent, case, "credit", "300").decision

    assert (decision.authority, decision.headroom) == ("beyond", 20_000)


@pytest.mark.item("S4.29")
def test_authority_does_not_depend_on_whose_fault_it_is(agent: Actor) -> None:
    headrooms = []
    for responsibility in ("ours", "customer", "nobody"):
        case = make_case(agent, facts={"case": {"responsibility": responsibility}})
        decision = propose(agent, case, "credit", "1").decision
        headrooms.append((decision.authority, decision.headroom))

    assert headrooms == [("within", 50_000)] * 3


def test_a_customer_limit_looks_across_cases_and_only_back_so_far(agent: Actor) -> None:
    for days in (40, 20, 10):
        earlier = make_case(agent, customer="lee")
        make_gesture(agent, earlier, "drink", "5", now=NOW - timedelta(days=days))

    third = propose(agent, make_case(agent, customer="lee"), "drink", "5")
    fourth = propose(agent, make_case(agent, customer="lee"), "drink", "5")

    assert third.gesture is not None
    assert fourth.gesture is None
    assert fourth.decision.clause == "thrice"


def test_an_envelope_is_never_overdrawn(agent: Actor) -> None:
    for _ in range(2):
        make_gesture(agent, make_case(agent), "credit", "450")

    declined = propose(agent, make_case(agent), "credit", "100.01")
    given = propose(agent, make_case(agent), "credit", "100.00")

    assert (declined.decision.authority, declined.decision.clause) == ("beyond", "month")
    assert given.gesture is not None


@pytest.mark.item("S0.18")
def test_where_nothing_went_wrong_somebody_is_pleased_from_an_envelope_of_its_own() -> None:
    joy = "  joy: {{name: {{en: Joy, fr: Joie}}, amount: 50, covers: [drink]}}\n  month:"
    make_charter(
        CHARTER.replace("    kind: attention\n", "    kind: attention\n    line: delight\n").replace("  month:", joy)
    )
    agent = make_actor()
    nothing_wrong = make_case(agent, kind=Kind.REQUEST)

    outcome = propose(agent, nothing_wrong, "drink", "20")

    assert outcome.gesture is not None
    assert (outcome.decision.authority, outcome.gesture.settling) == ("within", "not_needed")
    assert [(entry.envelope, entry.amount) for entry in entries_of_gestures().all()] == [("joy", 700)]
    assert propose(agent, nothing_wrong, "credit", "480").decision.authority == "within"


def test_an_envelope_is_full_again_next_month(agent: Actor) -> None:
    for _ in range(2):
        make_gesture(agent, make_case(agent), "credit", "500")

    assert propose(agent, make_case(agent), "credit", "500", now=NOW + timedelta(days=30)).gesture is not None


def test_beyond_the_charter_nothing_is_given_unless_the_person_acts_first(agent: Actor, case: Case) -> None:
    outcome = propose(agent, case, "credit", "700")

    assert outcome.gesture is None
    assert (outcome.decision.route, outcome.decision.routes) == ("", ["one_hop", "act_first", "hand_over"])
    assert entries_of_gestures().count() == 0


@pytest.mark.item("S0.12")
def test_acting_first_is_honoured_and_stands_to_settle(agent: Actor, case: Case) -> None:
    outcome = propose(agent, case, "credit", "700", act_first=True, note="Second failure in a week.")

    gesture = outcome.gesture
    assert gesture is not None
    assert (gesture.amount, gesture.settling, outcome.decision.route) == (70_000, "to_settle", "act_first")
    entry = entries_of_gestures().get()
    assert (entry.debit, entry.amount, entry.envelope) == ("to_settle", 70_000, "")


def test_acting_first_above_the_trust_line_needs_one_line(agent: Actor, case: Case) -> None:
    with pytest.raises(ProposalRefused) as refused:
        propose(agent, case, "credit", "700", act_first=True, note="  ")

    assert refused.value.code == "note.missing"
    assert DecisionRecord.objects.count() == 0


def test_acting_first_at_the_trust_line_needs_none(agent: Actor, case: Case) -> None:
    make_gesture(agent, case, "credit", "480")

    assert propose(agent, case, "credit", "50", act_first=True).gesture is not None


def test_acting_first_with_nothing_left_needs_an_amount(agent: Actor, case: Case) -> None:
    make_gesture(agent, case, "credit", "500")

    with pytest.raises(ProposalRefused) as refused:
        propose(agent, case, "credit", act_first=True, note="Second failure in a week.")

    assert refused.value.code == "amount.missing"
    assert Gesture.objects.count() == 1


def test_within_the_charter_acting_first_is_simply_doing(agent: Actor, case: Case) -> None:
    outcome = propose(agent, case, "credit", "390", act_first=True)

    assert outcome.decision.route == "do"
    assert outcome.gesture is not None
    assert outcome.gesture.settling == "not_needed"


def test_a_missing_fact_is_asked_for_and_a_claimed_one_is_to_confirm(agent: Actor) -> None:
    unknown = propose(agent, make_case(agent), "fee").decision
    claimed = propose(agent, make_case(agent, facts={"stay": {"late": True}}), "fee").decision
    confirmed = propose(agent, make_case(agent, facts={"stay": {"late": {"confirmed": True}}}), "fee")

    assert reasons_in(unknown) == (Reason("fact.missing", (("fact", "stay.late"),)),)
    assert reasons_in(claimed) == (Reason("fact.unconfirmed", (("fact", "stay.late"),)),)
    assert (unknown.authority, unknown.routes, unknown.route) == ("unknown", ["ask"], "")
    assert confirmed.gesture is not None


@pytest.mark.item("S4.16")
def test_a_red_line_stops_money_and_the_no_is_recorded(agent: Actor) -> None:
    case = make_case(agent, facts={"case": {"danger": True}})

    outcome = propose(agent, case, "credit", "10", act_first=True, note="Please.")

    assert outcome.gesture is None
    assert (outcome.decision.authority, outcome.decision.clause) == ("forbidden", "safety")
    assert EventRow.objects.filter(name="gestures.GestureDeclined").count() == 1


def test_what_is_for_nobody_stays_with_nobody(agent: Actor, case: Case) -> None:
    assert propose(agent, case, "keys", act_first=True).decision.authority == "forbidden"


def test_an_assistant_hands_over_where_a_person_acts_first(agent: Actor, case: Case) -> None:
    assistant = make_actor("bot", role="assistant")

    within = propose(assistant, make_case(agent), "drink", "20")
    beyond = propose(assistant, case, "drink", "20.01", act_first=True, note="Please.")

    assert within.gesture is not None
    assert beyond.gesture is None
    assert beyond.decision.routes == ["hand_over"]


def test_the_same_key_gives_once(agent: Actor, case: Case) -> None:
    first = propose(agent, case, "credit", "300", key="double-tap")
    second = propose(agent, case, "credit", "300", key="double-tap")

    assert first.gesture == second.gesture
    assert Gesture.objects.count() == entries_of_gestures().count() == DecisionRecord.objects.count() == 1


@pytest.mark.parametrize(("gesture", "amount"), [("credit", "301"), ("drink", "300"), ("credit", None)])
def test_a_key_stands_for_one_intention(agent: Actor, case: Case, gesture: str, amount: str | None) -> None:
    propose(agent, case, "credit", "300", key="double-tap")

    with pytest.raises(ProposalRefused) as refused:
        propose(agent, case, gesture, amount, key="double-tap")

    assert refused.value.code == "key.reused"


def test_a_key_belongs_to_one_person(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "300", key="double-tap")

    with pytest.raises(ProposalRefused):
        propose(make_actor("ana"), case, "credit", "300", key="double-tap")


@pytest.mark.parametrize("key", ["short", "x" * 65, "has space", "accentué-clé"])
def test_a_malformed_key_is_refused(agent: Actor, case: Case, key: str) -> None:
    with pytest.raises(ProposalRefused) as refused:
        propose(agent, case, "note", key=key)

    assert refused.value.code == "key.malformed"


@pytest.mark.parametrize(
    ("gesture", "amount", "code"),
    [
        ("gold", None, "gesture.not_known"),
        ("credit", "-1", "amount.negative"),
        ("credit", "12.345", "amount.too_precise"),
        ("credit", "9" * 15, "amount.too_large"),
        ("credit", "ten", "amount.unreadable"),
        ("credit", "10 EUR", "amount.wrong_currency"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(
    agent: Actor, case: Case, gesture: str, amount: str | None, code: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        propose(agent, case, gesture, amount)

    assert [found.code for found in refused.value.findings] == [code]
    assert DecisionRecord.objects.count() == 0


def test_nothing_is_given_on_a_closed_case(agent: Actor, case: Case) -> None:
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    with pytest.raises(NotPermitted) as refused:
        propose(agent, case, "note")

    assert refused.value.reason == "permission.case_closed"


@pytest.mark.usefixtures("agent")
def test_nothing_is_given_on_another_sites_case(case: Case) -> None:
    with pytest.raises(NotPermitted) as refused:
        propose(make_actor("leo", site="Airport"), case, "note")

    assert refused.value.reason == "permission.other_site"
    assert Gesture.objects.count() == 0


def test_a_fact_the_new_charter_does_not_know_is_forgotten_and_the_case_goes_on(agent: Actor) -> None:
    case = make_case(agent, facts={"stay": {"price": "390", "nights": 2}})
    retyped = CHARTER.replace("nights: number", "nights: yes_no").replace("{{at_least: 1}}", "yes")
    make_charter(retyped, version=2, effective=date(2026, 5, 14))

    decision = propose(agent, case, "refund").decision

    assert decision.charter_version == 2
    assert decision.request["facts"] == {"stay": {"price": "390"}, "now": "2026-05-14T01:07:00+10:00"}
    assert reasons_in(decision) == (Reason("fact.missing", (("fact", "stay.nights"),)),)


def test_what_was_decided_is_never_changed(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "300")

    for row in (gesture, gesture.decision, gesture.entry):
        assert row is not None
        with pytest.raises(AlreadyWritten):
            row.save()
        with pytest.raises(AlreadyWritten):
            row.delete()
