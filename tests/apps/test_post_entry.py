"""Posting: an unbalanced or unknown entry cannot be written, and what is written stays."""

import pytest
from django.db import IntegrityError

from geste.apps.base.records import AlreadyWritten
from geste.apps.ledger.models import Account, Entry
from geste.apps.ledger.models.entry import ACCOUNTS
from geste.apps.ledger.services.post_entry import post_entry
from geste.core.ledger.accounts import may_meet
from geste.core.ledger.posting import Posting
from tests.make import NOW
from tests.sums import balance_of

pytestmark = pytest.mark.django_db


def posting(
    debit: str = "gestures", credit: str = "due_to_customers", amount: int = 39_000, key: str = "one-tap"
) -> Posting:
    return Posting(
        debit=debit,  # type: ignore[arg-type]
        credit=credit,  # type: ignore[arg-type]
        amount=amount,
        currency="AUD",
        occurred_at=NOW,
        gesture_key=key,
    )


def test_both_sides_are_one_row() -> None:
    post_entry(posting())

    assert balance_of(Account.GESTURES) == 39_000
    assert balance_of(Account.DUE_TO_CUSTOMERS) == -39_000


def test_the_books_sum_to_zero() -> None:
    for number, account in enumerate(Account):
        if account is not Account.DUE_TO_CUSTOMERS and may_meet(account, Account.DUE_TO_CUSTOMERS):
            post_entry(posting(debit=account, amount=number + 1, key=f"tap-{number}"))

    assert sum(balance_of(account) for account in Account) == 0


@pytest.mark.parametrize(
    ("debit", "credit", "amount"),
    [
        ("gestures", "due_to_customers", 0),
        ("gestures", "due_to_customers", -1),
        ("gestures", "gestures", 1),
        ("tomas", "due_to_customers", 1),
        ("gestures", "till_of_tomas", 1),
        ("waived_fees", "due_to_customers", 1),
        ("paid_out", "waived_fees", 1),
        ("envelopes", "gestures", 1),
        ("gestures", "budget", 1),
    ],
)
def test_the_database_refuses_what_is_no_entry(debit: str, credit: str, amount: int) -> None:
    with pytest.raises(IntegrityError):
        post_entry(posting(debit, credit, amount))


def test_a_gesture_is_posted_once_to_each_account() -> None:
    post_entry(posting())

    with pytest.raises(IntegrityError):
        post_entry(posting(amount=1))


def test_no_account_belongs_to_a_person() -> None:
    assert ACCOUNTS == (
        "gestures",
        "owed",
        "foregone_revenue",
        "cost_price",
        "to_settle",
        "due_to_customers",
        "waived_fees",
        "goods",
        "paid_out",
        "clearing_manual",
        "clearing_email",
        "clearing_stripe",
        "clearing_webhook",
        "envelopes",
        "budget",
    )


def test_what_is_written_stays() -> None:
    entry = post_entry(posting())
    entry.amount = 1

    with pytest.raises(AlreadyWritten):
        entry.save()
    with pytest.raises(AlreadyWritten):
        entry.delete()
    with pytest.raises(AlreadyWritten):
        Entry.objects.update(amount=1)
    with pytest.raises(AlreadyWritten):
        Entry.objects.all().delete()
