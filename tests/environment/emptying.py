"""Emptying: after a test that commits, what it wrote is taken out of the database again, and nothing else is touched.

Django empties every table there is and then writes every content type and permission anew, which took longer than most
tests: they write into a dozen tables of a hundred and fifty.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

STAYING = ("django_content_type", "auth_permission")
"""What migrations wrote, and no test changes."""
GUARDS_STANDING = {
    "sqlite": "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT COUNT(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
}


def empty_after_each_test() -> None:
    """Have Django take out what a test has committed in this way instead of its own."""
    from django.db import connections
    from django.test import TransactionTestCase

    def teardown(self: Any) -> None:
        for name in self._databases_names(include_mirrors=False):
            take_out(connections[name])

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]


def take_out(connection: "BaseDatabaseWrapper") -> None:
    """Delete every row a test may have written, whatever guards it; guards that were taken down stand again."""
    from django.db import transaction

    from geste.apps.audit import append_only as log
    from geste.apps.ledger import append_only as books

    vendor, quote = connection.vendor, connection.ops.quote_name
    guards = [*log.guards(vendor), *books.guards(vendor)]
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        filled = _filled(cursor, connection)
        statements = [f"DELETE FROM {quote(table)}" for table in filled]
        is_guarded = not {*log.WRITTEN_ONCE, *books.JOURNAL, books.KEPT}.isdisjoint(filled)
        if vendor == "postgresql":
            # Neither guards nor foreign keys look on: everything that refers to a row goes with it.
            statements = ["SET LOCAL session_replication_role = replica", *statements] if filled else []
        elif is_guarded:
            statements = [*log.unguards(vendor), *books.unguards(vendor), *statements]
        cursor.execute(GUARDS_STANDING[vendor])
        is_down = cursor.fetchone()[0] < sum(statement.startswith("CREATE TRIGGER") for statement in guards)
        for statement in [*statements, *(guards if is_down or (is_guarded and vendor == "sqlite") else [])]:
            cursor.execute(statement)


def _filled(cursor: Any, connection: "BaseDatabaseWrapper") -> list[str]:
    """Return the tables in which there is anything."""
    quote = connection.ops.quote_name
    looks = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {quote(table)})" for table in _tables(connection.alias))
    cursor.execute(" UNION ALL ".join(looks))
    return [table for (table,) in cursor.fetchall()]


@cache
def _tables(alias: str) -> Sequence[str]:
    """Return the tables of the installation, the same for every test."""
    from django.db import connections

    found = connections[alias].introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(set(found) - set(STAYING))
