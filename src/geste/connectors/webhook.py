"""Webhook: tells another system of the house to carry a gesture out, signed as Standard Webhooks 1.0 says."""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Protocol

from geste.apps.execution.ports import Answer, Habits, Operation, Order, Outcome
from geste.connectors.egress import AddressRefused, Egress

SECONDS = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Ten attempts over three days: at once, then each so long after the one before (Standard Webhooks 1.0)."""
PREFIX = "whsec_"
TYPE = "gesture.to_carry_out"


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told: the address, and the secrets to sign with, the newest first."""

    url: str
    secrets: Sequence[str]


class Listeners(Protocol):
    """Who is told in this house."""

    def find(self, recipient: str) -> Listener | None:
        """Return a listener; None if it is not told any more."""

    def gone(self, recipient: str, *, now: datetime) -> None:
        """Keep that a listener said it is gone for good."""


class Webhook:
    """Tells listeners. The message's number is the promise's key, the same in every repetition."""

    habits = Habits(delays=tuple(timedelta(seconds=seconds) for seconds in SECONDS))
    operations = frozenset({Operation.NOTIFY})

    def __init__(self, listeners: Listeners, egress: Egress) -> None:
        self._listeners, self._egress = listeners, egress

    def send(self, order: Order, *, now: datetime) -> Answer:
        """Post the message; anything but a plain yes is a failure."""
        listener = self._listeners.find(order.recipient)
        if listener is None:
            return Answer(Outcome.NEEDS_PERSON, reason="endpoint.not_told")
        body = body_of(order)
        try:
            replied = self._egress.post(listener.url, body, headers_of(order.key, body, listener.secrets, now=now))
        except AddressRefused as refused:
            return Answer(Outcome.NEEDS_PERSON, reason=refused.code)
        except OSError:
            return Answer(Outcome.UNKNOWN, reason="endpoint.no_answer")
        return self._judged(replied.status, order, now)

    def read_back(self, order: Order, *, now: datetime) -> Answer:
        """Say that nobody can tell: Standard Webhooks has no way to ask."""
        del order, now
        return Answer(Outcome.UNREADABLE, reason="endpoint.not_asked")

    def _judged(self, status: int, order: Order, now: datetime) -> Answer:
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return Answer(Outcome.CONFIRMED, reference=str(status))
        if status == HTTPStatus.GONE:
            self._listeners.gone(order.recipient, now=now)
            return Answer(Outcome.NEEDS_PERSON, reason="endpoint.gone")
        return Answer(Outcome.UNKNOWN, reference=str(status), reason="endpoint.said_no")


def body_of(order: Order) -> bytes:
    """Return the message: ids and an amount, nothing about anybody. It is the same in every repetition."""
    told = {
        "type": TYPE,
        "timestamp": order.began_at.isoformat(timespec="seconds"),
        "data": {
            "gesture": order.gesture,
            "key": order.key,
            "amount": order.amount,
            "currency": order.currency,
        },
    }
    return json.dumps(told, separators=(",", ":")).encode()


def headers_of(number: str, body: bytes, secrets: Sequence[str], *, now: datetime) -> dict[str, str]:
    """Return the headers that Standard Webhooks asks for, with one signature for each secret."""
    moment = int(now.timestamp())
    return {
        "content-type": "application/json",
        "user-agent": "Geste",
        "webhook-id": number,
        "webhook-timestamp": str(moment),
        "webhook-signature": " ".join(signed(number, moment, body, secret) for secret in secrets),
    }


def signed(number: str, moment: int, body: bytes, secret: str) -> str:
    """Return the signature of one message: HMAC-SHA256 over number, moment and body."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    digest = hmac.new(key, f"{number}.{moment}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"
