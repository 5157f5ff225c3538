"""Second incident: the customer came back about how we handled the first. Two things went wrong, and each is mended."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case


class SecondIncident(WrittenOnce):
    """A case that is about the handling of an earlier one. The two are linked: their caps count together."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="second_of")
    first = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="second_incidents")
    marked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.case}, about {self.first}"
