"""Stripe's rules, as documented: what a refund and a credit may be, what a key stands for and for how long.

Nothing here knows HTTP. Whatever really moved money is counted in `effects`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

FORGETS_AFTER = timedelta(hours=24)
Params = Mapping[str, str]


class Refusal(Exception):
    """An answer that is no yes. What began to be executed is kept under its key; what did not is not."""

    def __init__(self, status: int, kind: str, code: str, *, is_kept: bool = True) -> None:
        super().__init__(code)
        self.status, self.is_kept = status, is_kept
        self.body: dict[str, object] = {"error": {"type": kind, "code": code, "message": code}}


@dataclass
class Charge:
    """A payment somebody made, and how much of it has gone back."""

    payment: str
    amount: int
    currency: str
    refunded: int = 0


@dataclass
class Kept:
    """The first answer to a key."""

    at: datetime
    asked: str
    status: int
    body: dict[str, object]


@dataclass
class Rules:
    """One account at Stripe, with a clock of its own."""

    now: datetime
    charges: dict[str, Charge] = field(default_factory=dict)
    customers: set[str] = field(default_factory=set)
    refunds: list[dict[str, object]] = field(default_factory=list)
    credits: list[dict[str, object]] = field(default_factory=list)
    kept: dict[str, Kept] = field(default_factory=dict)
    effects: list[str] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def post(self, path: str, params: Params, key: str, fault: str) -> tuple[int, dict[str, object]]:
        """Return status and body; the first answer again to a key that is known."""
        asked = json.dumps([path, sorted(params.items())])
        known = self.kept.get(key)
        if known is not None and self.now - known.at < FORGETS_AFTER:
            if known.asked != asked:
                refusal = Refusal(400, "idempotency_error", "idempotency_error")
                return refusal.status, refusal.body
            return known.status, known.body
        try:
            status, body = 200, self._execute(path, params, fault)
        except Refusal as refusal:
            status, body = refusal.status, refusal.body
            if not refusal.is_kept:
                return status, body
        if fault in ("500_after", "500_before"):
            status, body = 500, Refusal(500, "api_error", "broken").body
        if key:
            self.kept[key] = Kept(self.now, asked, status, body)
        return status, body

    def get(self, path: str, params: Params) -> tuple[int, dict[str, object]]:
        """Return what is listed there."""
        if path == "/v1/refunds":
            found = [it for it in self.refunds if it["payment_intent"] == params.get("payment_intent")]
        else:
            customer = path.split("/")[3]
            found = [it for it in self.credits if it["customer"] == customer]
        return 200, {"object": "list", "url": path, "has_more": False, "data": found[::-1]}

    def settle(self, number: str, status: str) -> dict[str, object]:
        """Let a refund end, as banks do after days, and return the news Stripe would send of it."""
        it = next(it for it in self.refunds if it["id"] == number)
        if it["status"] not in ("failed", "canceled") and status in ("failed", "canceled"):
            self.charges[str(it["payment_intent"])].refunded -= int(str(it["amount"]))
            self.effects.remove(_name(it))
        it["status"] = status
        kind = "refund.failed" if status == "failed" else "refund.updated"
        return {"id": f"evt_{next(self.numbers)}", "object": "event", "type": kind, "data": {"object": dict(it)}}

    def _execute(self, path: str, params: Params, fault: str) -> dict[str, object]:
        if fault == "refused":
            raise Refusal(400, "invalid_request_error", "charge_disputed")
        if fault == "balance":
            raise Refusal(400, "invalid_request_error", "balance_insufficient")
        if fault == "500_before":
            return {}
        if path == "/v1/refunds":
            return self._refund(params, fault)
        return self._credit(path.split("/")[3], params, fault)

    def _refund(self, params: Params, fault: str) -> dict[str, object]:
        charge = self.charges.get(params.get("payment_intent", ""))
        if charge is None:
            raise Refusal(404, "invalid_request_error", "resource_missing", is_kept=False)
        left = charge.amount - charge.refunded
        # Who leaves the amount out gives everything back.
        amount = int(params.get("amount", left)) - (fault == "mismatch")
        if amount <= 0 or amount > left:
            raise Refusal(400, "invalid_request_error", "charge_already_refunded" if left == 0 else "amount_too_large")
        status = {"pending": "pending", "action": "requires_action", "failed": "failed"}.get(fault, "succeeded")
        it = self._made("re", "refund", amount, charge.currency, params)
        it.update(payment_intent=charge.payment, status=status)
        self.refunds.append(it)
        if status != "failed":
            charge.refunded += amount
            self.effects.append(_name(it))
        return it

    def _credit(self, customer: str, params: Params, fault: str) -> dict[str, object]:
        if customer not in self.customers:
            raise Refusal(404, "invalid_request_error", "resource_missing", is_kept=False)
        amount = int(params["amount"]) + (fault == "mismatch")
        it = self._made("cbtxn", "customer_balance_transaction", amount, params["currency"], params)
        it.update(customer=customer, type="adjustment", ending_balance=amount)
        self.credits.append(it)
        self.effects.append(_name(it))
        return it

    def _made(self, prefix: str, kind: str, amount: int, currency: str, params: Params) -> dict[str, object]:
        marks = {name[9:-1]: value for name, value in params.items() if name.startswith("metadata[")}
        number = f"{prefix}_{next(self.numbers)}"
        return {"id": number, "object": kind, "amount": amount, "currency": currency, "metadata": marks}


def _name(it: dict[str, object]) -> str:
    """What an effect is counted under: the gesture it was for."""
    marks = it["metadata"]
    assert isinstance(marks, dict)
    return str(marks["geste_gesture"])
