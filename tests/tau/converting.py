"""Converting: a τ-bench case as one line for `geste decide`. Names and shapes change here; no rule is computed.

`python -m tests.tau.converting POLICY` prints the lines of airline-tau2, airline-plus, retail-tau2 or retail-plus.
"""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]

DATA = Path(__file__).parents[3] / "shared" / "data" / "tau"
ABSENT = "the decided cases are not here: ../shared/data/tau, beside the repository, is absent"

# The gestures that may give money, and where a case says how much; the others carry a value of 0 that means nothing.
_AMOUNT_OF = {
    "cancel_and_refund": "value",
    "return_refund": "value",
    "exchange": "value",
    "modify_items": "value",
    "change_flights": "value",
    "change_cabin": "value",
    "change_flights_and_cabin": "value",
    "certificate": "amount",
}
_ORDER_STATUS = {"pending (item modified)": "pending_item_modified"}


def read_cases(policy: str) -> list[Json]:
    """Return the decided cases of `policy`, in the order of the file."""
    domain = policy.partition("-")[0]
    with (DATA / f"{domain}.jsonl").open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    return [case for case in cases if case["policy"] == policy]


def input_line(case: Json) -> dict[str, Any]:
    """Return what `geste decide` reads for this case."""
    facts, proposal = _CONVERTERS[case["domain"]](case["facts"], case["gesture"])
    gesture = case["gesture"]
    amount = _AMOUNT_OF.get(gesture["kind"])
    return {
        "id": case["case_id"],
        "actor": {"role": f"{case['domain']}_agent", "kind": "agent"},
        "facts": facts,
        "proposal": {
            "gesture": gesture["kind"],
            **({"amount": _amount(gesture[amount])} if amount else {}),
            **proposal,
        },
    }


def _airline(facts: Json, gesture: Json) -> tuple[dict[str, Any], dict[str, Any]]:
    said = facts["conversation"]
    conversation = {
        "explicit_confirmation": said["explicit_confirmation"],
        "stated_reason": said["stated_reason"] or "not_given",
        "complaint": said["complaint"] or "no_complaint",
        "asked_for_compensation": said["asked_for_compensation"],
        "facts_confirmed": said["facts_confirmed"],
        "changed_or_cancelled": said["changed_or_cancelled_in_contact"],
    }
    customer = {
        "id": facts["customer"]["id"],
        "membership": facts["customer"]["membership"],
        "payment_methods": _payment_methods(facts["customer"]["payment_methods"], balance="amount"),
    }
    converted = {"now": facts["now"], "conversation": conversation, "customer": customer}
    if "reservation" in facts:
        converted["reservation"] = _reservation(facts["reservation"])
    return converted, _airline_proposal(gesture)


def _reservation(reservation: Json) -> dict[str, Any]:
    return {
        **_named(reservation, "cabin", "created_at", "insurance", "origin", "destination", "trip", "passengers"),
        "total_bags": reservation["total_bags"],
        "paid": _amount(reservation["paid"]),
        "segments": [{"status": _word(segment["status"])} for segment in reservation["segments"]],
    }


def _airline_proposal(gesture: Json) -> dict[str, Any]:
    """Return the gesture's details; "to_cabin" and "new_count" are the cabin and the passengers asked for."""
    renamed = {
        **_named(gesture, "cabin", "passengers", "payment", "waive_difference", "refund_to", "to_user"),
        **_named(gesture, cabin="to_cabin", passengers="new_count", total_bags="total", charged_bags="charged"),
    }
    if "price_difference" in gesture:
        renamed["price_difference"] = _amount(gesture["price_difference"])
    if "payments" in gesture:
        renamed["payments"] = [{"method": payment["payment_id"]} for payment in gesture["payments"]]
    segments = gesture.get("segments", gesture.get("to_segments"))
    if segments is not None:
        renamed["segments"] = [_segment(segment, renamed["cabin"]) for segment in segments]
    return renamed


def _segment(segment: Json, cabin: str) -> dict[str, Any]:
    """Return a flight asked for; the cases name its cabin where it differs from the one of the whole request."""
    return {
        **_named(segment, "origin", "destination", "seats", "kept"),
        "status": _word(segment["status"]),
        "cabin": segment.get("cabin", cabin),
    }


def _retail(facts: Json, gesture: Json) -> tuple[dict[str, Any], dict[str, Any]]:
    said, order = facts["conversation"], facts["order"]
    conversation = {
        "authenticated": said["authenticated_as"] is not None,
        **_named(said, "authenticated_as", "explicit_confirmation"),
    }
    status = _ORDER_STATUS.get(order["status"], _word(order["status"]))
    items = [
        {"id": item["item"], "product": item["product"], "price": _amount(item["price"])} for item in order["items"]
    ]
    converted = {
        "conversation": conversation,
        "customer": {"payment_methods": _payment_methods(facts["customer"]["payment_methods"], balance="balance")},
        "order": {
            **_named(order, "owner", "original_payment"),
            "status": status,
            "amount_paid": _amount(order["amount_paid"]),
            "items": items,
        },
    }
    return converted, _retail_proposal(gesture)


def _retail_proposal(gesture: Json) -> dict[str, Any]:
    renamed = _named(gesture, "reason", "refund_to", "items", "payment", payments="to_payment")
    if "price_difference" in gesture:
        renamed["price_difference"] = _amount(gesture["price_difference"])
    if "swaps" in gesture:
        renamed["swaps"] = [
            {
                "old": swap["old"],
                "new": swap["new"]["item"],
                "new_product": swap["new"]["product"],
                "new_available": swap["new"]["available"],
            }
            for swap in gesture["swaps"]
        ]
    return renamed


_CONVERTERS = {"airline": _airline, "retail": _retail}


def _payment_methods(methods: Json, balance: str) -> list[dict[str, Any]]:
    return [
        {"id": method, "source": known["source"]} | ({"balance": _amount(known[balance])} if balance in known else {})
        for method, known in methods.items()
    ]


def _named(source: Json, *same: str, **renamed: str) -> dict[str, Any]:
    """Return the entries of `source` that are there, under their own or their new name."""
    names = {**{name: name for name in same}, **renamed}
    return {new: source[old] for new, old in names.items() if old in source}


def _amount(number: float) -> str:
    """Return a number of dollars as a decimal string; every amount in the data is in whole cents."""
    cents = Decimal(str(number)).quantize(Decimal("0.01"))
    return str(cents + 0)


def _word(status: str) -> str:
    return status.replace(" ", "_")


if __name__ == "__main__":
    for one in read_cases(sys.argv[1]):
        print(json.dumps(input_line(one), ensure_ascii=False))
