"""Refusal: a no, a putting off or a handing over, with what stood in the way and what was at stake. Written once."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import Site, Team

POLICY_CHARACTERS, CLAUSE_CHARACTERS = 120, 120


class RefusalKind(StrEnum):
    """What the customer heard instead of a yes."""

    REFUSED = "refused"
    DEFLECTED = "deflected"
    HANDED_OVER = "handed_over"


class Cause(StrEnum):
    """Why it was not settled on the spot by the person who heard it."""

    BEYOND_CAP = "beyond_cap"
    NO_AUTHORITY = "no_authority"
    DID_NOT_KNOW = "did_not_know"
    CUSTOMERS_WISH = "customers_wish"
    NON_NEGOTIABLE = "non_negotiable"
    OVERLOAD = "overload"
    SECOND_FAILURE = "second_failure"
    SAFETY = "safety"


class Policy(models.Model):
    """A rule of the house that stands in no charter: named once by whoever it stopped, then picked by everybody."""

    name = models.CharField(max_length=POLICY_CHARACTERS)
    folded = models.CharField(max_length=POLICY_CHARACTERS, unique=True)
    named_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Refusal(WrittenOnce):
    """One no of one case. `clause` is the line of the charter behind it, `policy` another rule; either may be unknown.

    `value` is what was at stake in minor units of `currency`, as the charter reckons it from the facts; none is not
    known, and never made up. What nobody tapped was seen in a decision or in how the case ended. `what` is the gesture
    that was declined. Who said it is there so that nobody reviews themselves, and never counted.
    """

    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in RefusalKind])
    cause = models.CharField(max_length=20, choices=[(cause.value, cause.value) for cause in Cause])
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="refusals")
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True, related_name="refusals")
    what = models.CharField(max_length=120, blank=True)
    clause = models.CharField(max_length=CLAUSE_CHARACTERS, blank=True)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, null=True, related_name="refusals")
    value = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    is_tapped = models.BooleanField()

    class Meta:
        indexes = (
            models.Index(fields=["said_at"], name="refusals_by_time"),
            models.Index(fields=["case", "kind"], name="refusals_of_case"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(value=None) | models.Q(value__gte=0), name="refusals_value_not_negative"
            ),
            models.UniqueConstraint(
                fields=["decision"], condition=models.Q(is_tapped=False), name="refusals_seen_once_in_a_decision"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} on {self.case}: {self.cause}"
