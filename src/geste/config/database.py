"""Database: the embedded SQLite by default, PostgreSQL for teams. Both keep what they have confirmed."""

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from geste.config.options import OptionRefused

Version = tuple[int, int, int]

WAL_SOUND_FROM: Version = (3, 51, 3)
WAL_MENDED: tuple[Version, ...] = ((3, 50, 7), (3, 44, 6))
"""Older lines of SQLite that were given the same repair."""

NETWORK = {
    "connect_timeout": "10",
    "keepalives_idle": "5",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
}
"""How soon we notice that the network to a server is gone: in seconds, the last in milliseconds."""
SERVER_NOTICES = {
    "tcp_keepalives_idle": 5,
    "tcp_keepalives_interval": 5,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "idle_in_transaction_session_timeout": 20_000,
}
"""How soon the server notices that one of us is gone. It would wait two hours, and the book would stay locked."""


def journal_of(version: Version) -> str:
    """Return how a version of SQLite keeps what is half written.

    Until it was repaired, resetting the write-ahead log while another connection wrote could damage the database. Those
    versions keep a rollback journal, which never had that fault: a little slower, and just as durable (ADR 0009).
    """
    is_mended = any(version[:2] == mended[:2] and version >= mended for mended in WAL_MENDED)
    return "WAL" if version >= WAL_SOUND_FROM or is_mended else "TRUNCATE"


def sqlite_start(version: Version) -> str:
    """Return what each connection to the embedded database begins with.

    One writer at a time and every commit on disk before it is confirmed: money depends on it. A database that was kept
    the other way is turned to this one by the first connection, if it is alone.
    """
    return (
        f"PRAGMA journal_mode={journal_of(version)};"
        "PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON;"
        "PRAGMA mmap_size=268435456;"
        "PRAGMA cache_size=-65536;"
        "PRAGMA temp_store=MEMORY;"
    )


def database_for(url: str, data_dir: Path) -> dict[str, Any]:
    """Return Django's settings for the server `url` names, or for the embedded database in `data_dir`."""
    return _postgresql(url) if url else _sqlite(data_dir)


def _sqlite(data_dir: Path) -> dict[str, Any]:
    return {
        "ENGINE": "geste.config.sqlite3",
        "NAME": data_dir / "geste.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": sqlite_start(sqlite3.sqlite_version_info),
        },
        # A file for tests too, one per process: threads of a test must meet in it as they do in life.
        "TEST": {"NAME": data_dir / f"test-{os.getpid()}.sqlite3"},
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or len(parts.path) < 2:
        raise OptionRefused("GESTE_DATABASE_URL", parts.scheme, "postgresql://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**NETWORK, "options": _settings(SERVER_NOTICES), **dict(parse_qsl(parts.query))},
    }


def _settings(wanted: Mapping[str, int]) -> str:
    return " ".join(f"-c {name}={value}" for name, value in wanted.items())
