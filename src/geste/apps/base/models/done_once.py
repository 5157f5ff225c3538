"""Done once: that a request of a program was answered, and with which row. Kept with the effect itself."""

from django.db import models

from geste.apps.base.records import WrittenOnce


class DoneOnce(WrittenOnce):
    """One key a program made, what it was used for and the number of the row that came of it.

    `used_by` is the number of the person it was used for; none where what came of it is nobody's, and then no moment
    could tell either: this row has none.
    """

    key = models.CharField(max_length=64, primary_key=True)
    used_by = models.BigIntegerField(null=True)
    fingerprint = models.CharField(max_length=64)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.key}: {self.number}"
