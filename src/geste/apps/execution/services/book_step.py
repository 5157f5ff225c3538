"""Book: what each step of a promise moves in the ledger. The caller holds the book."""

from collections.abc import Sequence
from datetime import datetime

from geste.apps.execution.models import Commitment
from geste.apps.execution.states import State
from geste.apps.ledger.models import Account, Entry
from geste.apps.ledger.services.post_entries import post_entries
from geste.apps.ledger.services.reverse_entries import reverse_entries
from geste.core.ledger.life import Due, confirmed, sent
from geste.core.ledger.posting import Posting


def book_state(rows: Sequence[Commitment], *, now: datetime) -> None:
    """Bring the books to where these promises stand: on their way, paid out, or all moved back. Twice is once.

    What waives a fee or gives goods moves no money here. The caller saves the rows.
    """
    sent = [row for row in rows if row.state != State.RETURNED and row.sent_entry_id is None and is_due(row)]
    for row, entry in zip(sent, post_entries([_sent(row, now) for row in sent]), strict=True):
        row.sent_entry = entry
    done = [row for row in rows if row.state == State.CONFIRMED and row.done_entry_id is None and is_due(row)]
    for row, entry in zip(done, post_entries([_done(row, now) for row in done]), strict=True):
        row.done_entry = entry
    returned = [row.gesture.key for row in rows if row.state == State.RETURNED]
    if returned:
        standing = Entry.objects.filter(gesture_key__in=returned, reverses=None, reversed_by=None)
        reverse_entries(standing.order_by("pk"), occurred_at=now)


def is_due(row: Commitment) -> bool:
    """Return whether money is due to the customer for this promise."""
    entry = row.gesture.entry
    return entry is not None and entry.credit == Account.DUE_TO_CUSTOMERS


def _sent(row: Commitment, now: datetime) -> Posting:
    return sent(_due(row), via=row.connector, at=_when(row, now))


def _done(row: Commitment, now: datetime) -> Posting:
    return confirmed(_due(row), via=row.connector, at=_when(row, now))


def _when(row: Commitment, now: datetime) -> datetime:
    """Return when a step was taken: now, or as a story tells it."""
    is_told = row.is_simulated and row.ended_at == row.promised_at
    return row.promised_at if is_told else now


def _due(row: Commitment) -> Due:
    entry = row.gesture.entry
    assert entry is not None, "what is due was posted when it was given"
    return Due(gesture_key=row.gesture.key, amount=entry.amount, currency=entry.currency)
