"""Selectors of the ledger: what accounts and envelopes hold."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Sum

from geste.apps.ledger.models import Account, Entry, EnvelopePeriod
from geste.apps.ledger.running import running_of
from geste.core.ledger.purse import Purse, left_at


def left_in(purses: Sequence[Purse], *, at: datetime) -> list[int]:
    """Return what each purse has left at a moment, in minor units; a period still to be opened is as good as full.

    Inside the transaction that holds the book it is exact.
    """
    running = _in_force(purses)
    return [left_at(purse, running_of(row) if (row := running.get(purse.name)) else None, at) for purse in purses]


def balance_of(account: Account) -> int:
    """Return debits less credits of an account, in minor units."""
    debits = Entry.objects.filter(debit=account).aggregate(total=Sum("amount"))["total"] or 0
    credits_ = Entry.objects.filter(credit=account).aggregate(total=Sum("amount"))["total"] or 0
    return debits - credits_


def _in_force(purses: Sequence[Purse]) -> dict[tuple[str, str], EnvelopePeriod]:
    if not purses:
        return {}
    rows = EnvelopePeriod.objects.filter(
        is_in_force=True,
        envelope__in={purse.envelope for purse in purses},
        holder__in={purse.holder for purse in purses},
    )
    return {(row.envelope, row.holder): row for row in rows}
