"""Append-only: the database itself refuses to change the journal, whoever asks and in whatever way."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from geste.apps.ledger.append_only import guard_names
from geste.apps.ledger.models import ClosedPeriod, Entry
from geste.apps.ledger.services.close_period import close_period
from geste.apps.ledger.services.post_entries import post_entries
from geste.apps.people.selectors import actor_for
from geste.core.ledger.life import Booking, given
from geste.core.ledger.purse import Purse
from tests.make import NOW, SYDNEY, make_user

PURSE = Purse(envelope="month", every="month", amount=1_000, currency="AUD", charter_version=1)
STATEMENTS = [
    "UPDATE ledger_entry SET amount = amount + 1",
    "UPDATE ledger_entry SET debit = 'owed' WHERE debit = 'gestures'",
    "UPDATE ledger_entry SET occurred_at = occurred_at",
    "UPDATE ledger_entry SET envelope_left = 999999",
    "DELETE FROM ledger_entry",
    "DELETE FROM ledger_entry WHERE reverses_id IS NULL",
    "UPDATE ledger_envelopechange SET reason = 'another'",
    "DELETE FROM ledger_envelopechange",
    "UPDATE ledger_closedperiod SET digest = ''",
    "DELETE FROM ledger_closedperiod",
    "UPDATE ledger_envelopeperiod SET until = since",
    "UPDATE ledger_envelopeperiod SET envelope = 'mine'",
    "UPDATE ledger_envelopeperiod SET opened_by = 'nobody'",
    "DELETE FROM ledger_envelopeperiod",
]
BEYOND = [
    'UPDATE ledger_envelopeperiod SET "left" = -1',
    'UPDATE ledger_envelopeperiod SET "left" = cap + 1',
]


@pytest.fixture(autouse=True)
def _something_written(db: None) -> None:
    steward = actor_for(make_user("grace", is_steward=True))
    booking = Booking(gesture_key="long-ago", books="gesture", amount=300, currency="AUD")
    post_entries([given(booking, at=NOW, purse=PURSE)])
    close_period(actor=steward, month="2026-05", now=datetime(2026, 6, 2, tzinfo=SYDNEY))


def written() -> list[tuple[object, ...]]:
    tables = ("ledger_entry", "ledger_envelopechange", "ledger_closedperiod", "ledger_envelopeperiod")
    with connection.cursor() as cursor:
        found: list[tuple[object, ...]] = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY id')
            found += cursor.fetchall()
    return found


@pytest.mark.parametrize("statement", STATEMENTS + BEYOND)
def test_raw_sql_changes_nothing(statement: str) -> None:
    before = written()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert written() == before


def test_no_table_of_the_journal_is_emptied_at_once() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite knows no TRUNCATE")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute("TRUNCATE ledger_entry CASCADE")


def test_raw_sql_puts_nothing_into_a_closed_month() -> None:
    with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
        Entry.objects.create(
            debit="gestures",
            credit="due_to_customers",
            amount=1,
            currency="AUD",
            occurred_at=ClosedPeriod.objects.get().until - timedelta(microseconds=1),
            gesture_key="late",
        )
    Entry.objects.create(
        debit="gestures",
        credit="due_to_customers",
        amount=1,
        currency="AUD",
        occurred_at=ClosedPeriod.objects.get().until,
        gesture_key="in-time",
    )


def test_every_guard_stands_after_the_last_migration() -> None:
    """SQLite drops the guards of a table that a migration makes anew: such a migration has to put them up again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        standing = {name for (name,) in cursor.fetchall()}

    assert {name for name, _ in guard_names(connection.vendor)} <= standing
