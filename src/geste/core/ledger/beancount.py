"""Beancount: the journal in a plain-text form of double entry that other programs read and check."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from geste.core.ledger.accounts import Account
from geste.core.ledger.traced import Traced
from geste.core.money import spelled_amount

NAMES: dict[Account, str] = {
    Account.GESTURES: "Expenses:Gestures",
    Account.OWED: "Expenses:Owed",
    Account.COST_PRICE: "Expenses:CostPrice",
    Account.TO_SETTLE: "Expenses:ToSettle",
    Account.FOREGONE_REVENUE: "Equity:Memo:ForegoneRevenue",
    Account.WAIVED_FEES: "Equity:Memo:Waived",
    Account.DUE_TO_CUSTOMERS: "Liabilities:DueToCustomers",
    Account.GOODS: "Assets:Goods",
    Account.PAID_OUT: "Assets:PaidOut",
    Account.CLEARING_MANUAL: "Liabilities:Clearing:Manual",
    Account.CLEARING_EMAIL: "Liabilities:Clearing:Email",
    Account.CLEARING_STRIPE: "Liabilities:Clearing:Stripe",
    Account.CLEARING_WEBHOOK: "Liabilities:Clearing:Webhook",
    Account.ENVELOPES: "Equity:Memo:Envelopes",
    Account.BUDGET: "Equity:Memo:Budget",
}
"""What each account is called there. What is memo stands under equity and never meets cash."""


def beancount_lines(entries: Iterable[Traced], *, title: str) -> Iterator[str]:
    """Yield the journal line by line: accounts, entries in the order they were written, then what each account holds.

    The balances at the end are assertions: a program that reads them checks our sums with its own.
    """
    yield f'option "title" "{_quoted(title)}"'
    held: Counter[tuple[Account, str]] = Counter()
    days: list[date] = []
    body: list[str] = []
    for entry in entries:
        days.append(entry.occurred_at.date())
        held[Account(entry.debit), entry.currency] += entry.amount
        held[Account(entry.credit), entry.currency] -= entry.amount
        body.append("\n".join(_transaction(entry)))
    if not days:
        return
    yield from (f'option "operating_currency" "{code}"' for code in sorted({code for _, code in held}))
    yield ""
    yield from (f"{min(days)} open {name}" for name in NAMES.values())
    yield from body
    yield ""
    after = max(days) + timedelta(days=1)
    for account, code in sorted(held):
        yield f"{after} balance {NAMES[account]}  {spelled_amount(held[account, code], code)} ~ 0 {code}"


def _transaction(entry: Traced) -> Iterator[str]:
    yield ""
    yield f'{entry.occurred_at.date()} * "{_quoted(entry.what or entry.debit)}"'
    told = {
        "entry": str(entry.number),
        "time": entry.occurred_at.isoformat(timespec="seconds"),
        "key": entry.gesture_key,
        "envelope": entry.envelope,
        "reverses": "" if entry.reverses is None else str(entry.reverses),
        "decision": "" if entry.decision is None else str(entry.decision),
        "charter": "" if entry.charter_version is None else str(entry.charter_version),
    }
    yield from (f'  {name}: "{_quoted(value)}"' for name, value in told.items() if value)
    for account, amount in ((entry.debit, entry.amount), (entry.credit, -entry.amount)):
        yield f"  {NAMES[Account(account)]}  {spelled_amount(amount, entry.currency)} {entry.currency}"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
