"""Plan: what has to be true before a house raises its caps. It is read beside what is; it raises nothing."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce

NEXT_CHARACTERS = 200


class Plan(WrittenOnce):
    """What whoever leads wants to see first, and the step that would follow, in their own words. The newest counts.

    `fear_at_most` and `gap_at_most` are points from 0 to 100, `below_line_at_least` is a percentage of decisions.
    """

    fear_at_most = models.PositiveSmallIntegerField()
    gap_at_most = models.PositiveSmallIntegerField()
    below_line_at_least = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=NEXT_CHARACTERS, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(fear_at_most__lte=100, gap_at_most__lte=100, below_line_at_least__lte=100),
                name="shadow_plan_in_points_of_a_hundred",
            ),
        )

    def __str__(self) -> str:
        return f"plan of {self.written_at:%Y-%m-%d}"
