"""Review: what somebody says of a choice before they know how it turned out."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.reviews.models.sample import Sample
from geste.core.reviews.verdicts import Verdict

WORDS_CHARACTERS = 1_000


class Review(WrittenOnce):
    """A choice, judged. The strength comes first, and how it turned out is shown only once this row stands."""

    sample = models.OneToOneField(Sample, on_delete=models.PROTECT, related_name="review")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    strength = models.CharField(max_length=WORDS_CHARACTERS)
    charter_should_say = models.CharField(max_length=WORDS_CHARACTERS, blank=True)
    verdict = models.CharField(max_length=20)
    judged_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(strength=""), name="reviews_strength_comes_first"),
            models.CheckConstraint(
                condition=models.Q(verdict__in=[each.value for each in Verdict]), name="reviews_verdict_is_no_sanction"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sample}: {self.verdict}"


class CoachingNote(WrittenOnce):
    """What a reviewer adds to a review, once the author has heard a first good word."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="note")
    words = models.CharField(max_length=WORDS_CHARACTERS)
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"note on {self.review}"
