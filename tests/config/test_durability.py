"""A database that may lose what it confirmed is not used, and one kept in the old way is turned when it is alone."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from geste.config import durability
from geste.config.database import journal_of, sqlite_start
from geste.config.durability import DurabilityRefused, ensure_durable
from tests.config.test_opening import said

OURS = journal_of(sqlite3.sqlite_version_info)
OTHER_WAY = {"WAL": "TRUNCATE", "TRUNCATE": "WAL"}[OURS]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Return a database with a write-ahead log, and a row in it that is nowhere but in the log."""
    with closing(sqlite3.connect(tmp_path / "geste.sqlite3", isolation_level=None)) as first:
        first.executescript("PRAGMA journal_mode=WAL; CREATE TABLE gesture(amount); INSERT INTO gesture VALUES(1800)")
        yield first


def begun(place: Path, version: tuple[int, int, int]) -> tuple[str, list[tuple[int]]]:
    """Return how a database is kept once a connection has begun, and what is in it."""
    with closing(sqlite3.connect(place, isolation_level=None, timeout=0.1)) as opened:
        opened.executescript(sqlite_start(version))
        kept_as = opened.execute("PRAGMA journal_mode").fetchone()[0]
        return kept_as, opened.execute("SELECT amount FROM gesture").fetchall()


def test_a_log_that_could_do_damage_is_folded_in_before_anything_is_written(
    old: sqlite3.Connection, tmp_path: Path
) -> None:
    place = tmp_path / "geste.sqlite3"
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        begun(place, (3, 40, 1))
    old.close()

    assert begun(place, (3, 40, 1)) == ("truncate", [(1800,)])
    assert not (tmp_path / "geste.sqlite3-wal").exists()
    assert begun(place, (3, 51, 3)) == ("wal", [(1800,)])


@pytest.mark.django_db
def test_a_database_that_is_kept_as_it_should_be_is_used() -> None:
    if connection.vendor == "sqlite":
        ensure_durable()
        assert durability.weaknesses() == {}


@pytest.mark.parametrize(
    ("vendor", "answers", "words"),
    [
        ("sqlite", {"PRAGMA journal_mode": OTHER_WAY.lower()}, "another program holds it open"),
        ("postgresql", {"SHOW fsync": "off"}, "confirmed: fsync = off. Switch"),
        ("postgresql", {"SHOW synchronous_commit": "off"}, "confirmed: synchronous_commit = off. Switch"),
        ("postgresql", {"SHOW full_page_writes": "off"}, "confirmed: full_page_writes = off. Switch"),
    ],
)
def test_a_database_that_may_lose_what_it_confirmed_is_not_used(
    monkeypatch: pytest.MonkeyPatch, vendor: str, answers: dict[str, str], words: str
) -> None:
    monkeypatch.setattr(connection, "vendor", vendor)
    monkeypatch.setattr(durability, "_asked", lambda question: answers.get(question, "on"))

    with pytest.raises(DurabilityRefused, match=words):
        ensure_durable()


@pytest.mark.postgresql
def test_a_forgetful_server_is_refused_at_the_start(postgresql_url: str, tmp_path: Path) -> None:
    if os.environ.get("TEST_PG_URL"):
        pytest.skip("TEST_PG_URL names a server that keeps what it confirms")

    words = said("serve", "--port", "0", "--data", str(tmp_path), GESTE_DATABASE_URL=postgresql_url)

    assert words == (
        "Error: PostgreSQL would lose what it has confirmed: fsync = off, full_page_writes = off, "
        "synchronous_commit = off. Switch that on in postgresql.conf and reload it.\n"
    )
