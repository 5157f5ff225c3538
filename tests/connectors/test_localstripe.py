"""Localstripe: our refunds against a Stripe that others have written, through the official library.

It is true to Stripe where it makes payments, makes and lists refunds, keeps marks and refuses strangers. It is not so
where it matters most: it does not know idempotency keys, lets more go back than was paid, and has no balance of a
customer. Those stay with the strict fake (`tests/fakes`); the last test says so, and fails when it is no longer so.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest
import stripe

from geste.apps.execution.ports import Answer, Operation, Outcome
from geste.connectors.stripe import Stripe
from tests.connectors.orders import NOW, an_order
from tests.environment.postgresql import free_port

# As its own program serves, but on loopback alone, and without its file in a place that all users share.
SERVE = """
import sys
from aiohttp import web
from localstripe import resources, server
resources.Store.dump_to_disk = lambda store: None
web.run_app(server.app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
"""
KEY, GOOD_CARD, EMPTY_CARD = "sk_test_geste", "4242424242424242", "4000000000000341"
PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class LocalStripe:
    """One account that runs until the tests are over."""

    address: str

    @property
    def client(self) -> stripe.StripeClient:
        """Return the official library, as a shop would use it."""
        places: Any = {"api": self.address}
        return stripe.StripeClient(KEY, base_addresses=places, max_network_retries=0)

    def paid(self, card: str = GOOD_CARD) -> str:
        """Let somebody pay 50.00, or try to, and return the number of the payment."""
        details: Any = {"number": card, "exp_month": 12, "exp_year": 2040, "cvc": "123"}
        method = self.client.v1.payment_methods.create({"type": "card", "card": details})
        payment = self.client.v1.payment_intents.create(
            {"amount": 5_000, "currency": "aud", "payment_method": method.id}
        )
        with suppress(stripe.CardError):
            self.client.v1.payment_intents.confirm(payment.id)
        return payment.id

    def refunded(self, payment: str) -> list[tuple[int, dict[str, str]]]:
        """Return every refund of a payment with its marks, the largest first."""
        found = self.client.v1.refunds.list({"payment_intent": payment}).data
        told = [(it.amount, dict(it.metadata.to_dict() if it.metadata else {})) for it in found]
        return sorted(told, key=lambda refund: -refund[0])


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    port = free_port()
    with subprocess.Popen([sys.executable, "-c", SERVE, str(port)], stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port, server)
            yield LocalStripe(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    pytest.fail("localstripe did not begin to serve")


@pytest.fixture
def ours(local: LocalStripe) -> Stripe:
    return Stripe(KEY, address=local.address, call_seconds=5)


def test_a_refund_is_made_marked_and_found_again(local: LocalStripe, ours: Stripe) -> None:
    order = an_order(recipient=local.paid())

    sent = ours.send(order, now=NOW)

    assert (sent.outcome, sent.reference[:3], sent.reason) == (Outcome.CONFIRMED, "re_", "")
    assert ours.read_back(order, now=NOW) == sent
    assert local.refunded(order.recipient) == [(1_800, {"geste_gesture": "7", "geste_key": order.key})]


def test_two_gestures_on_one_payment_are_told_apart(local: LocalStripe, ours: Stripe) -> None:
    payment = local.paid()
    first, second = an_order(recipient=payment), an_order(recipient=payment, gesture=8, key="another", amount=700)

    answers = [ours.send(order, now=NOW) for order in (first, second)]

    assert [ours.read_back(order, now=NOW) for order in (first, second)] == answers
    assert [amount for amount, _ in local.refunded(payment)] == [1_800, 700]


def test_a_charge_is_refunded_like_the_payment_it_belongs_to(local: LocalStripe, ours: Stripe) -> None:
    payment = local.client.v1.payment_intents.retrieve(local.paid())
    charge: Any = payment.latest_charge
    order = an_order(recipient=charge.id)

    assert ours.send(order, now=NOW).outcome is Outcome.CONFIRMED
    assert ours.read_back(order, now=NOW).outcome is Outcome.CONFIRMED
    assert [amount for amount, _ in local.refunded(payment.id)] == [1_800]


def test_what_was_never_asked_for_is_absent(local: LocalStripe, ours: Stripe) -> None:
    order = an_order(recipient=local.paid())

    assert ours.read_back(order, now=NOW) == Answer(Outcome.ABSENT, reason="provider.absent")


def test_what_cannot_be_refunded_is_a_definite_no(local: LocalStripe, ours: Stripe) -> None:
    never_paid = an_order(recipient=local.paid(EMPTY_CARD))

    assert ours.send(never_paid, now=NOW) == Answer(Outcome.REFUSED, reason="provider.refused")
    assert ours.send(an_order(recipient="pi_nobody"), now=NOW) == Answer(Outcome.REFUSED, reason="provider.refused")


def test_a_stranger_is_told_apart_from_a_refusal(local: LocalStripe) -> None:
    stranger = Stripe("rk_unknown", address=local.address, call_seconds=5)

    answer = stranger.send(an_order(recipient=local.paid()), now=NOW)

    assert answer == Answer(Outcome.NOT_NOW, reason="provider.key_refused")


def test_where_it_is_not_true_to_stripe(local: LocalStripe, ours: Stripe) -> None:
    twice, much = an_order(recipient=local.paid()), an_order(recipient=local.paid(), amount=5_001)
    customer = local.client.v1.customers.create({"name": "Lee"})

    assert len({ours.send(twice, now=NOW).reference for _ in range(2)}) == 2
    assert ours.send(much, now=NOW).outcome is Outcome.CONFIRMED
    assert ours.send(an_order(Operation.CREDIT, recipient=customer.id), now=NOW).outcome is Outcome.UNKNOWN
    # Even so nothing is hidden: what happened twice is found when it is read back.
    assert ours.read_back(twice, now=NOW) == Answer(Outcome.MISMATCH, reason="provider.more_than_once")
