"""Feedback: whether a decision left the customer satisfied, as far as somebody heard, and where they know it from."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models.decision_record import DecisionRecord

WORDS_CHARACTERS = 500


class Satisfaction(StrEnum):
    """How it left the customer. Not to know is an answer, and no bad one."""

    SATISFIED = "satisfied"
    NOT_SATISFIED = "not_satisfied"
    UNCLEAR = "unclear"


class Source(StrEnum):
    """Where it is known from: the customer said so, came back or bought again, or somebody of the house saw it."""

    CUSTOMER_REPLY = "customer_reply"
    CUSTOMER_RETURNED = "customer_returned"
    AGENT_NOTE = "agent_note"


class Feedback(WrittenOnce):
    """One word on how a decision left the customer. Several may stand side by side; a later one replaces none.

    `words` are the customer's own, or a note of whoever saw it. `happened_on` is the day by the clocks of the place.
    `key` is made by the client: with the same `fingerprint` it is the same word again. Nobody is ever counted by what
    they noted or decided.
    """

    key = models.CharField(max_length=64, unique=True)
    fingerprint = models.CharField(max_length=64)
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, related_name="feedback")
    satisfaction = models.CharField(max_length=20)
    source = models.CharField(max_length=20)
    words = models.CharField(max_length=WORDS_CHARACTERS, blank=True)
    happened_on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(satisfaction__in=[each.value for each in Satisfaction]),
                name="gestures_feedback_says_how",
            ),
            models.CheckConstraint(
                condition=models.Q(source__in=[each.value for each in Source]), name="gestures_feedback_says_whence"
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision}: {self.satisfaction}"


class Withdrawal(WrittenOnce):
    """That feedback was noted by mistake. It stays written, says so, and counts no longer."""

    feedback = models.OneToOneField(Feedback, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.feedback}, withdrawn"
