"""Leader act: what a leader did and not only said. It counts once somebody else has confirmed it."""

from enum import StrEnum

from django.conf import settings
from django.db import models

ACT_CHARACTERS = 200


class ActKind(StrEnum):
    """What leaders show by doing."""

    FRONTLINE = "frontline"
    BEND_BACKED = "bend_backed"
    MISTAKE_SHARED = "mistake_shared"
    RULE_RETIRED = "rule_retired"


class LeaderAct(models.Model):
    """One act, said by whoever did it. `hours` only for time spent at the frontline."""

    kind = models.CharField(max_length=20, choices=[(it.value, it.value) for it in ActKind])
    words = models.CharField(max_length=ACT_CHARACTERS)
    hours = models.PositiveSmallIntegerField(null=True)
    done_on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None, confirmed_at=None)
                | models.Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~models.Q(confirmed_by=models.F("said_by")),
                name="pledges_act_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=ActKind.FRONTLINE.value, hours__gt=0)
                | ~models.Q(kind=ActKind.FRONTLINE.value) & models.Q(hours=None),
                name="pledges_hours_at_the_frontline",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} on {self.done_on:%Y-%m-%d}"
