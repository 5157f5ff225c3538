"""Lineage: a house that this version cannot go on with is left as it is, and whoever opens it is told in one line."""

import json
import sqlite3
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from geste.config.lineage import OfAnotherVersion, ensure_going_on
from tests.config.test_opening import said

pytestmark = pytest.mark.django_db


def test_a_house_of_this_version_goes_on() -> None:
    ensure_going_on()


def test_one_that_stopped_between_steps_drawn_together_since_does_not() -> None:
    recorder = MigrationRecorder(connection)
    drawn_together = ("people", "0001_initial")
    steps = MigrationLoader(connection, replace_migrations=False).disk_migrations[drawn_together].replaces
    for step in (drawn_together, *steps):
        recorder.record_unapplied(*step)
    recorder.record_applied("people", "0001_users")

    with pytest.raises(OfAnotherVersion, match="holds a house that another version of Geste made"):
        ensure_going_on()


def test_one_with_steps_nobody_here_knows_does_not() -> None:
    MigrationRecorder(connection).record_applied("people", "0099_of_tomorrow")

    with pytest.raises(OfAnotherVersion):
        ensure_going_on()


def test_whoever_opens_one_is_told_in_one_line_and_nothing_is_changed(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text(json.dumps({"company": "hotel", "seed": 1, "told": True}), encoding="utf-8")
    database = tmp_path / "geste.sqlite3"
    with sqlite3.connect(database) as old:
        old.execute("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied TEXT)")
        old.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('people', '0001_users', '2026-05-14')")

    words = said("demo", "--port", "0", "--data", str(tmp_path))

    assert words == (
        f"Error: {tmp_path} holds a house that another version of Geste made, and this one cannot go on with it. "
        "Nothing in it was changed. Open it with the version that made it, or choose another folder with --data.\n"
    )
    with sqlite3.connect(database) as left:
        assert left.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [
            ("django_migrations",)
        ]
