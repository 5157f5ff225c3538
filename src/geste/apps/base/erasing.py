"""Erasing: what is taken out of rows is gone from the file of the database too, where an engine would leave it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def erasing() -> Iterator[None]:
    """Overwrite what rows held before, and empty the journal beside the file once all is written.

    PostgreSQL keeps older versions of rows until it next vacuums, and its own journal as long as it is set to.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA secure_delete").fetchone()[0]
        cursor.execute("PRAGMA secure_delete=ON")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA secure_delete={before}")
            if not connection.in_atomic_block:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
