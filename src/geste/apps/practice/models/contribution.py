"""Contribution: what would have prevented it, or what somebody needs; answered by a day, and with a fate to be seen."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.people.models import Site, Team

LINE_CHARACTERS = 300
USUAL_DAYS, MOST_DAYS = 14, 60


class About(StrEnum):
    """What it is about: what would have prevented something, in service or in selling; or what is needed."""

    SERVICE = "service"
    SALES = "sales"
    TOOL = "tool"
    INFORMATION = "information"
    AUTHORITY = "authority"


NEEDS = (About.TOOL, About.INFORMATION, About.AUTHORITY)


class Fate(StrEnum):
    """What becomes of it: somebody looks into it, it is done, it will be by a day, or it will not be, because."""

    ANSWERED = "answered"
    DONE = "done"
    LATER = "later"
    NOT = "not"


ENDS = (Fate.DONE.value, Fate.NOT.value)


class Contribution(WrittenOnce):
    """One line of one person, to be answered before `due_at`."""

    about = models.CharField(max_length=20, choices=[(about.value, about.value) for about in About])
    words = models.CharField(max_length=LINE_CHARACTERS)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="contributions")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    due_at = models.DateTimeField()
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="practice_contribution_says_something"),
        )
        indexes = (models.Index(fields=["team", "said_at"], name="practice_contributions_of_team"),)

    def __str__(self) -> str:
        return f"{self.about}: {self.words}"


class ContributionStep(WrittenOnce):
    """One answer to a contribution. The newest holds; `until` is the day that is promised, where one is."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="steps")
    fate = models.CharField(max_length=20, choices=[(fate.value, fate.value) for fate in Fate])
    words = models.CharField(max_length=LINE_CHARACTERS)
    until = models.DateField(null=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="practice_answer_says_something"),
            models.CheckConstraint(
                condition=models.Q(fate__in=ENDS, until=None)
                | ~models.Q(fate__in=ENDS) & models.Q(until__isnull=False),
                name="practice_what_goes_on_has_a_day",
            ),
        )
        indexes = (models.Index(fields=["said_at"], name="practice_answers_by_time"),)

    def __str__(self) -> str:
        return f"{self.contribution}: {self.fate}"


class AnswerDays(WrittenOnce):
    """Within how many days the house answers. The newest holds, for what is said from then on."""

    days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=MOST_DAYS), name="practice_days_within_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.days} days"
