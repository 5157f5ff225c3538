"""A year of each company: another bookkeeping program accepts its books, and finds what we find, to the cent."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from beancount import loader
from beancount.core import data
from django.utils import timezone

from geste.apps.execution.services.promise import promise_waiting
from geste.apps.gestures.trace import traced_entries
from geste.apps.ledger.models import Account, ClosedPeriod
from geste.apps.ledger.selectors import dated_entries
from geste.apps.ledger.services.close_period import close_period
from geste.apps.ledger.soundness import BookReader
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for, on_the_clock_of_the_house
from geste.core.ledger.beancount import NAMES as ACCOUNTS
from geste.core.ledger.beancount import beancount_lines
from geste.core.ledger.closing import Movement
from geste.demo.companies import COMPANIES
from geste.demo.company import Company, charter_of, life_of
from geste.demo.names import NAMES
from geste.demo.telling import tell
from tests.demo.test_books import checked
from tests.journal import Line, faults_in, journal_lines
from tests.sums import balances

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WEEKS = 52


@pytest.mark.parametrize("name", NAMES)
def test_another_program_finds_a_year_in_order_and_the_same_to_the_cent(name: str, tmp_path: Path) -> None:
    company = COMPANIES[name]
    life = life_of(company, weeks=WEEKS)
    tell(company, life)
    promise_waiting(now=timezone.localtime())
    path = tmp_path / "journal.beancount"

    found = checked("\n".join(beancount_lines(traced_entries(), title=name)) + "\n", path)

    assert found == (0, "")
    postings, theirs = balances_there(path, charter_of(company).currency.exponent)
    lines = list(journal_lines())
    assert postings == 2 * len(lines)
    assert given_once(lines) == sum(given.posted > 0 for given in life.given)
    assert theirs == {(ACCOUNTS[Account(account)], code): held for (account, code), held in balances(lines).items()}
    assert list(faults_in(lines)) == []
    assert BookReader().read() == []
    assert closed_months(company) == sides()
    assert ClosedPeriod.objects.count() == len(months())


def given_once(lines: Iterable[Line]) -> int:
    """Return how many gestures cost something: each is posted once, whatever becomes of it afterwards."""
    return len({line.gesture_key for line in lines if not line.gesture_key.startswith("envelope:")})


def balances_there(path: Path, exponent: int) -> tuple[int, dict[tuple[str, str], int]]:
    """Return how many postings the other program reads, and what each of its accounts then holds, in minor units."""
    entries, errors, _ = loader.load_file(str(path))
    assert errors == []
    postings = [posting for entry in entries if isinstance(entry, data.Transaction) for posting in entry.postings]
    held: Counter[tuple[str, str]] = Counter()
    for posting in postings:
        assert posting.units is not None
        assert posting.units.number is not None
        held[posting.account, posting.units.currency] += int(posting.units.number.scaleb(exponent))
    return len(postings), dict(held)


def months() -> list[str]:
    """Return every month that has an entry, in order."""
    dates = {on_the_clock_of_the_house(entry.occurred_at) for entry in dated_entries()}
    return sorted({f"{at:%Y-%m}" for at in dates})


def closed_months(company: Company) -> dict[tuple[str, str], tuple[int, int]]:
    """Close every month, and return the debits and credits that all of them come to, by account and currency."""
    steward = actor_for(User.objects.get(username=company.steward))
    debits: Counter[tuple[str, str]] = Counter()
    credits_: Counter[tuple[str, str]] = Counter()
    for month in months():
        closed = close_period(actor=steward, month=month, now=after_everything())
        for movement in (Movement(*values) for values in closed.movements):
            debits[movement.account, movement.currency] += movement.debits
            credits_[movement.account, movement.currency] += movement.credits
    return {key: (debits[key], credits_[key]) for key in {*debits, *credits_}}


def sides() -> dict[tuple[str, str], tuple[int, int]]:
    """Return the debits and credits of the whole journal, by account and currency."""
    debits: Counter[tuple[str, str]] = Counter()
    credits_: Counter[tuple[str, str]] = Counter()
    for line in journal_lines():
        debits[line.debit, line.currency] += line.amount
        credits_[line.credit, line.currency] += line.amount
    return {key: (debits[key], credits_[key]) for key in {*debits, *credits_}}


def after_everything() -> datetime:
    """Return a moment at which every month of the life is over."""
    return timezone.now().replace(year=2030)
