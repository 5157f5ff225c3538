"""The measured charter and its cases are what the benchmark says they are."""

from geste.benchmarks.cases import alternatives_to, draw_cases, given_by_gesture
from geste.benchmarks.reference import Answer, judge
from geste.benchmarks.rules import FACT_TYPES, Comparison
from geste.core.charter.reading import read_charter
from tests.benchmarks.field import cases, rules

CASE: dict[str, str | int | bool] = {
    "gesture": "refund",
    "amount": 5_000,
    "role": "advisor",
    "tier": "gold",
    "severity": "spoiled",
    "channel": "phone",
    "member": True,
    "fraud_hold": False,
    "gestures_90_days": 0,
    "total": 20_000,
    "days_since_delivery": 10,
    "given_of_gesture": 1_000,
    "given_on_case": 3_000,
    "envelope_left": 500_000,
}


def test_the_charter_has_12_gestures_33_clauses_and_14_facts() -> None:
    other_bounds = (rules().case_cap, rules().share, rules().envelope)

    assert len(rules().gesture_caps) == 12
    assert len(rules().gesture_caps) + len(rules().role_caps) + len(other_bounds) + len(rules().checks) == 33
    assert len(FACT_TYPES) == 14


def test_the_charter_is_sound_for_geste() -> None:
    from geste.benchmarks.rules import goodwill_text

    assert read_charter(goodwill_text()).findings == ()


def test_the_rules_are_read_in_cents() -> None:
    window = next(check for check in rules().checks if check.clause == "small_matters")

    assert rules().gesture_caps["refund"]["gold"] == 15_000
    assert rules().role_caps["advisor"]["gold"]["spoiled"] == 10_000
    assert window.broken_when == (Comparison("severity", "==", "small"), Comparison("total", "<", 1_500))


def test_the_same_seed_draws_the_same_cases() -> None:
    assert draw_cases(rules(), 20) == cases()[:20]
    assert draw_cases(rules(), 20, seed=1) != cases()[:20]


def test_about_half_of_the_cases_are_allowed() -> None:
    allowed = sum(not judge(rules(), facts).broken for facts in cases())

    assert 0.45 <= allowed / len(cases()) <= 0.55


def test_every_one_of_the_33_clauses_is_broken_by_some_case() -> None:
    broken = {clause for facts in cases() for clause in judge(rules(), facts).broken}

    assert len(broken) == 33


def test_the_reference_counts_what_was_given() -> None:
    assert judge(rules(), CASE) == Answer(frozenset(), 7_000)
    assert judge(rules(), {**CASE, "amount": 7_001}) == Answer(frozenset({"advisor_limit"}), 7_000)


def test_there_is_no_headroom_while_a_clause_stands_in_the_way() -> None:
    late = judge(rules(), {**CASE, "days_since_delivery": 31, "amount": 20_000})

    assert late == Answer(frozenset({"refund_window", "refund.cap", "advisor_limit", "share_of_order"}), 0)


def test_alternatives_ask_every_gesture_with_what_it_was_given() -> None:
    asked = alternatives_to(rules(), CASE)

    assert given_by_gesture(rules(), CASE) == {"refund": 1_000, "partial_refund": 2_000}
    assert [one["gesture"] for one in asked] == list(rules().gesture_caps)
    assert [one["given_of_gesture"] for one in asked] == [1_000, 2_000, *[0] * 10]
