"""Pledge text: the words of a company’s own pledge, from the moment all its leaders had signed them."""

from django.db import models

from geste.apps.base.records import WrittenOnce


class PledgeText(WrittenOnce):
    """One version of the pledge, in force since a moment until the next one, and named by receipts for ever."""

    version = models.PositiveIntegerField(primary_key=True)
    en = models.TextField()
    fr = models.TextField()
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"pledge v{self.version}"
