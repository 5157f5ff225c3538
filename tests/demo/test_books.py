"""Books: what the demonstration gives in twelve weeks, as another bookkeeping program reads it, to the cent."""

import subprocess
import sys
from pathlib import Path

import pytest

from geste.apps.gestures.trace import traced_entries
from geste.apps.ledger.models import Account, EnvelopePeriod
from geste.apps.ledger.soundness import BookReader
from geste.core.ledger.beancount import NAMES as ACCOUNTS
from geste.core.ledger.beancount import beancount_lines
from geste.core.money import spelled_amount
from geste.demo.hotel import HOTEL as HARBOUR
from geste.demo.names import HOTEL, SEED
from geste.demo.telling import tell
from tests.demo.conftest import whole_life
from tests.journal import faults_in, journal_lines
from tests.sums import balance_of, left_by_period

pytestmark = pytest.mark.django_db
BEAN_CHECK = Path(sys.prefix) / "bin" / "bean-check"


def checked(journal: str, path: Path) -> tuple[int, str]:
    """Return the status and the words of `bean-check`."""
    path.write_text(journal, encoding="utf-8")
    done = subprocess.run([BEAN_CHECK, "--no-cache", path], capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr


def test_another_program_finds_the_books_of_twelve_weeks_in_order_and_the_same_to_the_cent(tmp_path: Path) -> None:
    tell(HARBOUR, whole_life(HOTEL, SEED))

    lines = list(beancount_lines(traced_entries(), title="Harbour House"))

    journal = "\n".join(lines) + "\n"
    assert checked(journal, tmp_path / "journal.beancount") == (0, "")
    held = {account: balance_of(account) for account in Account}
    asserted = [line.split()[2:] for line in lines if " balance " in line]
    assert asserted == [
        [ACCOUNTS[account], spelled_amount(held[account], "AUD"), "~", "0", "AUD"]
        for account in sorted(Account)
        if any(account in (line.debit, line.credit) for line in journal_lines())
    ]
    gestures = spelled_amount(held[Account.GESTURES], "AUD")
    a_cent_more = spelled_amount(held[Account.GESTURES] + 1, "AUD")
    status, said = checked(
        journal.replace(f"Expenses:Gestures  {gestures} ~", f"Expenses:Gestures  {a_cent_more} ~"),
        tmp_path / "off.beancount",
    )
    assert status == 1
    assert "Balance failed for 'Expenses:Gestures'" in said

    assert list(faults_in(journal_lines())) == []
    assert BookReader().read() == []
    folded = left_by_period(journal_lines())
    assert {row.pk: row.left for row in EnvelopePeriod.objects.all()} == folded
