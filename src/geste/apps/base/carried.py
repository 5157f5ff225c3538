"""Carried: rows on their way to another process of the house: their values, and nothing that hangs on them unasked."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model


class Carried(NamedTuple):
    """A row laid out. Django would carry every row it has met along, which takes as long as deciding on a gesture."""

    model: type[Model]
    names: Sequence[str]
    values: Sequence[object]
    along: Mapping[str, Model]


def laid_out(row: Model, *along: str) -> Carried:
    """Return a row as it can be carried, and of the rows it knows those of these names."""
    known = vars(row)
    names = [field.attname for field in row._meta.concrete_fields if field.attname in known]
    beside = {name: getattr(row, name) for name in along if row._meta.get_field(name).is_cached(row)}  # type: ignore[union-attr]
    return Carried(type(row), names, [known[name] for name in names], beside)


def taken_up(carried: Carried) -> Any:
    """Return the row again, as if it had been read just now."""
    row = carried.model.from_db(DEFAULT_DB_ALIAS, carried.names, carried.values)
    for name, other in carried.along.items():
        setattr(row, name, other)
    return row
