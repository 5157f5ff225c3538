"""Generated functions: what once made them differ from the interpreter, each in its smallest charter."""

import pytest

from geste.core.charter.reading import read_charter
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.decision.request import Proposal

HEAD = "charter: c\nversion: 1\ncurrency: AUD\neffective: 2026-05-01\npurpose: Be kind.\n"
REFUND = "gestures:\n  refund: {name: R, kind: money_now, cap: 100"


def engine(body: str) -> PreparedCharter:
    reading = read_charter(HEAD + body)
    assert reading.charter is not None, reading.findings
    return prepare(reading.charter)


def check_all_agree(prepared: PreparedCharter, **parts: object) -> None:
    """The proposal and every option are what the interpreter says."""
    request = prepared.read({"actor": {"role": "everyone"}, **parts})
    assert request.proposal is not None
    assert prepared.decide(request) == prepared.interpret(request, request.proposal)
    for option in prepared.options(request):
        assert option.decision == prepared.interpret(request, Proposal(option.gesture, None))


@pytest.mark.parametrize(
    "condition",
    [
        'n > 1 ? actor.kind == "agent" : true',
        "actor.role == r",
        '(actor.kind == "agent") == b',
        'l.exists(x, x.n > 0 && actor.kind == "agent")',
        '(proposal.gesture == "refund") == b',
        "confirmed(n) && n > 1",
    ],
)
def test_actor_and_gesture_may_stand_anywhere_in_a_condition(condition: str) -> None:
    facts = "facts: {n: number, r: text, b: yes_no, l: {type: list, of: {n: number}}}\n"
    stated = {"n": 2, "r": "everyone", "b": True, "l": [{"n": 1}]}

    check_all_agree(
        engine(f"{facts}{REFUND}, when: '{condition}'}}\n"), facts=stated, proposal={"gesture": "refund", "amount": "5"}
    )


def test_actor_may_stand_in_an_amount() -> None:
    body = "gestures:\n  g: {name: G, kind: fix, cap: 'actor.kind == \"agent\" ? 5 : 6'}\n"

    check_all_agree(engine(body), proposal={"gesture": "g", "amount": "5.50"})


def test_notes_keep_the_order_of_the_charter() -> None:
    limits = (
        "bendable: {b: {says: B}}\nlimits:\n"
        "  l1: {per: customer, at_most: {amount: 10}, guidance: yes}\n"
        "  l2: {per: customer, at_most: {amount: 10}, otherwise: {bend: b}}\n"
        "  l3: {per: customer, at_most: {amount: 20}, guidance: yes}\n"
    )
    prepared = engine(f"{REFUND}}}\n{limits}")

    check_all_agree(prepared, proposal={"gesture": "refund", "amount": "50"})
    request = prepared.read({"actor": {"role": "everyone"}, "proposal": {"gesture": "refund", "amount": "50"}})
    assert [reason.code for reason in prepared.decide(request).reasons] == [
        "gesture.covered",
        "limit.passed_guidance",
        "rule.bent",
        "limit.passed_guidance",
    ]


def test_sizing_knows_nothing_of_the_proposal() -> None:
    sizing = "sizing: {loss: loss, uplift: {when: {proposal.big: yes}, percent: 50 %}}\n"
    prepared = engine(f"facts: {{loss: money, proposal: {{big: yes_no}}}}\n{REFUND}}}\n{sizing}")

    check_all_agree(prepared, facts={"loss": "10"}, proposal={"gesture": "refund", "big": True})


@pytest.mark.parametrize("days", [0, 10, 11, 20, 21, 31])
def test_two_thresholds_on_one_number_are_both_told(days: int) -> None:
    clauses = (
        "clauses:\n"
        "  a: {says: A, require: {days: {at_most: 10}}}\n"
        "  b: {says: B, require: {days: {at_most: 20}}}\n"
        "  c: {says: C, require: {days: {at_least: 1}}}\n"
        "  d: {says: D, require: {days: {at_most: 30}}, otherwise: forbidden}\n"
    )
    prepared = engine(f"facts: {{days: number}}\n{REFUND}}}\n{clauses}")

    check_all_agree(prepared, facts={"days": days}, proposal={"gesture": "refund", "amount": "5"})


@pytest.mark.parametrize("price", ["0", "0.01", "0.83", "0.84", "99.99", "166.66", "166.67", "1000"])
@pytest.mark.parametrize("amount", ["0.50", "59.99", "60", "100.01"])
def test_share_is_compared_before_it_is_divided(price: str, amount: str) -> None:
    limits = "limits: {share: {per: case, at_most: {amount: {percent: 60 %, of: price}}}}\n"
    prepared = engine(f"facts: {{price: money}}\n{REFUND}}}\n{limits}")
    earlier = [{"gesture": "refund", "amount": "0.33", "scopes": ["case"]}]

    check_all_agree(
        prepared,
        facts={"price": price},
        standing={"given": earlier},
        proposal={"gesture": "refund", "amount": amount},
    )


def test_word_of_a_list_and_word_of_a_proposal_look_up_the_same_table() -> None:
    body = (
        "facts: {tier: [new, old], proposal: {cabin: [new, old]}}\n"
        "parameters: {caps: {by: [tier], gives: money, is: {new: 5, old: 9}}}\n"
        "gestures:\n  refund: {name: R, kind: money_now, cap: 'caps[tier]', when: {proposal.cabin: old}}\n"
    )

    check_all_agree(
        engine(body), facts={"tier": "old"}, proposal={"gesture": "refund", "amount": "9.01", "cabin": "old"}
    )


def test_rule_about_the_amount_that_two_gestures_share_is_worked_out_for_each() -> None:
    body = (
        f"facts: {{price: money, cost: money}}\n{REFUND}, line: sale}}\n"
        "  item: {name: I, kind: extra, cap: 50, line: sale}\n"
        "margin: {price: price, cost: cost, floor: 25 %, says: S}\n"
    )

    check_all_agree(
        engine(body), facts={"price": "200", "cost": "135"}, proposal={"gesture": "refund", "amount": "20.01"}
    )


@pytest.mark.parametrize("balance", ["-500", "0", "500"])
def test_share_of_a_debt_is_nothing(balance: str) -> None:
    facts = "facts: {balance: {type: money, min: -500, max: 500}}\n"
    owed = "owed:\n  part: {name: P, because: law, amount: {exactly: {percent: 8 %, of: balance}}}\n"
    prepared = engine(f"{facts}{REFUND}}}\n{owed}")

    check_all_agree(prepared, facts={"balance": balance}, proposal={"gesture": "part"})
    answer = prepared.options(prepared.read({"actor": {"role": "everyone"}, "facts": {"balance": balance}}))
    assert answer[0].decision.amount == (4_000 if balance == "500" else 0)
