"""Closing: what a closed month of the books came to, and the fingerprint that tells whether it has changed since."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import NamedTuple

from geste.core.ledger.periods import period_around

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


class Dated(NamedTuple):
    """An entry as the evidence of a closed month holds it."""

    number: int
    occurred_at: datetime
    debit: str
    credit: str
    amount: int
    currency: str
    envelope: str
    gesture_key: str
    reverses: int | None


class Movement(NamedTuple):
    """What moved on one account by way of one envelope: debits and credits, in minor units."""

    account: str
    envelope: str
    currency: str
    debits: int
    credits: int


def month_named(name: str, zone: tzinfo) -> tuple[datetime, datetime] | None:
    """Return the first moment of a month such as `2026-05` and the first after it; None if it is no month."""
    found = _MONTH.fullmatch(name)
    if found is None or found[1] == "0000" or name == "9999-12":
        return None
    return period_around(datetime(int(found[1]), int(found[2]), 1, tzinfo=zone), "month")


def movements(entries: Iterable[Dated]) -> tuple[Movement, ...]:
    """Return what moved on each account by envelope and currency, sorted. Debits and credits come to the same."""
    debits: Counter[tuple[str, str, str]] = Counter()
    credits_: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        debits[entry.debit, entry.envelope, entry.currency] += entry.amount
        credits_[entry.credit, entry.envelope, entry.currency] += entry.amount
    return tuple(Movement(*key, debits[key], credits_[key]) for key in sorted({*debits, *credits_}))


def fingerprint(entries: Iterable[Dated]) -> str:
    """Return the SHA-256 of the entries, one line each in the order of their numbers."""
    hashed = hashlib.sha256()
    for entry in entries:
        moment = entry.occurred_at.timestamp()
        fields = (entry.number, f"{moment:.6f}", *entry[2:8], "" if entry.reverses is None else entry.reverses)
        hashed.update("\t".join(map(str, fields)).encode() + b"\n")
    return hashed.hexdigest()
