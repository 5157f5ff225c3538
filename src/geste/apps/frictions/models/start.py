"""Start: what was unclear at the start of a piece of work, and what is asked at the start from now on."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models import Gesture

GAP_CHARACTERS, ITEM_CHARACTERS = 80, 160


class Gap(models.Model):
    """Something nobody had asked about at the start: named once by whoever met it, then picked by everybody."""

    name = models.CharField(max_length=GAP_CHARACTERS)
    folded = models.CharField(max_length=GAP_CHARACTERS, unique=True)
    named_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Unclear(WrittenOnce):
    """That something was given because of a gap at the start. Who says so is not kept: it tells of the start."""

    gesture = models.OneToOneField(Gesture, on_delete=models.PROTECT, related_name="unclear")
    gap = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="times")
    said_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["said_at"], name="frictions_unclear_by_time"),)

    def __str__(self) -> str:
        return f"{self.gesture}: {self.gap}"


class ChecklistItem(models.Model):
    """One question of the checklist at the start of every piece of work, from a day on, and until it is let go."""

    gap = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="items")
    words = models.CharField(max_length=ITEM_CHARACTERS)
    since = models.DateTimeField()
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["gap"], condition=models.Q(until=None), name="frictions_one_question_for_a_gap"
            ),
        )

    def __str__(self) -> str:
        return self.words
