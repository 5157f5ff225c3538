"""Journal: entries in the order they were written, and a check that they can be so that shares nothing with ours."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from geste.apps.ledger.models import Entry
from geste.core.ledger.accounts import Account, may_meet


class Line(NamedTuple):
    """One entry of the journal. `period` says which envelope period it touches, `left` what that held after it."""

    number: int
    debit: str
    credit: str
    amount: int
    currency: str
    gesture_key: str = ""
    ordinal: int = 0
    reverses: int | None = None
    period: int | None = None
    seq: int | None = None
    left: int | None = None


class Flaw(StrEnum):
    """What cannot be so."""

    NOT_POSITIVE = "not_positive"
    ONE_ACCOUNT = "one_account"
    UNKNOWN_ACCOUNT = "unknown_account"
    ACCOUNTS_APART = "accounts_apart"
    POSTED_TWICE = "posted_twice"
    REVERSED_TWICE = "reversed_twice"
    REVERSES_NOTHING = "reverses_nothing"
    REVERSES_BADLY = "reverses_badly"
    REVERSES_A_REVERSAL = "reverses_a_reversal"
    GAP = "gap"
    LEFT_IS_WRONG = "left_is_wrong"
    OVERDRAWN = "overdrawn"


class Fault(NamedTuple):
    """A flaw, and the number of the entry it was found at."""

    flaw: Flaw
    number: int


def journal_lines() -> Iterator[Line]:
    """Return the whole journal in the order it was written, as it is checked here."""
    columns = ("pk", *Line._fields[1:7], "reverses_id", "envelope_period_id", "envelope_seq", "envelope_left")
    return (Line(*values) for values in Entry.objects.order_by("pk").values_list(*columns).iterator())


def effect_on_envelope(line: Line, undone: Line | None) -> int:
    """Return what an entry does to the period it touches: money set aside adds, a gesture takes, a reversal undoes."""
    if undone is not None:
        return -effect_on_envelope(undone, None)
    if line.debit == Account.ENVELOPES:
        return line.amount
    return -line.amount


def faults_in(lines: Iterable[Line]) -> Iterator[Fault]:
    """Yield everything that cannot be so: entry by entry in the order they were written, then envelope by envelope."""
    checks: tuple[Callable[[Line, dict[int, Line]], Iterator[Flaw]], ...] = (
        _unsound,
        _Repeated().flaws,
        _misreversed,
    )
    by_number: dict[int, Line] = {}
    by_period: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        for check in checks:
            for flaw in check(line, by_number):
                yield Fault(flaw, line.number)
        by_number[line.number] = line
        if line.period is not None:
            by_period[line.period].append(line)
    for touching in by_period.values():
        yield from _misnumbered(touching, by_number)


def _undone(line: Line, by_number: dict[int, Line]) -> Line | None:
    return None if line.reverses is None else by_number.get(line.reverses)


def _unsound(line: Line, _: dict[int, Line]) -> Iterator[Flaw]:
    """What one entry says of itself."""
    if line.amount <= 0:
        yield Flaw.NOT_POSITIVE
    if line.debit == line.credit:
        yield Flaw.ONE_ACCOUNT
    known = {account.value for account in Account}
    if {line.debit, line.credit} - known:
        yield Flaw.UNKNOWN_ACCOUNT
    elif not may_meet(Account(line.debit), Account(line.credit)):
        yield Flaw.ACCOUNTS_APART


class _Repeated:
    """Each step of a gesture is written once, and each entry resolved at most once."""

    def __init__(self) -> None:
        self._steps: set[tuple[str, str, str, int]] = set()
        self._reversed: set[int] = set()

    def flaws(self, line: Line, _: dict[int, Line]) -> Iterator[Flaw]:
        if line.reverses is not None:
            if line.reverses in self._reversed:
                yield Flaw.REVERSED_TWICE
            self._reversed.add(line.reverses)
            return
        step = (line.gesture_key, line.debit, line.credit, line.ordinal)
        if step in self._steps:
            yield Flaw.POSTED_TWICE
        self._steps.add(step)


def _misreversed(line: Line, by_number: dict[int, Line]) -> Iterator[Flaw]:
    """A reversal mirrors what it reverses: same amount, sides swapped, same envelope period."""
    if line.reverses is None:
        return
    undone = by_number.get(line.reverses)
    if undone is None:
        yield Flaw.REVERSES_NOTHING
        return
    there = (undone.credit, undone.debit, undone.amount, undone.currency, undone.period, undone.gesture_key)
    if (line.debit, line.credit, line.amount, line.currency, line.period, line.gesture_key) != there:
        yield Flaw.REVERSES_BADLY
    if undone.reverses is not None:
        yield Flaw.REVERSES_A_REVERSAL


def _misnumbered(touching: Iterable[Line], by_number: dict[int, Line]) -> Iterator[Fault]:
    """One envelope period: numbered without a gap, what is left follows from what was, and is never below nought.

    Its own numbers are the order that counts. What filled an older period was written after what was drawn from it.
    """
    left = 0
    for seq, line in enumerate(sorted(touching, key=lambda line: (line.seq or 0, line.number)), start=1):
        left += effect_on_envelope(line, _undone(line, by_number))
        flaws = {Flaw.GAP: line.seq != seq, Flaw.LEFT_IS_WRONG: line.left != left, Flaw.OVERDRAWN: left < 0}
        yield from (Fault(flaw, line.number) for flaw, is_so in flaws.items() if is_so)
