"""Start-up period: how long reviews are there for learning alone, with no fault in them."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce


class StartUpPeriod(WrittenOnce):
    """As leaders set it: a company's first days, and a person's first decisions. The newest row holds."""

    days = models.PositiveSmallIntegerField()
    decisions = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.days} days, {self.decisions} decisions"
