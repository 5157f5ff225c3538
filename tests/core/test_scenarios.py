"""Scenarios come from the charter alone: each rule shows once, is judged by the charter, and goes with it."""

import pytest

from geste.core.charter.parser import parse_charter
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.training.scenarios import MOST, Scenario, scenarios

CHARTER = """
charter: harbour
name: Harbour House
version: 1
currency: AUD
effective: 2026-05-01
purpose: Every guest should want to come back.
trust_line: 50
case_cap: 500
facts:
  stay:
    price: {type: money}
    late: {type: yes_no, from: customer, ask: Did we come late?}
  order:
    delivered_at: {type: time}
  case:
    danger: {type: yes_no, from: agent, assume: no}
roles:
  reception: {name: Reception, cap: 300}
gestures:
  note: {name: A note, kind: explanation, amount: none}
  credit: {name: Credit, kind: money_now, cap: 500}
  fee: {name: Waive the fee, kind: fee_waiver, amount: {exactly: 40}, when: {confirmed: stay.late}}
red_lines:
  safety:
    says: Safety first.
    when: {case.danger: yes}
    instead: [note]
bendable:
  check_out: {name: Check out at ten, says: Up to noon.}
"""


def prepared(text: str = CHARTER) -> PreparedCharter:
    charter, findings = parse_charter(text)
    assert charter is not None, findings
    return prepare(charter)


def by_id(text: str = CHARTER, role: str = "reception") -> dict[str, Scenario]:
    return {one.id: one for one in scenarios(prepared(text), role)}


@pytest.mark.item("S2.17")
def test_each_rule_of_the_charter_shows_once_and_is_judged_by_it() -> None:
    found = by_id()

    assert {name: one.answer for name, one in found.items()} == {
        "within.note": "within",
        "within.credit": "within",
        "within.fee": "within",
        "red_line.safety": "forbidden",
        "beyond.credit": "beyond",
        "bend.check_out": "within",
        "unknown.fee": "unknown",
    }
    assert found["beyond.credit"].amount == "601.00"
    assert found["red_line.safety"].facts["case"] == {
        "loss": "money",
        "severity": "spoiled",
        "responsibility": "ours",
        "danger": True,
    }
    assert [reason.code for reason in found["unknown.fee"].decision.reasons] == ["fact.missing"]


@pytest.mark.item("S2.17")
def test_asked_again_the_charter_says_the_same() -> None:
    charter = prepared()

    assert scenarios(charter, "reception") == scenarios(prepared(), "reception")
    assert sum(MOST.values()) == 12


@pytest.mark.item("S2.17")
@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("cap: 300", "cap: 100", set(), set()),
        ("    when: {case.danger: yes}\n", "", {"red_line.safety"}, set()),
        ("bendable:\n  check_out: {name: Check out at ten, says: Up to noon.}\n", "", {"bend.check_out"}, set()),
        (", when: {confirmed: stay.late}", "", {"unknown.fee"}, set()),
        ("check_out:", "check_in:", {"bend.check_out"}, {"bend.check_in"}),
    ],
)
def test_changing_the_charter_changes_the_situations(before: str, after: str, gone: set[str], come: set[str]) -> None:
    earlier, later = by_id(), by_id(CHARTER.replace(before, after))

    assert earlier.keys() - later.keys() == gone
    assert later.keys() - earlier.keys() == come
    assert {name: (one.facts, one.amount) for name, one in earlier.items()} != {
        name: (one.facts, one.amount) for name, one in later.items()
    }


def test_what_somebody_may_not_give_is_no_situation_of_theirs() -> None:
    reserved = CHARTER.replace("kind: money_now, cap: 500", "kind: money_now, cap: 500, for: nobody")

    assert {name for name in by_id(reserved) if "credit" in name} == set()
