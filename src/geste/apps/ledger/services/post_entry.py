"""Post: the one place that writes an entry."""

from dataclasses import dataclass
from datetime import datetime

from geste.apps.ledger.models import Account, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What is to be written: an amount in minor units, from which account to which, for which gesture."""

    debit: Account
    credit: Account
    amount: int
    currency: str
    occurred_at: datetime
    gesture_key: str
    envelope: str = ""
    reverses: Entry | None = None


def post_entry(posting: Posting) -> Entry:
    """Write `posting` down for ever, inside the caller's transaction. Mistakes are mended by a reversing entry.

    The database refuses an amount that is not positive, an account against itself and an account it does not know.
    """
    return Entry.objects.create(
        debit=posting.debit,
        credit=posting.credit,
        amount=posting.amount,
        currency=posting.currency,
        envelope=posting.envelope,
        occurred_at=posting.occurred_at,
        gesture_key=posting.gesture_key,
        reverses=posting.reverses,
    )
