"""Breach: that somebody says a promise of the pledge was broken, and what became of it."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce

LINE_CHARACTERS = 300
DIGEST_CHARACTERS = 64


class Protection(StrEnum):
    """What each of the three promises protects."""

    JOB = "job"
    PAYBACK = "payback"
    TELLING_OFF = "telling_off"


class Fate(StrEnum):
    """How far a report has got. The last two are its end."""

    RECEIVED = "received"
    ANSWERED = "answered"
    REPAIRED = "repaired"
    NOT_CONFIRMED = "not_confirmed"


ENDS = (Fate.REPAIRED, Fate.NOT_CONFIRMED)


class Breach(WrittenOnce):
    """One line about a promise that was broken. Days, not moments: who was at a screen when says who wrote.

    Said without a name it has no author: `said_by` is empty and nothing else leads there. `code_digest` is what is kept
    of the words that let an author without a name read the answer. `concerns` never reads it.
    """

    promise = models.CharField(max_length=20, choices=[(it.value, it.value) for it in Protection])
    words = models.CharField(max_length=LINE_CHARACTERS)
    said_on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    concerns = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answer_by = models.DateField()
    code_digest = models.CharField(max_length=DIGEST_CHARACTERS, blank=True, db_index=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(said_by=None) & ~models.Q(code_digest="")
                | models.Q(said_by__isnull=False, code_digest=""),
                name="pledges_breach_has_an_author_or_a_code",
            ),
        )

    def __str__(self) -> str:
        return f"breach {self.pk}: {self.promise}"


class BreachStep(WrittenOnce):
    """One step of a report: it was answered, repaired, or not confirmed, with what was said."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="steps")
    fate = models.CharField(max_length=20, choices=[(it.value, it.value) for it in Fate if it is not Fate.RECEIVED])
    words = models.CharField(max_length=LINE_CHARACTERS)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["breach", "fate"], name="pledges_breach_step_once"),)

    def __str__(self) -> str:
        return f"{self.breach}, {self.fate}"
