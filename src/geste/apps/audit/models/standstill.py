"""Standstill: why money stood still, from when to when, and on whose word it moved again."""

from django.conf import settings
from django.db import models


class Standstill(models.Model):
    """A time in which no money is written, because the books or the log were not as they must be.

    `faults` are codes with their values. It ends when a person says what was mended; it is never erased.
    """

    begun_at = models.DateTimeField()
    faults = models.JSONField()
    is_over = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["is_over"], condition=models.Q(is_over=False), name="audit_one_standstill_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(is_over=False, ended_at=None, ended_by=None, reason="")
                | models.Q(is_over=True, ended_at__isnull=False, ended_by__isnull=False) & ~models.Q(reason=""),
                name="audit_standstill_ends_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"since {self.begun_at:%Y-%m-%d %H:%M}"
