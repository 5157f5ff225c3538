"""Pulse: how much people of a team fear for their job, their money and a telling-off. Nobody's answer is kept."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.people.models import Team
from geste.apps.pledges.models.breach import Protection


class PulseTally(models.Model):
    """How many people of a team gave one answer to one question in one week. Rows are counters: none is a person's.

    Three answers given together are not kept together, and there is no order in which they came.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    fear = models.CharField(max_length=20, choices=[(it.value, it.value) for it in Protection])
    score = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["team", "week", "fear", "score"], name="pledges_one_counter_each"),
            models.CheckConstraint(condition=models.Q(score__gte=1, score__lte=5), name="pledges_score_of_five"),
        )

    def __str__(self) -> str:
        return f"{self.fear} {self.score}: {self.count}"


class PulseMark(WrittenOnce):
    """That somebody has answered this week, so that nobody answers twice. It leads to no answer."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "week"], name="pledges_answered_once_a_week"),)

    def __str__(self) -> str:
        return f"answered in the week of {self.week:%Y-%m-%d}"
