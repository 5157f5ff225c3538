"""Intervention: what a person decided or did about a promise, and why. Written once."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.execution.models.commitment import Commitment


class Step(StrEnum):
    """What a person may say of a promise."""

    DONE = "done"
    TRY_AGAIN = "try_again"
    GIVE_BACK = "give_back"


class Intervention(WrittenOnce):
    """One word of one person. It is about the promise, never about whoever made it."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="interventions")
    step = models.CharField(max_length=20, choices=[(step.value, step.value) for step in Step])
    note = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.step}"
