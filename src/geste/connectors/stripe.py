"""Stripe: refunds and credits on a customer's balance, through Stripe's own library, never more than once."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import stripe

from geste.apps.execution.ports import Answer, Habits, Operation, Order, Outcome

REMEMBERED = timedelta(hours=23)
"""Stripe may forget a key after 24 hours and would then do it again: an hour before, we stop trusting it."""
TRY_AGAIN = tuple(timedelta(seconds=seconds) for seconds in (5, 60, 300, 1800, 7200, 21600, 43200))
CALL_SECONDS = 20
PREFIXES = {Operation.REFUND: ("pi_", "ch_"), Operation.CREDIT: ("cus_",)}
NOT_AS_MINOR_UNITS = frozenset({"ISK", "MGA", "UGX"})
"""Stripe counts these in other units than everybody else."""
OWN_BALANCE = "balance_insufficient"
KEY, GESTURE = "geste_key", "geste_gesture"

ENDED: dict[str, Outcome] = {
    "succeeded": Outcome.CONFIRMED,
    "pending": Outcome.ACCEPTED,
    "requires_action": Outcome.ACCEPTED,
    "failed": Outcome.FAILED,
    "canceled": Outcome.FAILED,
}


class Stripe:
    """Gives money back the way it came, and credits invoices to come. Every amount is said outright."""

    habits = Habits(delays=TRY_AGAIN, remembers=REMEMBERED, reads_back=True)
    operations = frozenset({Operation.REFUND, Operation.CREDIT})

    def __init__(self, api_key: str, *, address: str | None = None, call_seconds: float = CALL_SECONDS) -> None:
        http = stripe.RequestsClient(timeout=call_seconds)
        places: Any = {} if address is None else {"api": address}
        self._client = stripe.StripeClient(api_key, base_addresses=places, max_network_retries=0, http_client=http)

    def send(self, order: Order, *, now: datetime) -> Answer:
        """Ask for the refund or the credit under the order's key."""
        del now
        problem = _problem(order)
        if problem:
            return Answer(Outcome.NEEDS_PERSON, reason=problem)
        ask = self._refund if order.operation is Operation.REFUND else self._credit
        answer = _answered(lambda: ask(order))
        # A refund that failed at once is a definite no; read back later, the same is a failure that came late.
        is_failed = answer.outcome is Outcome.FAILED
        return Answer(Outcome.REFUSED, answer.reference, answer.reason) if is_failed else answer

    def read_back(self, order: Order, *, now: datetime) -> Answer:
        """Look through everything Stripe did on that payment or for that customer for what carries our mark."""
        del now
        find = self._refunds if order.operation is Operation.REFUND else self._credits
        try:
            ours = [it for it in find(order) if _marks(it).get(GESTURE) == str(order.gesture)]
        except stripe.StripeError:
            return Answer(Outcome.UNREADABLE, reason="provider.not_reached")
        under_key = [it for it in ours if _marks(it).get(KEY) == order.key]
        elsewhere = [it for it in ours if it not in under_key and _outcome(it) is not Outcome.FAILED]
        if elsewhere or len(under_key) > 1:
            return Answer(Outcome.MISMATCH, reason="provider.more_than_once")
        return _judged(under_key[0], order) if under_key else Answer(Outcome.ABSENT, reason="provider.absent")

    def _refund(self, order: Order) -> Answer:
        source = "charge" if order.recipient.startswith("ch_") else "payment_intent"
        params: Any = {source: order.recipient, "amount": order.amount, "metadata": marks(order)}
        return _judged(self._client.v1.refunds.create(params, {"idempotency_key": order.key}), order)

    def _credit(self, order: Order) -> Answer:
        assert order.amount is not None, "a credit says its amount"
        params: Any = {"amount": -order.amount, "currency": order.currency.lower(), "metadata": marks(order)}
        made = self._client.v1.customers.balance_transactions.create(
            order.recipient, params, {"idempotency_key": order.key}
        )
        return _judged(made, order)

    def _refunds(self, order: Order) -> Iterable[Any]:
        source = "charge" if order.recipient.startswith("ch_") else "payment_intent"
        params: Any = {source: order.recipient, "limit": 100}
        return list(self._client.v1.refunds.list(params).auto_paging_iter())

    def _credits(self, order: Order) -> Iterable[Any]:
        found = self._client.v1.customers.balance_transactions.list(order.recipient, {"limit": 100})
        return list(found.auto_paging_iter())


def marks(order: Order) -> dict[str, str]:
    """Return what we write on everything we have done, to know it again."""
    return {GESTURE: str(order.gesture), KEY: order.key}


def _marks(it: Any) -> dict[str, str]:
    return it.metadata.to_dict() if it.metadata else {}


def _outcome(it: Any) -> Outcome:
    """A credit has no status: it stands once it is there."""
    return ENDED.get(getattr(it, "status", None) or "succeeded", Outcome.ACCEPTED)


def _judged(it: Any, order: Order) -> Answer:
    """Return what something at Stripe means for an order. Another amount than was asked is for a person to look at."""
    amount = it.amount if order.operation is Operation.REFUND else -it.amount
    if (amount, it.currency.upper()) != (order.amount, order.currency):
        return Answer(Outcome.MISMATCH, it.id, "provider.other_amount")
    outcome = _outcome(it)
    return Answer(outcome, it.id, "provider.failed" if outcome is Outcome.FAILED else "")


def _problem(order: Order) -> str:
    if not order.amount:
        return "amount.nothing"
    if order.currency in NOT_AS_MINOR_UNITS:
        return "currency.not_at_stripe"
    return "" if order.recipient.startswith(PREFIXES[order.operation]) else "recipient.malformed"


def _answered(call: Callable[[], Answer]) -> Answer:
    """Return what came of a call: a definite no is told from what may have happened."""
    try:
        return call()
    except (stripe.AuthenticationError, stripe.PermissionError):
        return Answer(Outcome.NOT_NOW, reason="provider.key_refused")
    except stripe.RateLimitError:
        return Answer(Outcome.NOT_NOW, reason="provider.busy")
    except stripe.IdempotencyError:
        # The key stood for something else: a person looks at it.
        return Answer(Outcome.MISMATCH, reason="provider.key_reused")
    except stripe.StripeError as error:
        return _trouble(error)


def _trouble(error: stripe.StripeError) -> Answer:
    if error.http_status == HTTPStatus.CONFLICT:
        # An earlier call under this key is still under way.
        return Answer(Outcome.UNKNOWN, reason="provider.under_way")
    if not isinstance(error, stripe.InvalidRequestError | stripe.CardError):
        return Answer(Outcome.UNKNOWN, reason="provider.no_answer")
    if error.code == OWN_BALANCE:
        return Answer(Outcome.NEEDS_PERSON, reason="provider.balance")
    return Answer(Outcome.REFUSED, reason="provider.refused")
