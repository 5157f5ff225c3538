"""Event row: one piece of news waiting to be handed on, or handed on already."""

from django.db import models


class EventRow(models.Model):
    """An event as it waits in the outbox."""

    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    payload = models.JSONField()
    handed_on_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["handed_on_at", "id"], name="base_event_waiting"),)

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"
