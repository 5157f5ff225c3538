"""Hurt: that a decision hurt, in one line. It may: it changes nothing about the decision, nor about anybody."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models import Gesture

HURT_CHARACTERS = 200


class Hurt(WrittenOnce):
    """One line of whoever gave it: it cost us, or it felt wrong, and it was right all the same."""

    gesture = models.OneToOneField(Gesture, on_delete=models.PROTECT, related_name="hurt")
    words = models.CharField(max_length=HURT_CHARACTERS)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(words=""), name="frictions_hurt_says_something"),)

    def __str__(self) -> str:
        return f"{self.gesture}: {self.words}"
