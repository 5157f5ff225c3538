"""Records: rows that are written once. What happened is never edited; a correction is a row of its own."""

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
