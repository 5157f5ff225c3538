"""Rows: writes many new rows of one table in one go, as each engine takes them. The one place that knows engines."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)
Convert = Callable[[Any], object]


def add_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """Write new rows of one table, in this order, inside the caller's transaction, and return them.

    Numbers that rows lack are given by the database and stay unknown here: see `number_rows`. Constraints and triggers
    hold as they do for any row; what a model's `save` adds to that is passed by.
    """
    if not rows:
        return rows
    shape = rows[0]._meta
    columns = [field for field in shape.concrete_fields if not _is_left_to_the_database(field, rows[0])]
    values = list(_values(columns, rows))
    table = connection.ops.quote_name(shape.db_table)
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", values)  # noqa: S608 - own names
    for written in rows:
        written._state.adding, written._state.db = False, connection.alias  # noqa: SLF001 - as `bulk_create` does
    return rows


def number_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """Give new rows of one table the numbers the database would give them, in this order, and return them.

    The caller's transaction writes them. On SQLite it is the only one that writes at all; PostgreSQL has a sequence.
    """
    if rows:
        for row, number in zip(rows, _numbers(rows[0]._meta.db_table, len(rows)), strict=True):
            row.pk = number
    return rows


def _numbers(table: str, count: int) -> Iterable[int]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        first = 1 if found is None else found[0] + 1
        return range(first, first + count)


def _is_left_to_the_database(field: "models.Field[Any, Any]", row: models.Model) -> bool:
    return isinstance(field, models.AutoField) and row.pk is None


def _values(columns: "Sequence[models.Field[Any, Any]]", rows: Iterable[models.Model]) -> Iterable[list[Any]]:
    """Yield what the database is told of each row, column by column."""
    read = attrgetter(*(field.attname for field in columns))
    converts = [
        (place, convert) for place, field in enumerate(columns) if (convert := _convert(field, connection.vendor))
    ]
    for row in rows:
        values = list(read(row))
        for place, convert in converts:
            if values[place] is not None:
                values[place] = convert(values[place])
        yield values


@lru_cache(maxsize=1000)
def _convert(field: "models.Field[Any, Any]", vendor: str) -> Convert | None:
    """How a value of a column is told, where the engine's own driver would tell it otherwise than Django does."""
    if isinstance(field, models.JSONField):
        return json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
    if isinstance(field, models.CharField | models.TextField):
        return str
    if isinstance(field, models.DateTimeField) and vendor == "sqlite":
        return _moment
    return None


def _moment(value: datetime) -> object:
    return connection.ops.adapt_datetimefield_value(value)
