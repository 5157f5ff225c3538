"""Spelled: readings whose SQL is put together once and asked again with other values: what every gesture asks for."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection, models
from django.db.models.query import FlatValuesListIterable, ModelIterable, get_related_populators

Row = TypeVar("Row")
Compiler = Any
"""Django's own, which its types leave open."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Stands for the values of this name, which are known only when a reading is asked."""

    name: str


@models.Field.register_lookup
class Among(models.Lookup):
    """`column__among`: one of some values. Unlike `in` it is spelled alike for few and for many."""

    lookup_name = "among"
    prepare_rhs = False

    def as_postgresql(self, compiler: Compiler, inner: Any) -> tuple[str, list[object]]:
        """Return the condition for PostgreSQL."""
        column, parameters = self.process_lhs(compiler, inner)
        return f"{column} = ANY(%s)", [*parameters, self.rhs]

    def as_sqlite(self, compiler: Compiler, inner: Any) -> tuple[str, list[object]]:
        """Return the condition for SQLite."""
        column, parameters = self.process_lhs(compiler, inner)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*parameters, self.rhs]  # noqa: S608 - own names


class Spelled(Generic[Row]):
    """A reading with its conditions: `Spelled(lambda: Case.objects.filter(pk__among=Asked("cases")))(cases=[1, 2])`.

    Putting a statement together takes Django several times as long as asking it does, every time anew. The rows are
    those the query set would give: instances with what was selected along, or what `values_list` names.
    """

    def __init__(self, spell: "Callable[[], models.QuerySet[Any, Row]]") -> None:
        self._spell = spell
        self._known: _Statement | None = None

    def __call__(self, **asked: Collection[object]) -> list[Row]:
        """Return the rows for these values."""
        statement = self._known = self._known or _Statement.of(self._spell())
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.told(asked))
            found = cursor.fetchall()
        return list(statement.rows(found)) if found else []


@dataclass(frozen=True, slots=True)
class _Statement:
    """A query set that was put together."""

    sql: str
    parameters: Sequence[object]
    is_flat: bool
    compiler: Compiler
    converters: Any
    names: Sequence[str]
    place: slice
    related: Sequence[Any]

    @classmethod
    def of(cls, rows: "models.QuerySet[Any, Any]") -> "_Statement":
        compiler = rows.query.get_compiler(using=connection.alias)
        sql, parameters = compiler.as_sql()
        chosen, kind = compiler.select, rows._iterable_class  # noqa: SLF001 - what tells instances from values
        told = compiler.klass_info if issubclass(kind, ModelIterable) else None
        own = told["select_fields"] if told else [0, len(chosen) - 1]
        place = slice(own[0], own[-1] + 1)
        return cls(
            sql=sql,
            parameters=parameters,
            is_flat=issubclass(kind, FlatValuesListIterable),
            compiler=compiler,
            converters=compiler.get_converters([column for column, *_ in chosen]),
            names=[column.target.attname for column, *_ in chosen[place]] if told else (),
            place=place,
            related=get_related_populators(told, chosen, connection.alias) if told else (),  # type: ignore[call-arg]
        )

    def told(self, asked: "dict[str, Collection[object]]") -> list[Any]:
        """Return what the statement is asked with."""
        is_array = connection.vendor == "postgresql"
        lists = {name: list(values) if is_array else json.dumps(list(values)) for name, values in asked.items()}
        return [lists[one.name] if isinstance(one, Asked) else one for one in self.parameters]

    def rows(self, found: Iterable[Sequence[object]]) -> Iterable[Any]:
        """Yield rows as the query set would."""
        rows = self.compiler.apply_converters(found, self.converters) if self.converters else found
        if not self.names:
            yield from (row[0] for row in rows) if self.is_flat else map(tuple, rows)
            return
        model, alias = self.compiler.klass_info["model"], connection.alias
        for row in rows:
            one = model.from_db(alias, self.names, row[self.place])
            for populator in self.related:
                populator.populate(row, one)
            yield one
