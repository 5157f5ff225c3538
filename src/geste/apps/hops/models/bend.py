"""Bend: a rule bent for one customer; and the local variant, which bends it in one place for a while."""

from django.conf import settings
from django.db import models

from geste.apps.cases.models import Case
from geste.apps.charters.models import CharterText
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import Site, Team


class LocalVariant(models.Model):
    """A bendable rule that a leader declares bent for a place and a while, and why. It ends by itself.

    It holds at `site`, or for `team` alone, or everywhere; from `since` to just before `until`.
    """

    rule = models.CharField(max_length=120)
    charter_text = models.ForeignKey(CharterText, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=300)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["until"], name="hops_variants_ending"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="hops_variant_ends"),
        )

    def __str__(self) -> str:
        return f"{self.rule} until {self.until:%Y-%m-%d %H:%M}"


class Bend(models.Model):
    """One rule bent by one gesture: how far and for how long, as far as somebody said. Why is the gesture's own line.

    It creates no duty towards anybody else. `lasts_until` empty means for this once.
    """

    gesture = models.ForeignKey(Gesture, on_delete=models.PROTECT, related_name="bends")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="bends")
    rule = models.CharField(max_length=120)
    clause = models.CharField(max_length=120, blank=True)
    how_far = models.CharField(max_length=80, blank=True)
    lasts_until = models.DateTimeField(null=True)
    bent_at = models.DateTimeField()
    variant = models.ForeignKey(LocalVariant, on_delete=models.PROTECT, null=True, related_name="bends")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["gesture", "rule"], name="hops_rule_bent_once_by_a_gesture"),)
        indexes = (models.Index(fields=["rule", "bent_at"], name="hops_bends_of_rule"),)

    def __str__(self) -> str:
        return f"{self.rule} on {self.gesture}"
