"""Migrations: they say what the models say, and go forwards and backwards."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

import geste.apps
from geste.apps.base.models import EventRow
from geste.apps.ledger.models import Entry, EnvelopePeriod
from geste.apps.ledger.services.close_period import close_period
from geste.apps.ledger.soundness import BookReader
from geste.apps.ledger.statements import is_as_closed
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from tests.carrying import PAID, given
from tests.journal import faults_in, journal_lines
from tests.make import NOW, SYDNEY, make_actor, make_charter, take_back
from tests.sums import left_by_period

APPS = {folder.parent.name for folder in Path(geste.apps.__path__[0]).glob("*/migrations")}


@pytest.mark.django_db
def test_no_model_has_changed_without_a_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.django_db(transaction=True)
def test_every_migration_goes_backwards_and_forwards_again() -> None:
    executor = MigrationExecutor(connection)
    newest = [node for node in executor.loader.graph.leaf_nodes() if node[0] in APPS]
    before = set(connection.introspection.table_names())

    executor.migrate([(app, None) for app in APPS])
    emptied = set(connection.introspection.table_names())
    executor = MigrationExecutor(connection)
    executor.migrate(newest)

    assert {name for name in emptied if name.split("_")[0] in APPS} == set()
    assert set(connection.introspection.table_names()) == before


LEGACY = """
INSERT INTO ledger_entry (id, debit, credit, amount, currency, envelope, occurred_at, gesture_key, reverses_id) VALUES
(1, 'gestures', 'due_to_customers', 30000, 'AUD', 'month', '2026-04-30 13:59:59+00:00', 'april', NULL),
(2, 'gestures', 'due_to_customers', 40000, 'AUD', 'month', '2026-04-30 14:00:00+00:00', 'may', NULL),
(3, 'due_to_customers', 'gestures', 30000, 'AUD', 'month', '2026-05-02 00:00:00+00:00', 'april', 1),
(4, 'gestures', 'due_to_customers', 150000, 'AUD', 'month', '2026-05-03 00:00:00+00:00', 'much', NULL),
(5, 'gestures', 'due_to_customers', 500, 'AUD', '', '2026-05-03 00:00:00+00:00', 'free', NULL),
(6, 'gestures', 'due_to_customers', 700, 'AUD', 'gone', '2026-05-03 00:00:00+00:00', 'unknown', NULL)
"""


@pytest.mark.django_db(transaction=True)
def test_what_was_drawn_before_envelopes_had_periods_is_carried_over() -> None:
    """In Sydney a month ends at 14:00 UTC. One draw was taken back a month later, one month drew more than its cap."""
    make_charter()
    make_actor()
    executor = MigrationExecutor(connection)
    newest = [node for node in executor.loader.graph.leaf_nodes() if node[0] in APPS]
    executor.migrate([("ledger", "0002_reversing_entries"), ("gestures", "0004_item")])
    with connection.cursor() as cursor:
        cursor.execute(LEGACY)
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(pg_get_serial_sequence('ledger_entry', 'id'), 6)")
    executor = MigrationExecutor(connection)
    executor.migrate(newest)

    periods = EnvelopePeriod.objects.order_by("envelope", "number")
    assert [
        (row.envelope, f"{row.since.astimezone(SYDNEY):%m-%d}", row.cap, row.left, row.seq, row.is_in_force)
        for row in periods
    ] == [
        ("gone", "05-01", 700, 0, 2, True),
        ("month", "04-01", 100_000, 100_000, 3, False),
        ("month", "05-01", 190_000, 0, 3, True),
    ]
    lines = list(journal_lines())
    assert left_by_period(lines) == {row.pk: row.left for row in periods}
    assert list(faults_in(lines)) == []


@pytest.mark.django_db(transaction=True)
def test_what_people_carried_out_before_promises_were_counted_is_due_no_more() -> None:
    make_charter(PAID)
    agent = make_actor()
    executor = MigrationExecutor(connection)
    newest = [node for node in executor.loader.graph.leaf_nodes() if node[0] in APPS]
    executor.migrate([("execution", "0002_what_was_given_before")])
    before, taken_back, waiting = (given(agent, amount) for amount in ("10", "20", "40"))
    take_back(agent, taken_back, now=NOW)
    EventRow.objects.exclude(payload__gesture_id=waiting.pk).update(handed_on_at=NOW)

    for _ in range(2):  # carried on from where it stopped, it books nothing twice
        MigrationExecutor(connection).migrate(newest)
        MigrationExecutor(connection).migrate([("execution", "0002_what_was_given_before")])
    MigrationExecutor(connection).migrate(newest)

    booked = Entry.objects.filter(gesture_key=before.key).order_by("pk")
    assert list(booked.values_list("debit", "credit", "amount", "occurred_at")) == [
        ("gestures", "due_to_customers", 10_00, NOW),
        ("due_to_customers", "clearing_manual", 10_00, NOW),
        ("clearing_manual", "paid_out", 10_00, NOW),
    ]
    assert Entry.objects.filter(gesture_key=waiting.key).count() == 1
    assert Entry.objects.filter(gesture_key=taken_back.key).count() == 2
    assert BookReader().read() == []


@pytest.mark.django_db(transaction=True)
def test_what_was_carried_out_in_a_closed_month_is_dated_after_it() -> None:
    make_charter(PAID)
    gesture = given(make_actor(), "10")
    executor = MigrationExecutor(connection)
    newest = [node for node in executor.loader.graph.leaf_nodes() if node[0] in APPS]
    executor.migrate([("execution", "0002_what_was_given_before")])
    EventRow.objects.update(handed_on_at=NOW)
    steward = actor_for(User.objects.get(username="grace"))
    closed = close_period(actor=steward, month="2026-05", now=NOW + timedelta(days=40))

    MigrationExecutor(connection).migrate(newest)

    dates = Entry.objects.filter(gesture_key=gesture.key).order_by("pk").values_list("occurred_at", flat=True)
    assert list(dates) == [NOW, closed.until, closed.until]
    assert is_as_closed(closed)
