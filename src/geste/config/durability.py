"""Durability: a database is used only if what it confirms survives the power. Asked before money is written."""

import sqlite3

from django.db import connection

from geste.config.database import journal_of

KEPT_BY_POSTGRESQL = ("fsync", "full_page_writes", "synchronous_commit")


class DurabilityRefused(Exception):
    """The database may lose what it has confirmed; the message says what to change."""


def ensure_durable() -> None:
    """Look at how the database is set.

    Raises:
        DurabilityRefused: it may lose what it has confirmed, or this version may damage it.
    """
    off = weaknesses()
    if not off:
        return
    if connection.vendor == "sqlite":
        raise DurabilityRefused(
            f"The embedded database is kept as {off['journal_mode']} and another program holds it open. "
            "Stop every other Geste on this folder and start again."
        )
    settings = ", ".join(f"{name} = {value}" for name, value in off.items())
    raise DurabilityRefused(
        f"PostgreSQL would lose what it has confirmed: {settings}. Switch that on in postgresql.conf and reload it."
    )


def weaknesses() -> dict[str, str]:
    """Return the settings that do not keep what was confirmed, with their values; empty if everything is kept."""
    if connection.vendor == "sqlite":
        kept_as = _asked("PRAGMA journal_mode").upper()
        return {} if kept_as == journal_of(sqlite3.sqlite_version_info) else {"journal_mode": kept_as}
    asked = {name: _asked(f"SHOW {name}") for name in KEPT_BY_POSTGRESQL}
    return {name: value for name, value in asked.items() if value == "off"}


def _asked(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])
