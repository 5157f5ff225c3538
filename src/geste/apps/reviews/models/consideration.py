"""Consideration: one line of what somebody thought about when they decided. Kept beside the decision, never needed."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models import DecisionRecord
from geste.core.reviews.questions import THOUGHT_CHARACTERS, Thought


class Consideration(WrittenOnce):
    """What whoever decided answered to one question. Whoever looks at the decision again reads it."""

    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, related_name="considerations")
    thought = models.CharField(max_length=20)
    words = models.CharField(max_length=THOUGHT_CHARACTERS)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(thought__in=[each.value for each in Thought]) & ~models.Q(words=""),
                name="reviews_consideration_answers",
            ),
            models.UniqueConstraint(fields=["decision", "thought"], name="reviews_considered_once"),
        )

    def __str__(self) -> str:
        return f"{self.thought} of {self.decision}"
