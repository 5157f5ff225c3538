"""Sums: what accounts and envelopes come to, added up entry by entry, for tests to compare with."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Sum

from geste.apps.ledger.models import Account, Entry
from tests.journal import Line, effect_on_envelope


def balance_of(account: Account) -> int:
    """Return debits less credits of an account, in minor units."""
    debits = Entry.objects.filter(debit=account).aggregate(total=Sum("amount"))["total"] or 0
    credits_ = Entry.objects.filter(credit=account).aggregate(total=Sum("amount"))["total"] or 0
    return debits - credits_


def balances(lines: Iterable[Line]) -> dict[tuple[str, str], int]:
    """Return debits less credits by account and currency; those at nought too. They sum to nought per currency."""
    found: Counter[tuple[str, str]] = Counter()
    for line in lines:
        found[line.debit, line.currency] += line.amount
        found[line.credit, line.currency] -= line.amount
    return dict(found)


def left_by_period(lines: Iterable[Line]) -> dict[int, int]:
    """Return what every envelope period holds: the fold of the entries that touch it."""
    found: Counter[int] = Counter()
    by_number: dict[int, Line] = {}
    for line in lines:
        by_number[line.number] = line
        if line.period is not None:
            found[line.period] += effect_on_envelope(line, by_number.get(line.reverses or 0))
    return dict(found)
