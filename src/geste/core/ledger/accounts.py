"""Accounts: every account there is, and what kind it is of. None belongs to a person."""

from enum import StrEnum
from typing import Literal

from geste.core.charter.syntax import Books

AccountKind = Literal["expense", "liability", "asset", "memo"]


class Account(StrEnum):
    """Where an amount may stand. There is nowhere to post a cost to an employee, because no account is anybody's."""

    GESTURES = "gestures"
    OWED = "owed"
    FOREGONE_REVENUE = "foregone_revenue"
    COST_PRICE = "cost_price"
    TO_SETTLE = "to_settle"
    DUE_TO_CUSTOMERS = "due_to_customers"
    WAIVED_FEES = "waived_fees"
    GOODS = "goods"
    PAID_OUT = "paid_out"
    CLEARING_MANUAL = "clearing_manual"
    CLEARING_EMAIL = "clearing_email"
    CLEARING_STRIPE = "clearing_stripe"
    CLEARING_WEBHOOK = "clearing_webhook"
    ENVELOPES = "envelopes"
    BUDGET = "budget"


KINDS: dict[Account, AccountKind] = {
    Account.GESTURES: "expense",
    Account.OWED: "expense",
    Account.COST_PRICE: "expense",
    Account.TO_SETTLE: "expense",
    Account.FOREGONE_REVENUE: "memo",
    Account.WAIVED_FEES: "memo",
    Account.DUE_TO_CUSTOMERS: "liability",
    Account.GOODS: "asset",
    Account.PAID_OUT: "asset",
    Account.CLEARING_MANUAL: "liability",
    Account.CLEARING_EMAIL: "liability",
    Account.CLEARING_STRIPE: "liability",
    Account.CLEARING_WEBHOOK: "liability",
    Account.ENVELOPES: "memo",
    Account.BUDGET: "memo",
}
"""What is memo is no cash: revenue that was let go, and what the owner has set aside."""

PARTNERS: dict[Account, frozenset[Account]] = {
    Account.WAIVED_FEES: frozenset({Account.FOREGONE_REVENUE, Account.TO_SETTLE}),
    Account.ENVELOPES: frozenset({Account.BUDGET}),
    Account.BUDGET: frozenset({Account.ENVELOPES}),
}
"""Accounts that are only ever booked against these, so that neither savings nor budgets get mixed with cash."""

CLEARING: dict[str, Account] = {
    "manual": Account.CLEARING_MANUAL,
    "email": Account.CLEARING_EMAIL,
    "stripe": Account.CLEARING_STRIPE,
    "webhook": Account.CLEARING_WEBHOOK,
}
"""One for each way a gesture is carried out. It must come back to nought: what stands there is on its way."""

BOOKED: dict[Books, tuple[Account, Account]] = {
    "gesture": (Account.GESTURES, Account.DUE_TO_CUSTOMERS),
    "owed": (Account.OWED, Account.DUE_TO_CUSTOMERS),
    "foregone_revenue": (Account.FOREGONE_REVENUE, Account.WAIVED_FEES),
    "cost_price": (Account.COST_PRICE, Account.GOODS),
}
"""Where the charter's `books` go: what the gesture is debited to, and what it is credited to."""


def may_meet(debit: Account, credit: Account) -> bool:
    """Return whether one entry may book from one of these accounts to the other."""
    return all(this not in PARTNERS or other in PARTNERS[this] for this, other in ((debit, credit), (credit, debit)))
