"""Traced: an entry with the decision it rests on and the charter version that decision was made under."""

from datetime import datetime
from typing import NamedTuple


class Traced(NamedTuple):
    """One entry of an export. What filled an envelope rests on no decision, only on a version."""

    number: int
    occurred_at: datetime
    debit: str
    credit: str
    amount: int
    currency: str
    envelope: str
    left: int | None
    gesture_key: str
    reverses: int | None
    what: str
    decision: int | None
    charter_version: int | None
    clause: str
