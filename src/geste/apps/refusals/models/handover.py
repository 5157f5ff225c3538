"""Handover: a case handed from one person to another, with everything said so far. Somebody always has it."""

from django.conf import settings
from django.db import models

from geste.apps.cases.models import Case
from geste.apps.hops.models import Interruption
from geste.apps.refusals.models.refusal import Cause, Refusal


class Handover(models.Model):
    """Who hands a case to whom, and why. Until it is taken up, whoever hands it over stays with the customer.

    What was said, known, tried and promised goes with it because it stands on the case: the customer repeats nothing.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="handovers")
    refusal = models.OneToOneField(Refusal, on_delete=models.PROTECT, related_name="handover")
    cause = models.CharField(max_length=20, choices=[(cause.value, cause.value) for cause in Cause])
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    handed_to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="handovers")
    handed_at = models.DateTimeField()
    word = models.CharField(max_length=300, blank=True)
    taken_up_at = models.DateTimeField(null=True)
    interruption = models.OneToOneField(Interruption, on_delete=models.PROTECT, null=True, related_name="handover")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(handed_by=models.F("handed_to")), name="refusals_handed_to_somebody_else"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case} to {self.handed_to}"
