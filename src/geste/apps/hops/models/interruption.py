"""Interruption: somebody in charge was called upon, about what, and from when to when. Recorded moments, no guesses."""

from django.conf import settings
from django.db import models

from geste.apps.cases.models import Case
from geste.apps.hops.models.hop import Hop


class Interruption(models.Model):
    """One call upon whoever leads or manages: when it came, and when they turned to it and were done with it.

    It begins when they open what it is about and ends when they have answered or handed it back; what nobody recorded
    stays empty. `is_of_a_leader` says whether it reached the owner or another leader.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interruptions")
    hop = models.OneToOneField(Hop, on_delete=models.PROTECT, null=True, related_name="interruption")
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    is_of_a_leader = models.BooleanField()
    whom = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["called_at"], name="hops_interruptions"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("started_at")),
                name="hops_interruption_ends_after_it_began",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case} at {self.called_at:%Y-%m-%d %H:%M}"
