"""Statements: the books as finance reads them: a month by account, single entries, changes, what has not cleared."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, Count, F, Func, Max, Min, Q, QuerySet, Sum, When

from geste.apps.ledger.models import Account, ClosedPeriod, Entry, EnvelopeChange, EnvelopePeriod
from geste.apps.ledger.models.entry import ON_ITS_WAY
from geste.apps.ledger.selectors import dated_entries
from geste.core.ledger.closing import fingerprint
from geste.core.ledger.purse import Purse

UNEXPLAINED_AFTER = timedelta(days=4)
"""What is on its way for longer than this is unexplained: somebody looks where it is."""
SPELLED_OUT = tuple(Func(template=f"'{account}'", output_field=CharField()) for account in ON_ITS_WAY)
"""The clearing accounts as they stand in the database's own words, not as values given along with them."""


class NoSuchEntry(Exception):
    """There is no entry of this number."""


@dataclass(frozen=True, slots=True)
class AccountSum:
    """What moved on one account: how many entries, debits and credits, in minor units of a currency."""

    account: Account
    currency: str
    entries: int
    debits: int
    credits: int

    @property
    def net(self) -> int:
        """Debits less credits."""
        return self.debits - self.credits


@dataclass(frozen=True, slots=True)
class Look:
    """Which entries are looked for: dated from `since` to just before `until`, on one account, of one envelope."""

    since: datetime
    until: datetime
    account: str = ""
    envelope: str = ""


@dataclass(frozen=True, slots=True)
class Uncleared:
    """What one gesture has left in one clearing account: sent, and neither confirmed nor moved back.

    Below nought more was confirmed than sent.
    """

    account: Account
    gesture_key: str
    currency: str
    amount: int
    since: datetime
    entry: int

    def is_unexplained(self, at: datetime) -> bool:
        """Return whether it is on its way for longer than things take."""
        return at - self.since >= UNEXPLAINED_AFTER


def last_moment() -> datetime | None:
    """Return when the last entry is dated, or None while there is none."""
    last: datetime | None = Entry.objects.aggregate(last=Max("occurred_at"))["last"]
    return last


def periods_over(purse: Purse, *, at: datetime) -> QuerySet[EnvelopePeriod]:
    """Return the periods of a purse that are over, the newest first."""
    rows = EnvelopePeriod.objects.filter(envelope=purse.envelope, holder=purse.holder)
    return rows.filter(Q(is_in_force=False) | Q(until__lte=at)).order_by("-number")


def envelope_changes(purse: Purse) -> QuerySet[EnvelopeChange]:
    """Return everything that filled, raised or lowered a purse, the newest first."""
    mine = Q(entry__envelope_period__envelope=purse.envelope, entry__envelope_period__holder=purse.holder)
    return EnvelopeChange.objects.filter(mine).select_related("entry", "changed_by").order_by("-entry")


def envelopes_known() -> list[str]:
    """Return every envelope anything was ever put into, by name."""
    return list(EnvelopePeriod.objects.order_by("envelope").values_list("envelope", flat=True).distinct())


def sums_by_account(look: Look) -> list[AccountSum]:
    """Return what moved on each account, in the order of accounts; those where nothing moved are left out."""
    sides = {side: _by_account(look, side) for side in ("debit", "credit")}
    found = []
    for account in Account:
        for currency in sorted({code for side in sides.values() for name, code in side if name == account}):
            (debits, ins), (credits_, outs) = (sides[side].get((account, currency), (0, 0)) for side in sides)
            found.append(AccountSum(account, currency, ins + outs, debits, credits_))
    return found


def _by_account(look: Look, side: str) -> dict[tuple[str, str], tuple[int, int]]:
    rows = entries_found(look).order_by().values(side, "currency").annotate(total=Sum("amount"), times=Count("pk"))
    return {(row[side], row["currency"]): (row["total"], row["times"]) for row in rows}


def entries_found(look: Look) -> QuerySet[Entry]:
    """Return the entries that are looked for, the newest first."""
    rows = Entry.objects.filter(occurred_at__gte=look.since, occurred_at__lt=look.until)
    if look.account:
        rows = rows.filter(Q(debit=look.account) | Q(credit=look.account))
    if look.envelope:
        rows = rows.filter(envelope=look.envelope)
    return rows.order_by("-occurred_at", "-pk")


def with_reasons(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Return entries with what changed an envelope and with what was reversed, read at once."""
    return entries.select_related("change", "reversed_by")


def entry_numbered(number: int) -> Entry:
    """Return one entry, with what it reverses, what reversed it and the period of its envelope.

    Raises:
        NoSuchEntry: there is none.
    """
    related = ("reverses", "reversed_by", "envelope_period", "change__changed_by")
    row = Entry.objects.select_related(*related).filter(pk=number).first()
    if row is None:
        raise NoSuchEntry(number)
    return row


def left_before(entry: Entry) -> int | None:
    """Return what the envelope of an entry held before it, as the entry before says; None if it touches none."""
    if entry.envelope_period is None:
        return None
    before = entry.envelope_period.entries.filter(envelope_seq=(entry.envelope_seq or 0) - 1)
    return before.values_list("envelope_left", flat=True).first() or 0


def uncleared() -> list[Uncleared]:
    """Return what stands in the clearing accounts, by gesture, the oldest first. It has to come to nought."""
    columns = ("gesture_key", "currency", "left", "since", "entry")
    found = [
        Uncleared(Account(account), *values)
        for account in ON_ITS_WAY
        for values in standing_in(account).values_list(*columns)
    ]
    return sorted(found, key=lambda item: (item.since, item.entry))


def standing_in(account: str) -> QuerySet[Entry, Any]:
    """Return what every gesture has left in one clearing account, as far as it is not nought."""
    # The embedded database takes an index of some rows only where a question says which, in the very same words.
    comes, goes = Q(credit=account, credit__in=SPELLED_OUT), Q(debit=account, debit__in=SPELLED_OUT)
    signed = Case(When(credit=account, then=F("amount")), default=-F("amount"), output_field=BigIntegerField())
    sums = Entry.objects.filter(comes | goes).order_by().values("gesture_key", "currency").annotate(left=Sum(signed))
    return sums.annotate(since=Min("occurred_at"), entry=Min("pk")).exclude(left=0)


def closed_periods() -> QuerySet[ClosedPeriod]:
    """Return every closed period, the newest first."""
    return ClosedPeriod.objects.select_related("closed_by").order_by("-until")


def closed_period(month: str) -> ClosedPeriod | None:
    """Return what closed a month, or None while nobody has."""
    return closed_periods().filter(name=month).first()


def is_as_closed(closed: ClosedPeriod) -> bool:
    """Return whether the entries of a closed period are still the very ones it was closed with."""
    return fingerprint(dated_entries(since=closed.since, until=closed.until)) == closed.digest
