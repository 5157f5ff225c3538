"""Post: the one place that writes entries, as many as there are in one go."""

from collections.abc import Sequence

from geste.apps.audit.standstills import require_running
from geste.apps.ledger.models import Entry
from geste.apps.ledger.running import RunningPeriods
from geste.apps.ledger.selectors import closed_until
from geste.core.ledger.posting import Posting


def post_entries(postings: Sequence[Posting]) -> list[Entry]:
    """Write postings down for ever, in the order given, inside the caller's transaction.

    The number of statements does not grow with the number of postings, up to what one statement of the engine holds.
    Drawing on an envelope opens its period if it is the first of its time, and numbers the entry there. Mistakes are
    mended by a reversing entry.

    What would be dated in a closed month is dated in the first moment after it, so that nobody has to wait for a clock.
    The database refuses an amount that is not positive, an account against itself, one it does not know, the same step
    of a gesture twice and a second reversal of an entry.

    Raises:
        EnvelopeOverdrawn: an envelope holds less than what is to be taken from it.
        MoneyStopped: the books are not as they must be, and nobody has mended them yet.
    """
    require_running()
    undone = _undone(postings)
    periods = RunningPeriods(closed_until())
    periods.hold(
        (posting.purse for posting in postings if posting.purse is not None),
        (entry.envelope_period_id for entry in undone.values() if entry.envelope_period_id is not None),
    )
    posted = [_entry(posting, undone, periods) for posting in postings]
    periods.write()
    return posted


def _undone(postings: Sequence[Posting]) -> dict[int, Entry]:
    numbers = [posting.reverses for posting in postings if posting.reverses is not None]
    return Entry.objects.in_bulk(numbers) if numbers else {}


def _entry(posting: Posting, undone: dict[int, Entry], periods: RunningPeriods) -> Entry:
    """Make the entry of a posting and put it among those to be written, after what it needs to stand on."""
    entry = Entry(
        debit=posting.debit,
        credit=posting.credit,
        amount=posting.amount,
        currency=posting.currency,
        occurred_at=periods.dated(posting.occurred_at),
        gesture_key=posting.gesture_key,
        ordinal=posting.ordinal,
        reverses_id=posting.reverses,
    )
    period_id = None if posting.reverses is None else undone[posting.reverses].envelope_period_id
    if posting.purse is not None:
        row = periods.in_force(posting.purse, at=posting.occurred_at, opened_by=posting.gesture_key)
        periods.touch(entry, row, -posting.amount)
    elif period_id is not None:
        periods.touch(entry, periods.numbered(period_id), posting.amount)
    else:
        periods.entries.append(entry)
    return entry
