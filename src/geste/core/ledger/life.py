"""Life: what each step of a gesture books, from the moment it is given until it is paid out, taken back or settled.

What was booked is never changed. Failed and taken back are `reversing` every entry, each by one of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from geste.core.charter.syntax import Books
from geste.core.ledger.accounts import BOOKED, CLEARING, Account
from geste.core.ledger.posting import Posting
from geste.core.ledger.purse import Purse


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An amount that a gesture makes due to a customer, by the key of the gesture."""

    gesture_key: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking(Due):
    """What the books need to know of a gesture: its key, its amount and where the charter books it."""

    books: Books


class Written(NamedTuple):
    """An entry as it stands in the journal, as far as reversing it goes."""

    number: int
    debit: Account
    credit: Account
    amount: int
    currency: str
    gesture_key: str
    ordinal: int = 0


def given(booking: Booking, *, at: datetime, purse: Purse | None) -> Posting:
    """Return what giving a gesture within the charter books; it draws on the purse, if it has one."""
    debit, credit = BOOKED[booking.books]
    return _posting(booking, debit, credit, at, purse=purse)


def given_first(booking: Booking, *, at: datetime) -> Posting:
    """Return what acting first books: it stands to settle, and draws on no envelope before that."""
    return _posting(booking, Account.TO_SETTLE, BOOKED[booking.books][1], at)


def settled(booking: Booking, *, at: datetime, purse: Purse | None) -> Posting:
    """Return what settling books: what was to settle goes where the charter books it, and draws on the purse now."""
    return _posting(booking, BOOKED[booking.books][0], Account.TO_SETTLE, at, purse=purse)


def sent(due: Due, *, via: str, at: datetime, ordinal: int = 0) -> Posting:
    """Return what handing money over to a connector books: it is on its way, in that connector's clearing account."""
    return _posting(due, Account.DUE_TO_CUSTOMERS, CLEARING[via], at, ordinal=ordinal)


def confirmed(due: Due, *, via: str, at: datetime, ordinal: int = 0) -> Posting:
    """Return what the connector's word that the customer has it books: the clearing account is at nought again."""
    return _posting(due, CLEARING[via], Account.PAID_OUT, at, ordinal=ordinal)


def reversing(entries: Iterable[Written], *, at: datetime) -> tuple[Posting, ...]:
    """Return what moves entries back, the last one first. An envelope gets back what came from it."""
    return tuple(
        Posting(
            debit=entry.credit,
            credit=entry.debit,
            amount=entry.amount,
            currency=entry.currency,
            occurred_at=at,
            gesture_key=entry.gesture_key,
            ordinal=entry.ordinal,
            reverses=entry.number,
        )
        for entry in sorted(entries, key=lambda entry: -entry.number)
    )


def _posting(
    due: Due, debit: Account, credit: Account, at: datetime, *, purse: Purse | None = None, ordinal: int = 0
) -> Posting:
    return Posting(
        debit=debit,
        credit=credit,
        amount=due.amount,
        currency=due.currency,
        occurred_at=at,
        gesture_key=due.gesture_key,
        purse=purse,
        ordinal=ordinal,
    )
