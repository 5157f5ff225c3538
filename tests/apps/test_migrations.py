"""Migrations: they say what the models say, and go forwards and backwards."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

import geste.apps
from geste.apps.people.models import User
from tests.make import make_actor

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


@pytest.mark.django_db(transaction=True)
def test_a_house_from_before_the_migrations_were_drawn_together_goes_on_as_it_is() -> None:
    recorder = MigrationRecorder(connection)
    drawn_together = {
        key: migration
        for key, migration in MigrationLoader(connection, replace_migrations=False).disk_migrations.items()
        if migration.replaces
    }
    make_actor("ada")
    for key, migration in drawn_together.items():
        recorder.record_unapplied(*key)
        for before in migration.replaces:
            recorder.record_applied(*before)

    call_command("migrate", verbosity=0)

    assert {app for app, _ in drawn_together} == APPS
    assert set(drawn_together) <= set(recorder.applied_migrations())
    assert User.objects.get().get_username() == "ada"
