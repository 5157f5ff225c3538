"""Story: how something that went wrong was put right, before and after. Told only as far as everybody in it agrees."""

from django.conf import settings
from django.db import models

from geste.apps.cases.models import Case
from geste.apps.people.models import Team

HEADLINE_CHARACTERS, STORY_CHARACTERS = 120, 1_000


class Story(models.Model):
    """A story of one or several cases, told to a team, or to the whole house where there is none.

    Whoever told it may take it back: then no word of it is kept. Whether it can be read is nowhere kept either, it is
    what those who are in it say now.
    """

    title = models.CharField(max_length=HEADLINE_CHARACTERS, blank=True)
    before = models.CharField(max_length=STORY_CHARACTERS, blank=True)
    after = models.CharField(max_length=STORY_CHARACTERS, blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(title="", before="", after=""),
                name="practice_withdrawn_story_says_nothing",
            ),
        )
        indexes = (models.Index(fields=["-told_at"], name="practice_stories_newest"),)

    def __str__(self) -> str:
        return self.title


class StoryCase(models.Model):
    """A case a story tells of, and whether one would recognise its customer in it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="told_cases")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stories")
    is_recognisable = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["story", "case"], name="practice_case_once_in_story"),)

    def __str__(self) -> str:
        return f"{self.case} in {self.story}"


class Naming(models.Model):
    """Somebody a story names, and whether they agree. Who has not answered has not agreed; who has may change it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="namings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["story", "person"], name="practice_named_once_in_story"),
            models.CheckConstraint(
                condition=models.Q(agrees=None, answered_at=None)
                | models.Q(agrees__isnull=False, answered_at__isnull=False),
                name="practice_answered_at_a_moment",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} in {self.story}"


class CustomerConsent(models.Model):
    """That a customer said their story may be told. They may change their mind as often as they like."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="story_consent")
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.case}, may be told"
