"""Stripe news: whether a message comes from Stripe, and which promise it is about. What it claims is not believed."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=5)
KEY = "geste_key"
CHARACTERS = 120


class SignatureRefused(Exception):
    """The message was not signed with the secret, or too long ago."""


@dataclass(frozen=True, slots=True)
class News:
    """What a message is called, of which kind it is, and what it is about: our mark on it, and Stripe's number."""

    event: str
    kind: str
    about: str
    reference: str


def verify(body: bytes, signature: str, *, secret: str, now: datetime) -> None:
    """Do nothing if `signature` is Stripe's, on these very bytes, of the last five minutes.

    Raises:
        SignatureRefused: it is not.
    """
    parts = [part.partition("=") for part in signature.split(",")]
    moments = [value for name, _, value in parts if name.strip() == "t"]
    if len(moments) != 1 or not moments[0].isascii() or not moments[0].isdigit() or not secret:
        raise SignatureRefused
    age = abs(now.timestamp() - int(moments[0]))
    expected = hmac.new(secret.encode(), moments[0].encode() + b"." + body, hashlib.sha256).hexdigest()
    offered = [value for name, _, value in parts if name == "v1" and value.isascii()]
    is_signed = any(hmac.compare_digest(expected, value) for value in offered)
    if not is_signed or age > TOLERANCE.total_seconds():
        raise SignatureRefused


def read_news(body: bytes) -> News | None:
    """Return what a message is about; None if it is no event."""
    try:
        event = json.loads(body)
        it = event["data"]["object"]
        marks = it.get("metadata") or {}
        told = News(str(event["id"]), str(event["type"]), str(marks.get(KEY, "")), str(it.get("id", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return News(*(text[:CHARACTERS] for text in (told.event, told.kind, told.about, told.reference)))
