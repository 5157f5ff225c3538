"""Reverse: move amounts back, each with an entry of its own. What was written stays written."""

from collections.abc import Iterable
from datetime import datetime

from geste.apps.ledger.models import Account, Entry
from geste.apps.ledger.services.post_entries import post_entries
from geste.core.ledger.life import Written, reversing


def reverse_entries(entries: Iterable[Entry], *, occurred_at: datetime) -> list[Entry]:
    """Write the entries that move these back, the last one first, inside the caller's transaction.

    What came from an envelope goes back into the period it came from. The database refuses to reverse an entry twice.
    """
    return post_entries(reversing((_as_written(entry) for entry in entries), at=occurred_at))


def _as_written(entry: Entry) -> Written:
    return Written(
        number=entry.pk,
        debit=Account(entry.debit),
        credit=Account(entry.credit),
        amount=entry.amount,
        currency=entry.currency,
        gesture_key=entry.gesture_key,
        ordinal=entry.ordinal,
    )
