"""Spreadsheet: the journal and the sums of a closed month as comma-separated lines, amounts as plain decimals."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geste.core.ledger.closing import Movement
from geste.core.ledger.traced import Traced
from geste.core.money import spelled_amount

ENTRY_COLUMNS = (
    *("entry", "date", "time", "debit", "credit", "amount", "currency", "envelope", "left_in_envelope"),
    *("key", "reverses", "gesture", "decision", "charter_version", "clause"),
)
MOVEMENT_COLUMNS = ("account", "gl_code", "envelope", "currency", "debits", "credits", "net")


def entry_lines(entries: Iterable[Traced]) -> Iterator[str]:
    """Yield a heading and one line for each entry, in the order given."""
    yield _line(ENTRY_COLUMNS)
    for entry in entries:
        yield _line(
            (
                str(entry.number),
                entry.occurred_at.date().isoformat(),
                entry.occurred_at.isoformat(timespec="seconds"),
                entry.debit,
                entry.credit,
                spelled_amount(entry.amount, entry.currency),
                entry.currency,
                entry.envelope,
                "" if entry.left is None else spelled_amount(entry.left, entry.currency),
                entry.gesture_key,
                _number(entry.reverses),
                entry.what,
                _number(entry.decision),
                _number(entry.charter_version),
                entry.clause,
            )
        )


def movement_lines(movements: Iterable[Movement], codes: Mapping[str, str]) -> Iterator[str]:
    """Yield a heading and one line for each account and envelope; `codes` are finance's own numbers of our accounts."""
    yield _line(MOVEMENT_COLUMNS)
    for moved in movements:
        amounts = (moved.debits, moved.credits, moved.debits - moved.credits)
        code = codes.get(moved.account, "")
        shown = [spelled_amount(amount, moved.currency) for amount in amounts]
        yield _line((moved.account, code, moved.envelope, moved.currency, *shown))


def codes_in(text: str) -> dict[str, str]:
    """Return what lines such as `gestures,623400` say: an account of ours, and finance's code for it."""
    rows = csv.reader(io.StringIO(text))
    return {row[0].strip(): row[1].strip() for row in rows if len(row) == 2}


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _line(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()
