"""Posting: an entry before it is written. One debit and one credit of the same amount, so it always balances."""

from dataclasses import dataclass
from datetime import datetime

from geste.core.ledger.accounts import Account
from geste.core.ledger.purse import Purse


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What is to be written: an amount in minor units, from which account to which, for which gesture.

    It draws on the `purse`, if there is one. `ordinal` counts the times the same step is taken again, after a definite
    failure: the same step with the same ordinal is written once. One that `reverses` an entry, by its number, moves the
    same amount back, also into the envelope.
    """

    debit: Account
    credit: Account
    amount: int
    currency: str
    occurred_at: datetime
    gesture_key: str
    purse: Purse | None = None
    ordinal: int = 0
    reverses: int | None = None
