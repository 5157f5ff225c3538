"""Webhook: signed as Standard Webhooks says, by the reference vector and the official library, and told ten times."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import standardwebhooks

from geste.apps.execution.ports import Operation, Order, Outcome
from geste.connectors.egress import Egress
from geste.connectors.webhook import Listener, Webhook, body_of, signed
from tests.connectors.listener import Listening, listening
from tests.connectors.orders import NOW, an_order

SECRETS = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")


@dataclass
class Book:
    """Who is told, and who said to be gone."""

    listener: Listener | None
    away: list[str] = field(default_factory=list)

    def find(self, recipient: str) -> Listener | None:
        return None if recipient in self.away else self.listener

    def gone(self, recipient: str, *, now: datetime) -> None:  # noqa: ARG002
        self.away.append(recipient)


@pytest.fixture
def listener() -> Iterator[Listening]:
    with listening() as listener:
        yield listener


@pytest.fixture
def book(listener: Listening) -> Book:
    return Book(Listener(f"https://hooks.example.org:{listener.port}/geste", SECRETS))


@pytest.fixture
def webhook(listener: Listening, book: Book) -> Webhook:
    egress = Egress(
        resolve=lambda *_: ["127.0.0.1"],
        is_allowed=lambda _: True,
        ports=frozenset({listener.port}),
        seconds=0.5,
        context=listener.trusted(),
    )
    return Webhook(book, egress)


@pytest.fixture
def order() -> Order:
    return an_order(Operation.NOTIFY, recipient="1")


def test_the_reference_vector() -> None:
    found = signed("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, b'{"test": 2432232314}', SECRETS[0])

    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("secret", SECRETS)
def test_the_official_library_accepts_either_secret(
    webhook: Webhook, listener: Listening, order: Order, secret: str
) -> None:
    now = datetime.now(UTC)

    assert webhook.send(order, now=now).outcome is Outcome.CONFIRMED
    (heard,) = listener.heard
    told = standardwebhooks.Webhook(secret).verify(heard.body, dict(heard.headers))
    assert told == {
        "type": "gesture.to_carry_out",
        "timestamp": "2026-05-14T01:07:00+00:00",
        "data": {"gesture": 7, "key": order.key, "amount": 1_800, "currency": "AUD"},
    }
    assert heard.headers["webhook-id"] == order.key
    assert len(heard.body) < 20_000


def test_a_stranger_cannot_sign(webhook: Webhook, listener: Listening, order: Order) -> None:
    webhook.send(order, now=datetime.now(UTC))

    (heard,) = listener.heard
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        standardwebhooks.Webhook("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").verify(heard.body, dict(heard.headers))


def test_every_repetition_has_the_same_number_and_body(webhook: Webhook, listener: Listening, order: Order) -> None:
    for days in range(3):
        webhook.send(order, now=NOW + timedelta(days=days))

    assert {(it.headers["webhook-id"], it.body) for it in listener.heard} == {(order.key, body_of(order))}
    assert len({it.headers["webhook-timestamp"] for it in listener.heard}) == 3


@pytest.mark.parametrize(
    ("status", "outcome", "reason"),
    [
        (200, Outcome.CONFIRMED, ""),
        (204, Outcome.CONFIRMED, ""),
        (299, Outcome.CONFIRMED, ""),
        (301, Outcome.UNKNOWN, "endpoint.said_no"),
        (302, Outcome.UNKNOWN, "endpoint.said_no"),
        (400, Outcome.UNKNOWN, "endpoint.said_no"),
        (429, Outcome.UNKNOWN, "endpoint.said_no"),
        (500, Outcome.UNKNOWN, "endpoint.said_no"),
        ("drop", Outcome.UNKNOWN, "endpoint.no_answer"),
        ("slow", Outcome.UNKNOWN, "endpoint.no_answer"),
        (410, Outcome.NEEDS_PERSON, "endpoint.gone"),
    ],
)
def test_only_a_plain_yes_is_a_yes(
    webhook: Webhook, listener: Listening, order: Order, status: int | str, outcome: Outcome, reason: str
) -> None:
    listener.statuses = [status]

    answer = webhook.send(order, now=NOW)

    assert (answer.outcome, answer.reason) == (outcome, reason)


def test_whoever_is_gone_is_told_no_more(webhook: Webhook, listener: Listening, book: Book, order: Order) -> None:
    listener.statuses = [410]

    webhook.send(order, now=NOW)
    again = webhook.send(order, now=NOW)

    assert (again.outcome, again.reason, book.away) == (Outcome.NEEDS_PERSON, "endpoint.not_told", ["1"])
    assert len(listener.heard) == 1


def test_an_address_inside_the_house_is_never_called(book: Book, listener: Listening, order: Order) -> None:
    answer = Webhook(book, Egress(resolve=lambda *_: ["127.0.0.1"], ports=frozenset({listener.port}))).send(
        order, now=NOW
    )

    assert (answer.outcome, answer.reason) == (Outcome.NEEDS_PERSON, "address.private")
    assert listener.heard == []


def test_ten_attempts_over_three_days() -> None:
    delays = Webhook.habits.delays

    assert len(delays) + 1 == 10
    assert sum(delays, timedelta()) == timedelta(hours=75, minutes=35, seconds=5)
    assert json.loads(body_of(an_order(Operation.NOTIFY)))["type"] == "gesture.to_carry_out"
