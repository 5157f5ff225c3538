"""Reverse: move an amount back with an entry of its own. What was written stays written."""

from datetime import datetime

from geste.apps.ledger.models import Account, Entry
from geste.apps.ledger.services.post_entry import Posting, post_entry


def reverse_entry(entry: Entry, *, occurred_at: datetime) -> Entry:
    """Write the entry that moves the amount of `entry` back, inside the caller's transaction.

    The database refuses to reverse the same entry twice.
    """
    return post_entry(
        Posting(
            debit=Account(entry.credit),
            credit=Account(entry.debit),
            amount=entry.amount,
            currency=entry.currency,
            occurred_at=occurred_at,
            gesture_key=entry.gesture_key,
            envelope=entry.envelope,
            reverses=entry,
        )
    )
