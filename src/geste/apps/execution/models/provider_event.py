"""Provider event: news from the other side, kept once. It wakes a promise; what is true is read back."""

from django.db import models

from geste.apps.execution.models.commitment import Commitment


class ProviderEvent(models.Model):
    """One piece of news. Without a commitment it is parked: quicker than our own rows, or about nothing of ours."""

    provider = models.CharField(max_length=40)
    event = models.CharField(max_length=120)
    kind = models.CharField(max_length=80)
    about = models.CharField(max_length=120, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    received_at = models.DateTimeField()
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, null=True, related_name="provider_events")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["provider", "event"], name="execution_event_once"),)
        indexes = (models.Index(fields=["commitment", "received_at"], name="execution_parked_events"),)

    def __str__(self) -> str:
        return f"{self.provider} {self.event}"
