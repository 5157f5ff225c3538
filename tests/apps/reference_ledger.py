"""Reference ledger: what the books must say, worked out the plain way in memory."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

MONTHS = {"month": 1, "quarter": 3, "year": 12}
SPENT_ON = {"gesture": "gestures", "owed": "owed", "foregone_revenue": "foregone_revenue", "cost_price": "cost_price"}
FROM = {
    "gesture": "due_to_customers",
    "owed": "due_to_customers",
    "foregone_revenue": "waived_fees",
    "cost_price": "goods",
}


class Refused(Exception):
    """The books do not take it."""


@dataclass
class Pot:
    """One period of an envelope."""

    until: datetime
    promised: int
    version: int
    cap: int
    left: int


@dataclass
class Moved:
    """One entry."""

    key: str
    debit: str
    credit: str
    amount: int
    at: datetime
    pot: Pot | None = None
    is_undone: bool = False


@dataclass
class ReferenceLedger:
    """Entries in a list, envelopes in a dictionary, and no database."""

    amount: int
    every: str
    version: int = 1
    closed_until: datetime | None = None
    entries: list[Moved] = field(default_factory=list)
    pots: dict[str, list[Pot]] = field(default_factory=dict)

    def give(self, key: str, books: str, amount: int, at: datetime, *, envelope: str = "") -> None:
        self._book(key, SPENT_ON[books], FROM[books], amount, at, envelope)

    def act_first(self, key: str, books: str, amount: int, at: datetime) -> None:
        self._book(key, "to_settle", FROM[books], amount, at)

    def settle(self, key: str, books: str, amount: int, at: datetime, *, envelope: str = "") -> None:
        self._book(key, SPENT_ON[books], "to_settle", amount, at, envelope)

    def send(self, key: str, via: str, amount: int, at: datetime) -> None:
        self._book(key, "due_to_customers", f"clearing_{via}", amount, at)

    def confirm(self, key: str, via: str, amount: int, at: datetime) -> None:
        self._book(key, f"clearing_{via}", "paid_out", amount, at)

    def fail(self, key: str, at: datetime) -> None:
        """Undo everything that was booked for a gesture, the last of it first."""
        for entry in [entry for entry in reversed(self.entries) if entry.key == key and not entry.is_undone]:
            entry.is_undone = True
            if entry.pot is not None:
                entry.pot.left += entry.amount
            self.entries.append(Moved("", entry.credit, entry.debit, entry.amount, self._dated(at), entry.pot))

    def change(self, envelope: str, by: int, at: datetime) -> None:
        """Raise an envelope, or lower it."""
        if by == 0 or self.pot(envelope, at, look_only=True).left + by < 0:
            raise Refused
        self._fill(self.pot(envelope, at), by, at)

    def close(self, until: datetime) -> None:
        self.closed_until = until

    def pot(self, envelope: str, at: datetime, *, look_only: bool = False) -> Pot:
        """Return the pot that counts at a moment; unless somebody only looks, it is put up."""
        pots = self.pots.get(envelope, [])
        if not pots or at >= pots[-1].until:
            pot = Pot(_end_of(self.every, at), self.amount, self.version, 0, 0)
            return (
                Pot(pot.until, pot.promised, pot.version, self.amount, self.amount)
                if look_only
                else self._put(envelope, pot, at)
            )
        pot = pots[-1]
        by = max(self.amount - pot.promised, -pot.left) if pot.version < self.version else 0
        if look_only:
            return Pot(pot.until, self.amount, self.version, pot.cap + by, pot.left + by)
        if pot.version < self.version:
            pot.promised, pot.version = self.amount, self.version
            self._fill(pot, by, at)
        return pot

    def balances(self) -> dict[str, int]:
        """Return debits less credits of every account that was ever used."""
        found: Counter[str] = Counter()
        for entry in self.entries:
            found[entry.debit] += entry.amount
            found[entry.credit] -= entry.amount
        return dict(found)

    def _put(self, envelope: str, pot: Pot, at: datetime) -> Pot:
        self.pots.setdefault(envelope, []).append(pot)
        self._fill(pot, self.amount, at)
        return pot

    def _fill(self, pot: Pot, by: int, at: datetime) -> None:
        pot.cap += by
        pot.left += by
        sides = ("envelopes", "budget") if by > 0 else ("budget", "envelopes")
        if by:
            self.entries.append(Moved("", *sides, abs(by), self._dated(at), pot))

    def _book(self, key: str, debit: str, credit: str, amount: int, at: datetime, envelope: str = "") -> None:
        if any((entry.key, entry.debit, entry.credit) == (key, debit, credit) for entry in self.entries):
            raise Refused
        if envelope and self.pot(envelope, at, look_only=True).left < amount:
            raise Refused
        pot = self.pot(envelope, at) if envelope else None
        if pot is not None:
            pot.left -= amount
        self.entries.append(Moved(key, debit, credit, amount, self._dated(at), pot))

    def _dated(self, at: datetime) -> datetime:
        return at if self.closed_until is None else max(at, self.closed_until)


def _end_of(every: str, at: datetime) -> datetime:
    day = at.date()
    if every == "week":
        after = day + timedelta(days=7 - day.weekday())
    else:
        months = day.year * 12 + day.month - 1
        months += MONTHS[every] - months % MONTHS[every]
        after = date(months // 12, months % 12 + 1, 1)
    return datetime(after.year, after.month, after.day, tzinfo=at.tzinfo)
