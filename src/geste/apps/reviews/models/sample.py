"""Sample: a decision that is looked at again, with everything one needs to work out that it was drawn honestly."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models import DecisionRecord

REASON_CHARACTERS = 300


class SamplingPlan(WrittenOnce):
    """At which rates is drawn from one leaf of the log on, until the next plan. It stands before what it draws."""

    from_leaf = models.BigIntegerField(unique=True)
    rates = models.JSONField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"plan from leaf {self.from_leaf}"


class Progress(models.Model):
    """Up to which leaf of the log draws have been made."""

    name = models.CharField(max_length=10, primary_key=True)
    leaf = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.leaf}"


class Sample(WrittenOnce):
    """A decision drawn by chance under a plan and a checkpoint, or by somebody for a reason its author may read."""

    decision = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="sample")
    stratum = models.CharField(max_length=20)
    plan = models.ForeignKey(SamplingPlan, on_delete=models.PROTECT, null=True, related_name="+")
    checkpoint_size = models.BigIntegerField(null=True)
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=REASON_CHARACTERS, blank=True)
    drawn_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(plan__isnull=False, checkpoint_size__isnull=False, drawn_by=None, reason="")
                | models.Q(plan=None, checkpoint_size=None, drawn_by__isnull=False) & ~models.Q(reason=""),
                name="reviews_drawn_by_chance_or_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision}, drawn"
