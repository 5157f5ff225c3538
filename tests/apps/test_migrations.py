"""Migrations: they say what the models say, and go forwards and backwards."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

APPS = ("base", "audit", "people", "charters", "ledger", "cases", "gestures", "execution")


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
