"""Proposed line: what a conclusion or a calibration puts before whoever writes the charter. It changes no charter."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.charters.models import Draft
from geste.apps.reviews.models.calibration import Guideline
from geste.apps.reviews.models.conclusion import Conclusion


class ProposedLine(WrittenOnce):
    """A line noted in a draft of the next version: a steward keeps it, changes it or puts it away.

    `revision` is the draft's when it was noted.
    """

    conclusion = models.OneToOneField(Conclusion, on_delete=models.PROTECT, null=True, related_name="line")
    guideline = models.OneToOneField(Guideline, on_delete=models.PROTECT, null=True, related_name="line")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="lines")
    revision = models.PositiveIntegerField()
    proposed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(conclusion__isnull=False, guideline=None)
                | models.Q(conclusion=None, guideline__isnull=False),
                name="reviews_line_comes_from_one_look",
            ),
        )

    def __str__(self) -> str:
        return f"line in {self.draft}"
