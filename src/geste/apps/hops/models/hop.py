"""Hop: one question to one person, with the facts already there; what they said, or that nobody did. Written once."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.charters.models import CharterText
from geste.apps.gestures.models import GreenLight
from geste.core.hops.states import WORDS


class HopKind(StrEnum):
    """The quick yes or no the charter names somebody for; or what lies beyond it, which a leader answers."""

    ONE_HOP = "one_hop"
    EXTRAORDINARY = "extraordinary"


class Hop(WrittenOnce):
    """What somebody would give, whom they ask, and until when an answer counts. Whoever asks stays with the case.

    `request` is the whole question in the wire form, as the charter answered it: `clause` is what it cites, `reasons`
    why. `amount` is minor units of `currency`. `because` is the line of whoever asks. Where `silence_acts`, no answer
    by `due_at` means: act.
    """

    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in HopKind])
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hops")
    what = models.CharField(max_length=120)
    amount = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)
    because = models.CharField(max_length=300, blank=True)
    charter_text = models.ForeignKey(CharterText, on_delete=models.PROTECT, related_name="+")
    request = models.JSONField()
    clause = models.CharField(max_length=120)
    reasons = models.JSONField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="hops_asked")
    asked = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="hops_to_answer")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    silence_acts = models.BooleanField()

    class Meta:
        indexes = (models.Index(fields=["case", "asked_at"], name="hops_of_case"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind=HopKind.ONE_HOP.value) | models.Q(silence_acts=False),
                name="hops_silence_acts_as_the_charter_says",
            ),
        )

    def __str__(self) -> str:
        return f"{self.what} on {self.case}"


class HopAnswer(WrittenOnce):
    """What one of those asked said. A no has its reason; another gesture, or another idea, may stand beside it."""

    hop = models.OneToOneField(Hop, on_delete=models.PROTECT, related_name="answer")
    word = models.CharField(max_length=20, choices=[(word, word) for word in WORDS])
    because = models.CharField(max_length=300, blank=True)
    instead = models.CharField(max_length=120, blank=True)
    idea = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    green_light = models.OneToOneField(GreenLight, on_delete=models.PROTECT, null=True, related_name="answer")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(word="yes") | ~models.Q(because=""), name="hops_no_answer_without_because"
            ),
            models.CheckConstraint(
                condition=models.Q(word="yes", green_light__isnull=False)
                | models.Q(word="no_because", green_light=None),
                name="hops_yes_is_a_green_light",
            ),
        )

    def __str__(self) -> str:
        return f"{self.hop}: {self.word}"


class HopSilence(WrittenOnce):
    """That nobody had answered in time. Where silence means act, it is a green light."""

    hop = models.OneToOneField(Hop, on_delete=models.PROTECT, related_name="silence")
    noticed_at = models.DateTimeField()
    green_light = models.OneToOneField(GreenLight, on_delete=models.PROTECT, null=True, related_name="silence")

    def __str__(self) -> str:
        return f"{self.hop}: silence"
