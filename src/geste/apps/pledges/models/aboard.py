"""Aboard: which managers have signed three concrete commitments, and which teams are departments the others rely on."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.people.models import Team


class Aboard(WrittenOnce):
    """Three commitments of one manager for one team, in their own words. What is signed last holds."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    commitments = models.JSONField()
    remind_days = models.PositiveSmallIntegerField()

    class Meta:
        indexes = (models.Index(fields=["team", "signed_by", "-signed_at"], name="pledges_aboard_of_team"),)

    def __str__(self) -> str:
        return f"{self.team} aboard"


class Department(models.Model):
    """A team the others rely on, such as finance: while its manager has not signed, every other team is told."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["team"], condition=models.Q(until=None), name="pledges_department_named_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.team}, a department"
