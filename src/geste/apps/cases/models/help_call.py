"""Help call: one step of help in danger. Somebody called, somebody is there, it is over, or it was a mistake."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models.case import Case


class Step(StrEnum):
    """What somebody said of help on a case. The newest one holds."""

    CALLED = "called"
    THERE = "there"
    OVER = "over"
    MISTAKEN = "mistaken"


GOING_ON = (Step.CALLED.value, Step.THERE.value)
"""While one of these was said last, somebody may be in danger."""


class HelpCall(WrittenOnce):
    """Who said it and when. Nobody is ever counted by how often they called, rightly or not."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="help_calls")
    step = models.CharField(max_length=20, choices=[(step.value, step.value) for step in Step])
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["case", "-id"], name="cases_help_newest"),)

    def __str__(self) -> str:
        return f"{self.case} {self.step}"
