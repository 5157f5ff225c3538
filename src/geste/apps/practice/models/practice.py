"""Practice: a way that worked, told by whoever found it, tagged by its situation, and where it was used again."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.practice.models.story import Story

TITLE_CHARACTERS, TOLD_CHARACTERS = 120, 600


class Practice(models.Model):
    """What was done in a case and why it worked. The author says whether their name stands there, and may take it back.

    Once it is withdrawn no word of it is kept. `searched` is a folded copy to search in. `story` is the one it came
    from, if it came from one.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="practices")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_named = models.BooleanField(default=False)
    title = models.CharField(max_length=TITLE_CHARACTERS, blank=True)
    done = models.CharField(max_length=TOLD_CHARACTERS, blank=True)
    why = models.CharField(max_length=TOLD_CHARACTERS, blank=True)
    searched = models.TextField(blank=True, editable=False)
    story = models.OneToOneField(Story, on_delete=models.PROTECT, null=True, related_name="practice")
    shared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(title="", done="", why="", searched=""),
                name="practice_withdrawn_says_nothing",
            ),
            models.UniqueConstraint(
                fields=["case", "author"],
                condition=models.Q(withdrawn_at=None, story=None),
                name="practice_shared_once_per_case",
            ),
        )
        indexes = (models.Index(fields=["-shared_at"], name="practice_newest"),)

    def __str__(self) -> str:
        return self.title


class SituationTag(models.Model):
    """One fact of the situation a practice was found in: the path the charter gives it, and the word."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="tags")
    path = models.CharField(max_length=120)
    word = models.CharField(max_length=120)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["practice", "path"], name="practice_tag_once"),)
        indexes = (models.Index(fields=["path", "word"], name="practice_by_tag"),)

    def __str__(self) -> str:
        return f"{self.path}: {self.word}"


class Reuse(WrittenOnce):
    """That a practice was used in another case. Its author is thanked, and nobody else is told how often."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="reuses")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="practices_used")
    reused_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reused_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["practice", "case"], name="practice_used_once_per_case"),)

    def __str__(self) -> str:
        return f"{self.practice} in {self.case}"
