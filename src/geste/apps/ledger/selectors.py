"""Selectors of the ledger: sums derived from entries."""

from datetime import datetime

from django.db.models import Sum

from geste.apps.ledger.models import Account, Entry


def drawn_from_envelope(envelope: str, *, since: datetime, until: datetime) -> int:
    """Return what an envelope has paid from `since` to just before `until`, in minor units.

    What was reversed counts neither when it was paid nor when it came back.
    """
    drawn = Entry.objects.filter(envelope=envelope, occurred_at__gte=since, occurred_at__lt=until)
    drawn = drawn.filter(reverses=None, reversed_by=None)
    return drawn.aggregate(total=Sum("amount"))["total"] or 0


def balance_of(account: Account) -> int:
    """Return debits less credits of an account, in minor units."""
    debits = Entry.objects.filter(debit=account).aggregate(total=Sum("amount"))["total"] or 0
    credits_ = Entry.objects.filter(credit=account).aggregate(total=Sum("amount"))["total"] or 0
    return debits - credits_
