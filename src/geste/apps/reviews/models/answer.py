"""Answer: what whoever decided says to what was said of it, and that it was read."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.reviews.models.conclusion import Conclusion
from geste.apps.reviews.models.review import WORDS_CHARACTERS, Review


class AnswerBack(WrittenOnce):
    """What the author of a decision answers: to a review, or to what was concluded of something done first."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, null=True, related_name="answer")
    conclusion = models.OneToOneField(Conclusion, on_delete=models.PROTECT, null=True, related_name="answer")
    words = models.CharField(max_length=WORDS_CHARACTERS)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(review__isnull=False, conclusion=None)
                | models.Q(review=None, conclusion__isnull=False),
                name="reviews_answer_is_to_one_word",
            ),
        )

    def __str__(self) -> str:
        return f"answer to {self.review or self.conclusion}"


class AnswerRead(WrittenOnce):
    """That whoever was answered has read it. Until then it stands on their desk."""

    answer = models.OneToOneField(AnswerBack, on_delete=models.PROTECT, related_name="reading")
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.answer}, read"
