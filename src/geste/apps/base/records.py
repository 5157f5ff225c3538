"""Records: rows that are written once. What happened is never edited; a correction is a row of its own.

One thing can be taken out of them: what says whom a customer was, once they are to be forgotten.
"""

from typing import Any, ClassVar, Never, Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class AlreadyWritten(Exception):
    """Somebody tried to change or delete a row that is written once."""


class WrittenOnceRows(models.QuerySet[Row]):
    """Rows that may be read and added to, nothing else."""

    def update(self, **_: object) -> Never:
        """Refuse."""
        raise AlreadyWritten(self.model.__name__)

    def delete(self) -> Never:
        """Refuse."""
        raise AlreadyWritten(self.model.__name__)

    def bulk_update(self, *_: object, **__: object) -> Never:
        """Refuse."""
        raise AlreadyWritten(self.model.__name__)


def take_out(rows: "models.QuerySet[Row]", **left: object) -> int:
    """Leave no more than this in some columns of these rows, written once or not; return how many rows there were.

    Only for forgetting somebody: it cannot be undone, and no other change of a record may come this way.
    """
    return models.QuerySet.update(rows, **left)


def take_away(rows: "models.QuerySet[Row]") -> None:
    """Take these rows away, written once or not. Only for forgetting somebody, where a row itself leads to them."""
    models.QuerySet.delete(rows)


class WrittenOnce(models.Model):
    """A row that is saved exactly once."""

    objects: ClassVar[models.Manager[Self]] = models.Manager.from_queryset(WrittenOnceRows)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new row.

        Raises:
            AlreadyWritten: the row exists.
        """
        if not self._state.adding:
            raise AlreadyWritten(type(self).__name__)
        super().save(*args, **kwargs)

    def delete(self, *_: object, **__: object) -> Never:
        """Refuse."""
        raise AlreadyWritten(type(self).__name__)
