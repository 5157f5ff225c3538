"""Consent: somebody lets one coach see, in words, how they use their room to act. It holds until they end it."""

from django.conf import settings
from django.db import models


class Consent(models.Model):
    """Whose it is, whom it is for, and from when to when. Nothing of what is seen is kept with it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents_given")
    coach = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents_held")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "coach"], condition=models.Q(ended_at=None), name="portraits_consent_stands_once"
            ),
            models.CheckConstraint(condition=~models.Q(person=models.F("coach")), name="portraits_consent_to_another"),
        )

    def __str__(self) -> str:
        return f"{self.person} to {self.coach}"
