"""Conclusion: what is said of something done first, once it is settled."""

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models import Settlement
from geste.apps.reviews.models.review import WORDS_CHARACTERS
from geste.core.reviews.verdicts import Settled


class Conclusion(WrittenOnce):
    """What was said when something done first was settled. What the charter should say stands on the settlement.

    `would_help` is what would help the person. No word in it takes anything back from the customer.
    """

    settlement = models.OneToOneField(Settlement, on_delete=models.PROTECT, related_name="conclusion")
    verdict = models.CharField(max_length=20)
    would_help = models.CharField(max_length=WORDS_CHARACTERS, blank=True)
    concluded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(verdict__in=[each.value for each in Settled]),
                name="reviews_conclusion_is_no_sanction",
            ),
            models.CheckConstraint(
                condition=~models.Q(verdict=Settled.COACH.value) | ~models.Q(would_help=""),
                name="reviews_coaching_says_what_would_help",
            ),
        )

    def __str__(self) -> str:
        return f"{self.settlement}: {self.verdict}"
