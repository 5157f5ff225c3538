"""Soundness: what must be true of a book whatever happened, and where it is not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from geste.core.ledger.accounts import Account

Values = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True, order=True)
class Unsound:
    """Something that cannot be if nobody wrote past the ledger. `code` says what, `values` where."""

    code: str
    values: Values = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """An entry as an envelope period sees it: which one it is there, and what it says was left after it."""

    seq: int
    debit: str
    credit: str
    amount: int
    is_reversal: bool
    left: int

    @property
    def filled(self) -> int:
        """Return by how much the entry raised what was put into the period."""
        sides: dict[tuple[str, str], int] = {
            (Account.ENVELOPES, Account.BUDGET): self.amount,
            (Account.BUDGET, Account.ENVELOPES): -self.amount,
        }
        return sides.get((self.debit, self.credit), 0)

    @property
    def effect(self) -> int:
        """Return by how much the entry changed what is left."""
        return self.filled or (self.amount if self.is_reversal else -self.amount)


@dataclass(frozen=True, slots=True)
class Held:
    """What a period holds: what was put in, what is left, how many entries touched it."""

    cap: int = 0
    left: int = 0
    seq: int = 0


def folded(held: Held, touches: Iterable[Touch], period: int) -> tuple[Held, list[Unsound]]:
    """Return what a period holds after some more entries, given in order, and what is wrong with them."""
    wrong: list[Unsound] = []
    for touch in touches:
        where = (("period", period), ("seq", touch.seq))
        if touch.seq != held.seq + 1:
            wrong.append(Unsound("book.entry_missing", where))
        held = Held(held.cap + touch.filled, held.left + touch.effect, touch.seq)
        if touch.left != held.left:
            wrong.append(Unsound("book.entry_altered", where))
            # One altered entry is one fault: those after it are measured from what it says.
            held = replace(held, left=touch.left)
    return held, wrong


def compared(found: Held, expected: Held, period: int) -> list[Unsound]:
    """Return whether what a period's row holds is what its entries come to."""
    if found == expected:
        return []
    values = (("period", period), ("found", found.left), ("expected", expected.left))
    return [Unsound("book.balance_differs", values)]
