"""Thanks: a word for having decided, from anybody to anybody. It is worth nothing else, and cannot be counted up."""

from django.conf import settings
from django.db import models

from geste.apps.gestures.models import DecisionRecord

WORDS_CHARACTERS = 500


class Thanks(models.Model):
    """One word of thanks, about a decision or about something seen. `shared_at` is set by whoever was thanked alone."""

    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=WORDS_CHARACTERS)
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="practice_thanks_say_something"),
            models.CheckConstraint(
                condition=~models.Q(said_by=models.F("said_to")), name="practice_thanks_go_to_somebody_else"
            ),
            models.UniqueConstraint(fields=["said_by", "said_to", "words"], name="practice_thanked_once"),
        )
        indexes = (models.Index(fields=["said_to", "-said_at"], name="practice_thanks_of_person"),)

    def __str__(self) -> str:
        return f"thanks to {self.said_to}"
