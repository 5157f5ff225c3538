"""Reaction: a word to whoever decided, the flag that it hurt, and how it was put right."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models import DecisionRecord
from geste.apps.reviews.models.conclusion import Conclusion
from geste.apps.reviews.models.review import WORDS_CHARACTERS, CoachingNote


class Tone(StrEnum):
    """Whether a word backs a decision. One that was sent in spite of a remark does not count as one that does."""

    SUPPORT = "support"
    CRITICISM = "criticism"


class After(StrEnum):
    """What became of a remark: the words were changed, or sent as they were."""

    REWRITTEN = "rewritten"
    AS_IT_WAS = "as_it_was"


class Reaction(WrittenOnce):
    """A word sent to the author of a decision."""

    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, related_name="reactions")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=WORDS_CHARACTERS)
    tone = models.CharField(max_length=20)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="reviews_reaction_says_something"),
            models.CheckConstraint(
                condition=models.Q(tone__in=[each.value for each in Tone]), name="reviews_reaction_has_a_tone"
            ),
            models.UniqueConstraint(fields=["decision", "sent_by", "words"], name="reviews_reaction_sent_once"),
        )

    def __str__(self) -> str:
        return f"{self.tone} for {self.decision}"


class Remarked(WrittenOnce):
    """That a word was remarked on before it was sent, and what became of it. Nobody is named, nor when but the day."""

    kind = models.CharField(max_length=40)
    after = models.CharField(max_length=20)
    day = models.DateField()

    def __str__(self) -> str:
        return f"{self.kind}, {self.after}"


class CommentFlag(WrittenOnce):
    """The author of a decision says that a word hurt: a reaction, a coaching note or a conclusion. A repair is owed."""

    reaction = models.OneToOneField(Reaction, on_delete=models.PROTECT, null=True, related_name="flag")
    note = models.OneToOneField(CoachingNote, on_delete=models.PROTECT, null=True, related_name="flag")
    conclusion = models.OneToOneField(Conclusion, on_delete=models.PROTECT, null=True, related_name="flag")
    flagged_at = models.DateTimeField()
    due_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(reaction__isnull=False, note=None, conclusion=None)
                | models.Q(reaction=None, note__isnull=False, conclusion=None)
                | models.Q(reaction=None, note=None, conclusion__isnull=False),
                name="reviews_flag_is_about_one_word",
            ),
        )

    def __str__(self) -> str:
        return f"flag on {self.reaction or self.note or self.conclusion}"


class Repair(WrittenOnce):
    """An apology, and the promise said again."""

    flag = models.OneToOneField(CommentFlag, on_delete=models.PROTECT, related_name="repair")
    apology = models.CharField(max_length=WORDS_CHARACTERS)
    restated = models.CharField(max_length=WORDS_CHARACTERS)
    repaired_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    repaired_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(apology="") & ~models.Q(restated=""), name="reviews_repair_says_both"
            ),
        )

    def __str__(self) -> str:
        return f"{self.flag}, repaired"
