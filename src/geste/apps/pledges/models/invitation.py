"""Invitation: somebody asks a team or the whole house what they could do better; lines come back without a name."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.people.models import Team

QUESTION_CHARACTERS, FEEDBACK_CHARACTERS = 200, 300


class Invitation(models.Model):
    """One question about whoever asks it, to a team or to everybody, and what they answered to what they heard."""

    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=QUESTION_CHARACTERS)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=FEEDBACK_CHARACTERS, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(answered_at=None, answer="")
                | models.Q(answered_at__isnull=False) & ~models.Q(answer=""),
                name="pledges_feedback_answered_in_words",
            ),
        )

    def __str__(self) -> str:
        return self.question


class FeedbackLine(WrittenOnce):
    """One line for whoever asked. It has no author, no hour, and no day: in a house of few they would tell who."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="lines")
    words = models.CharField(max_length=FEEDBACK_CHARACTERS)

    def __str__(self) -> str:
        return self.words


class DirectionTally(models.Model):
    """How many lines of a quarter went up, down and sideways in the house. Counters: none leads to a line."""

    quarter = models.CharField(max_length=7)
    direction = models.CharField(max_length=10)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["quarter", "direction"], name="pledges_one_counter_a_direction"),
        )

    def __str__(self) -> str:
        return f"{self.quarter} {self.direction}: {self.count}"
