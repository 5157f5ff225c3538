"""Notice: one thing one person should hear of. It says who and what kind; never an amount, never a confidence."""

from enum import StrEnum

from django.conf import settings
from django.db import models

WHERE_CHARACTERS = 80


class Kind(StrEnum):
    """What there is to hear of."""

    ASKED = "asked"
    HANDED_OVER = "handed_over"
    HELP_CALLED = "help_called"
    PROMISE_BROKEN = "promise_broken"
    WORD_OWED = "word_owed"
    WORD_HURT = "word_hurt"
    PERSON_NEEDED = "person_needed"
    REPORT_ISSUED = "report_issued"
    CHARTER_WAITS = "charter_waits"
    COLLEAGUE_ASKED = "colleague_asked"
    STORY_NAMES_YOU = "story_names_you"
    CALIBRATION_OPENED = "calibration_opened"
    NEED_SAID = "need_said"
    ANSWERED = "answered"
    NOBODY_ANSWERED = "nobody_answered"
    TAKEN_UP = "taken_up"
    BREACH_MOVED = "breach_moved"
    PLEDGE_IN_FORCE = "pledge_in_force"
    WORD_SAID = "word_said"
    REVIEWED = "reviewed"
    REVIEW_ANSWERED = "review_answered"
    CONCLUDED = "concluded"
    CONCLUSION_ANSWERED = "conclusion_answered"
    WORD_PUT_RIGHT = "word_put_right"
    ENVELOPE_LOW = "envelope_low"
    PRACTICE_REUSED = "practice_reused"
    THANKED = "thanked"
    COLLEAGUE_REPLIED = "colleague_replied"
    NEED_ANSWERED = "need_answered"
    FEEDBACK_INVITED = "feedback_invited"
    FEEDBACK_ANSWERED = "feedback_answered"
    LINE_PROPOSED = "line_proposed"
    LOOKED_AT = "looked_at"
    CONSENT_GIVEN = "consent_given"


class Way(StrEnum):
    """How soon somebody is written to: at once, on Friday, or not at all. On the page everything stands."""

    AT_ONCE = "at_once"
    FRIDAY = "friday"
    PAGE = "page"


ASKS = tuple(Kind)[: tuple(Kind).index(Kind.ANSWERED)]
"""What somebody is to do something about. Only these are counted beside the news."""
AT_ONCE = frozenset({Kind.ASKED, Kind.HANDED_OVER, Kind.HELP_CALLED, Kind.PROMISE_BROKEN, Kind.WORD_OWED})
"""What is of no use tomorrow. All else can wait until Friday: a quiet house is the usual one."""
ON_PAGE = frozenset({Kind.ENVELOPE_LOW, Kind.NOBODY_ANSWERED})
"""What is written about in another way, or is past by the time a letter arrives."""


class Notice(models.Model):
    """One thing for one person, once: `about` names what it is about, such as `hop:12`; `where` what a page needs.

    `is_over` once there is nothing left to do about it, whoever did it.
    """

    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in Kind])
    about = models.CharField(max_length=80)
    where = models.CharField(max_length=WHERE_CHARACTERS, blank=True)
    facts = models.JSONField(default=dict)
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    is_over = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["to", "kind", "about"], name="notices_told_once"),)
        indexes = (
            models.Index(fields=["to", "-told_at"], name="notices_newest"),
            models.Index(
                fields=["to"],
                condition=models.Q(read_at=None, is_over=False, kind__in=[kind.value for kind in ASKS]),
                name="notices_to_do",
            ),
            models.Index(fields=["kind", "about"], condition=models.Q(is_over=False), name="notices_to_end"),
        )

    def __str__(self) -> str:
        return f"{self.kind} of {self.about}"
