"""Question: a colleague is asked what they would do. It asks for no permission, and nothing waits for the answer."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case

QUESTION_CHARACTERS = 200


class Question(WrittenOnce):
    """What somebody asks about a case: one colleague, or whoever is at the site. Without words it is what all ask."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=QUESTION_CHARACTERS, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asked_to=None) | ~models.Q(asked_by=models.F("asked_to")),
                name="practice_asked_of_somebody_else",
            ),
        )
        indexes = (models.Index(fields=["asked_to", "-asked_at"], name="practice_questions_waiting"),)

    def __str__(self) -> str:
        return f"question on {self.case}"


class Reply(WrittenOnce):
    """What a colleague would do. Whoever asked decides, as before."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="replies")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=QUESTION_CHARACTERS)
    said_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(words=""), name="practice_reply_says_something"),)

    def __str__(self) -> str:
        return f"reply to {self.question}"
