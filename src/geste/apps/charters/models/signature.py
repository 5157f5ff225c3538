"""Signature: whose word put a version of the charter into force."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.charters.models.candidate import Candidate
from geste.apps.charters.models.charter_text import CharterText


class Part(models.TextChoices):
    """What somebody did for a version: put it forward, sign it second, or publish it alone as the only steward."""

    PUT_FORWARD = "put_forward"
    SIGNED = "signed"
    ALONE = "alone"


class Signature(WrittenOnce):
    """One person's signature under one version; each person signs once."""

    charter_text = models.ForeignKey(CharterText, on_delete=models.PROTECT, related_name="signatures")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, null=True, related_name="signatures")
    part = models.CharField(max_length=20, choices=Part.choices)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["charter_text", "signed_by"], name="charters_signed_once_by_each"),
        )

    def __str__(self) -> str:
        return f"{self.part} by {self.signed_by_id}"
