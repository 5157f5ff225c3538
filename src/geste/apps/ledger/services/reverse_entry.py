"""Reverse one: the case of a single entry."""

from datetime import datetime

from geste.apps.ledger.models import Entry
from geste.apps.ledger.services.reverse_entries import reverse_entries


def reverse_entry(entry: Entry, *, occurred_at: datetime) -> Entry:
    """Write the entry that moves the amount of `entry` back, inside the caller's transaction."""
    return reverse_entries([entry], occurred_at=occurred_at)[0]
