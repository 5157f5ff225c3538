"""Attempt: one call to the other side, written down before it is made and closed when it is answered."""

from enum import StrEnum

from django.db import models

from geste.apps.execution.models.commitment import Commitment


class Kind(StrEnum):
    """Whether something was asked for, or only what had become of it."""

    SEND = "send"
    READ = "read"


class Attempt(models.Model):
    """One call. An open one that nobody works on may have worked."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="attempts")
    kind = models.CharField(max_length=10)
    provider_key = models.CharField(max_length=52, db_index=True)
    fence = models.PositiveIntegerField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["commitment", "fence"], name="execution_attempt_per_lease"),)

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.kind} {self.outcome or 'open'}"
