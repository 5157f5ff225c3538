"""Rows: writes many new rows of one table in one go, as each engine takes them. The one place that knows engines."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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
    writing, values = _told(rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Django does not know COPY: without this, what the database refuses would come in the driver's own words.
            with connection.wrap_database_errors, cursor.copy(writing.copied) as copy:
                for row in values:
                    copy.write_row(row)
        else:
            cursor.executemany(writing.inserted, list(values))
    alias = connection.alias
    for written in rows:
        written._state.adding, written._state.db = False, alias  # noqa: SLF001 - as `bulk_create` does
    return rows


def add_rows_not_there(rows: Sequence[Row]) -> int:
    """Write those of these rows that clash with none that is there, and return how many these were."""
    if not rows:
        return 0
    writing, values = _told(rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"{writing.unfolded} ON CONFLICT DO NOTHING", [list(column) for column in zip(*values, strict=True)]
            )
        else:
            cursor.executemany(f"{writing.inserted} ON CONFLICT DO NOTHING", list(values))
        return int(cursor.rowcount)


def change_rows(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Write what these columns of rows that are there hold now, one row after the other and in one go."""
    if not rows:
        return
    fields = [rows[0]._meta.get_field(name) for name in columns]
    table, number = connection.ops.quote_name(rows[0]._meta.db_table), connection.ops.quote_name(_number_of(rows[0]))
    changes = ", ".join(f"{connection.ops.quote_name(str(field.column))} = %s" for field in fields)  # type: ignore[union-attr]
    numbered = ((*values, row.pk) for values, row in zip(_values(fields, rows), rows, strict=True))  # type: ignore[arg-type]
    statement, values = f"UPDATE {table} SET {changes} WHERE {number} = %s", list(numbered)  # noqa: S608 - own names
    with connection.cursor() as cursor:
        if len(values) == 1:
            # Many of which there is only one would be two journeys more to PostgreSQL.
            cursor.execute(statement, values[0])
        else:
            cursor.executemany(statement, values)


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


@dataclass(frozen=True, slots=True)
class _Writing:
    """How rows of one table are written, and what of a row stands in each column.

    As a copy, as inserts one after the other, and as one insert of lists, one for each column.
    """

    copied: str
    inserted: str
    unfolded: str
    columns: "Sequence[models.Field[Any, Any]]"


def _told(rows: Sequence[models.Model]) -> tuple[_Writing, Iterable[list[Any]]]:
    """How these rows are written, and what stands in them."""
    writing = _writing(type(rows[0]), has_numbers=rows[0].pk is not None)
    return writing, _values(writing.columns, rows)


@lru_cache(maxsize=100)
def _writing(model: type[models.Model], *, has_numbers: bool) -> _Writing:
    """A number that is left to the database is no column here."""
    fields = model._meta.concrete_fields
    columns = [field for field in fields if has_numbers or not isinstance(field, models.AutoField)]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(field.column)) for field in columns)
    into, places = f"{quoted(model._meta.db_table)} ({names})", ", ".join(["%s"] * len(columns))
    lists = ", ".join(f"%s::{field.rel_db_type(connection)}[]" for field in columns)
    return _Writing(
        f"COPY {into} FROM STDIN",
        f"INSERT INTO {into} VALUES ({places})",  # noqa: S608 - own names
        f"INSERT INTO {into} SELECT * FROM unnest({lists})",  # noqa: S608 - own names
        columns,
    )


def _number_of(row: models.Model) -> str:
    """The column that numbers the rows of a table."""
    key = row._meta.pk
    assert key is not None, "every table of ours has one"
    return str(key.column)


def _values(columns: "Sequence[models.Field[Any, Any]]", rows: Iterable[models.Model]) -> Iterable[list[Any]]:
    """Yield what the database is told of each row, column by column."""
    # One more than there are, because of one name alone it would return no sequence.
    read = attrgetter(*(field.attname for field in columns), "pk")
    converts = [
        (place, convert) for place, field in enumerate(columns) if (convert := _convert(field, connection.vendor))
    ]
    for row in rows:
        *values, _ = read(row)
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


def _moment(value: datetime) -> str:
    """As Django keeps it: in UTC, without saying so. Django asks its settings each time, and a gesture has ten."""
    return str(value.astimezone(UTC).replace(tzinfo=None))
