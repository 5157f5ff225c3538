"""Evidence file: what somebody shows of their own work, chosen and worded by them, for whoever they give it to."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.cases.models import Case

TITLE_CHARACTERS, WORDS_CHARACTERS, FOR_CHARACTERS = 120, 1000, 80


class ItemKind(StrEnum):
    """What one piece of a file is about."""

    CASE = "case"
    WORD = "word"
    PRACTICE = "practice"
    HELP = "help"
    STORY = "story"


class EvidenceFile(models.Model):
    """One file of one person. `words` are their own, about all of it. Nobody else can make or change it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=TITLE_CHARACTERS)
    words = models.TextField(max_length=WORDS_CHARACTERS, blank=True)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class EvidenceItem(models.Model):
    """One piece: what the person says about it, and the case it comes from if it comes from one.

    Of a case only what happened and what was done is shown: no customer, no amount.
    """

    file = models.ForeignKey(EvidenceFile, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in ItemKind])
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField(max_length=WORDS_CHARACTERS)
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["file", "case"], condition=models.Q(case__isnull=False), name="portraits_case_once_in_a_file"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.words[:40]}"


class EvidenceLink(models.Model):
    """A way to a file that its person gives to somebody. It ends by itself, or as soon as they say so.

    `digest` is what is kept of the secret in the address; `given_to` is their own note of whom they gave it to.
    """

    file = models.ForeignKey(EvidenceFile, on_delete=models.PROTECT, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    given_to = models.CharField(max_length=FOR_CHARACTERS, blank=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(until__gt=models.F("made_at")), name="portraits_link_ends"),
        )

    def __str__(self) -> str:
        return f"{self.file}, until {self.until:%Y-%m-%d}"
