"""Stage: whether a team, or the whole house, gives in earnest or is in shadow, from a moment on."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.people.models import Team


class Mode(StrEnum):
    """In shadow nothing is given, and what somebody would give is written down; otherwise people give."""

    SHADOW = "shadow"
    GIVING = "giving"


class Stage(models.Model):
    """One stage of a team, or of the house where no team is named. A team's own stage goes before that of the house.

    Where no stage is open, people give: a house that never heard of shadow has no row here.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    mode = models.CharField(max_length=10, choices=[(mode.value, mode.value) for mode in Mode])
    since = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["team"], condition=models.Q(until=None, team__isnull=False), name="shadow_one_stage_of_a_team"
            ),
            models.UniqueConstraint(
                fields=["mode"], condition=models.Q(until=None, team=None), name="shadow_one_stage_of_the_house"
            ),
            models.CheckConstraint(
                condition=models.Q(team__isnull=False) | models.Q(mode=Mode.SHADOW.value),
                name="shadow_house_gives_without_a_stage",
            ),
        )

    def __str__(self) -> str:
        return f"{self.team or 'the house'}: {self.mode} since {self.since:%Y-%m-%d}"
