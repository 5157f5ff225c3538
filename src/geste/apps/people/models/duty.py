"""Duty: what somebody looks after beside their role. It says what they may see, never what they may give."""

from enum import StrEnum

from django.db import models

from geste.apps.people.models.place import Team
from geste.apps.people.models.user import User


class DutyKind(StrEnum):
    """What there is to look after. A manager and a coach look after a team, everybody else after the whole house."""

    MANAGER = "manager"
    COACH = "coach"
    LEADER = "leader"
    PLEDGE_KEEPER = "pledge_keeper"
    STAFF_REPRESENTATIVE = "staff_representative"
    REVIEWER = "reviewer"


OF_A_TEAM = (DutyKind.MANAGER.value, DutyKind.COACH.value)


class Duty(models.Model):
    """One person's duty since a moment. It ends, it is never deleted: who was whose manager then matters later."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in DutyKind])
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="duties")
    since = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    until = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=OF_A_TEAM, team__isnull=False)
                | ~models.Q(kind__in=OF_A_TEAM) & models.Q(team=None),
                name="people_duty_of_a_team_or_of_the_house",
            ),
            models.UniqueConstraint(
                fields=["user", "kind", "team"],
                condition=models.Q(until=None, team__isnull=False),
                name="people_duty_held_once_for_a_team",
            ),
            models.UniqueConstraint(
                fields=["user", "kind"], condition=models.Q(until=None, team=None), name="people_duty_held_once"
            ),
        )
        indexes = (models.Index(fields=["kind", "team"], condition=models.Q(until=None), name="people_duties_held"),)

    def __str__(self) -> str:
        return f"{self.user}, {self.kind}" if self.team is None else f"{self.user}, {self.kind} of {self.team}"
