"""Running: the envelope periods that postings touch, held and kept in step with every entry until all are written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q, QuerySet

from geste.apps.base.events import emit
from geste.apps.base.rows import add_rows, change_rows, number_rows
from geste.apps.base.spelled import Asked, Spelled
from geste.apps.ledger.events import EnvelopeLow
from geste.apps.ledger.models import Account, Entry, EnvelopeChange, EnvelopePeriod, Why
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.core.ledger.low import is_low
from geste.core.ledger.purse import Purse, Running, change_by_charter, period_to_open

COUNTED = ("left", "seq")
CHANGED = (*COUNTED, "cap", "promised", "charter_version", "is_in_force", "low_at")


def _in_force_or_numbered() -> QuerySet[EnvelopePeriod]:
    in_force = Q(is_in_force=True, envelope__among=Asked("envelopes"), holder__among=Asked("holders"))
    rows = EnvelopePeriod.objects.select_for_update().filter(in_force | Q(pk__among=Asked("periods")))
    return rows.order_by("pk")


_held = Spelled(_in_force_or_numbered)


class EnvelopeOverdrawn(Exception):
    """An envelope holds less than what is to be taken from it. Nothing was written."""

    def __init__(self, envelope: str) -> None:
        super().__init__(envelope)
        self.envelope = envelope


@dataclass(slots=True)
class RunningPeriods:
    """The periods in force of some purses, and some periods by number, locked until the caller's transaction ends.

    Entries are put here in order; `write` writes them all, and what the periods hold after them.
    """

    closed_until: datetime | None = None
    entries: list[Entry] = field(default_factory=list)
    changes: list[EnvelopeChange] = field(default_factory=list)
    _by_id: dict[int, EnvelopePeriod] = field(default_factory=dict)
    _in_force: dict[tuple[str, str], EnvelopePeriod] = field(default_factory=dict)
    _touched: set[int] = field(default_factory=set)
    _became_low: list[EnvelopeLow] = field(default_factory=list)
    _is_set_anew: bool = False

    def hold(self, purses: Iterable[Purse], period_ids: Iterable[int]) -> None:
        """Lock and read the periods, in one statement and in sorted order."""
        names = {purse.name for purse in purses}
        ids = set(period_ids)
        if not names and not ids:
            return
        rows = _held(envelopes={name for name, _ in names}, holders={holder for _, holder in names}, periods=ids)
        for row in rows:
            self._by_id[row.pk] = row
            if row.is_in_force:
                self._in_force[row.envelope, row.holder] = row

    def dated(self, at: datetime) -> datetime:
        """Return the moment an entry is dated: nothing is dated in a closed month. Which period counts, `at` says."""
        return at if self.closed_until is None or at >= self.closed_until else self.closed_until

    def in_force(self, purse: Purse, *, at: datetime, opened_by: str) -> EnvelopePeriod:
        """Return the period in force of a purse that is held, opened or set anew first if it is time for that."""
        row = self._in_force.get(purse.name)
        running = None if row is None else running_of(row)
        opened = period_to_open(purse, running, at, lambda: on_the_clock_of_the_house(at))
        if opened is not None:
            row = self._open(purse, row, opened.since, opened.until, at, opened_by)
        assert row is not None, "without a period in force one was opened"
        if purse.charter_version > row.charter_version:
            change = change_by_charter(purse, running_of(row))
            row.promised, row.charter_version = purse.amount, purse.charter_version
            self._is_set_anew = True
            self._touched.add(row.pk)
            self.change(row, change, at=at, why=Why.CHARTER)
        return row

    def numbered(self, period_id: int) -> EnvelopePeriod:
        """Return a period that is held."""
        return self._by_id[period_id]

    def change(
        self, row: EnvelopePeriod, by: int, *, at: datetime, why: Why, reason: str = "", user_id: int | None = None
    ) -> Entry | None:
        """Raise or lower what a period holds, with an entry and its reason; nothing is written for nought."""
        if by == 0:
            return None
        debit, credit = (Account.ENVELOPES, Account.BUDGET) if by > 0 else (Account.BUDGET, Account.ENVELOPES)
        row.cap += by
        entry = Entry(
            debit=debit,
            credit=credit,
            amount=abs(by),
            currency=row.currency,
            occurred_at=self.dated(at),
            gesture_key=f"envelope:{row.pk}:{row.seq + 1}",
        )
        self.touch(entry, row, by)
        version = row.charter_version
        self.changes.append(
            EnvelopeChange(entry=entry, why=why, charter_version=version, reason=reason, changed_by_id=user_id)
        )
        return entry

    def touch(self, entry: Entry, row: EnvelopePeriod, effect: int) -> None:
        """Number an entry in its period, with what is left after it.

        Raises:
            EnvelopeOverdrawn: the period holds less.
        """
        if row.left + effect < 0:
            raise EnvelopeOverdrawn(row.envelope)
        row.left += effect
        row.seq += 1
        entry.envelope, entry.envelope_period = row.envelope, row
        entry.envelope_seq, entry.envelope_left = row.seq, row.left
        self.entries.append(entry)
        self._touched.add(row.pk)
        if effect < 0 and row.low_at is None and is_low(left=row.left, promised=row.promised):
            row.low_at = entry.occurred_at
            self._became_low.append(EnvelopeLow(at=entry.occurred_at, period_id=row.pk))

    def write(self) -> None:
        """Write every entry in order, then what the periods hold now, and tell which became low."""
        add_rows(number_rows(self.entries))
        EnvelopeChange.objects.bulk_create(self.changes)
        self._write_periods()
        for event in self._became_low:
            emit(event)

    def _write_periods(self) -> None:
        rows = [self._by_id[number] for number in sorted(self._touched)]
        columns = CHANGED if self._is_set_anew or self.changes or self._became_low else COUNTED
        change_rows(rows, columns)

    def _open(
        self,
        purse: Purse,
        before: EnvelopePeriod | None,
        since: datetime,
        until: datetime,
        at: datetime,
        opened_by: str,
    ) -> EnvelopePeriod:
        if before is not None:
            before.is_in_force = False
            before.save(update_fields=["is_in_force"])
        row = EnvelopePeriod.objects.create(
            envelope=purse.envelope,
            holder=purse.holder,
            number=1 if before is None else before.number + 1,
            since=since,
            until=until,
            currency=purse.currency,
            opened_at=at,
            opened_by=opened_by,
            promised=purse.amount,
            charter_version=purse.charter_version,
        )
        self._by_id[row.pk] = self._in_force[purse.name] = row
        self.change(row, purse.amount, at=at, why=Why.OPENED)
        return row


def running_of(row: EnvelopePeriod) -> Running:
    """Return a period as the core reads it."""
    return Running(row.until, row.cap, row.left, row.promised, row.charter_version)
