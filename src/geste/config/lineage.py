"""Lineage: whether this version can go on with the tables of a house. Asked before anything in it is changed."""

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

APPS = "geste."


class OfAnotherVersion(Exception):
    """The house was made by a version from whose tables no step leads to ours; the message says what to do."""


def ensure_going_on() -> None:
    """Look at which steps made the tables of this house.

    Raises:
        OfAnotherVersion: it stopped between steps that have been drawn together since, or knows steps we do not.
    """
    loader = MigrationLoader(connection, replace_migrations=False)
    done = set(loader.applied_migrations)
    ours = {key: migration for key, migration in loader.disk_migrations.items() if key[0] in _labels()}
    known = set(ours) | {step for migration in ours.values() for step in migration.replaces}
    begun = [
        key
        for key, migration in ours.items()
        if key not in done and 0 < len(done & set(migration.replaces)) < len(migration.replaces)
    ]
    if begun or any(step not in known for step in done if step[0] in _labels()):
        where = settings.GESTE.data_dir if connection.vendor == "sqlite" else "The database"
        raise OfAnotherVersion(
            f"{where} holds a house that another version of Geste made, and this one cannot go on with it. Nothing in "
            "it was changed. Open it with the version that made it, or choose another folder with --data."
        )


def _labels() -> frozenset[str]:
    return frozenset(config.label for config in apps.get_app_configs() if config.name.startswith(APPS))
