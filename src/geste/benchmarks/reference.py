"""Reference: the measured charter once more as plain Python, written by hand, that every engine must agree with."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from geste.benchmarks.rules import Facts, Rules


class Answer(NamedTuple):
    """What an engine says of a case: the clauses it breaks, and the most that may still be given, if it can say."""

    broken: frozenset[str]
    headroom: int | None


def judge(rules: Rules, facts: Facts) -> Answer:
    """Return every broken clause and the headroom of one case, in cents. Only the tables of caps are read from `rules`.

    There is no headroom while anything but an amount stands in the way.
    """
    case: dict[str, Any] = dict(facts)
    bounds = {
        f"{case['gesture']}.cap": rules.gesture_caps[case["gesture"]][case["tier"]] - case["given_of_gesture"],
        f"{case['role']}_limit": rules.role_caps[case["role"]][case["tier"]][case["severity"]] - case["given_on_case"],
        "case_cap": 80_000 - case["given_on_case"],
        "share_of_order": case["total"] * 60 // 100 - case["given_on_case"],
        "this_month": case["envelope_left"],
    }
    over = {clause for clause, bound in bounds.items() if case["amount"] > bound}
    refused = {*_broken(case), *_broken_by_assistant(case)}
    return Answer(frozenset(over | refused), 0 if refused else max(0, min(bounds.values())))


def _broken(case: dict[str, Any]) -> Iterator[str]:
    gesture, days, lately = case["gesture"], case["days_since_delivery"], case["gestures_90_days"]
    refund = gesture in ("refund", "partial_refund")
    tests = {
        "no_fraud_hold": case["fraud_hold"],
        "refund_channel": refund and case["channel"] == "social",
        "gift_channel": gesture == "gift" and case["channel"] not in ("shop", "phone"),
        "better_model_members": gesture == "better_model" and not case["member"],
        "points_members": gesture == "points" and not case["member"],
        "quarter_count": lately > 2,
        "money_count": (refund or gesture == "discount") and lately > 1,
        "refund_window": refund and days > 30,
        "replacement_window": gesture == "replacement" and days > 90,
        "year_window": days > 365,
        "small_matters": case["severity"] == "small" and case["total"] < 1500,
    }
    return (clause for clause, broken in tests.items() if broken)


def _broken_by_assistant(case: dict[str, Any]) -> Iterator[str]:
    if case["role"] != "assistant":
        return
    if case["severity"] in ("ruined", "danger"):
        yield "assistant_calm"
    if case["gesture"] in ("refund", "partial_refund", "discount") and not case["member"]:
        yield "assistant_cash"
