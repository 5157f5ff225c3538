"""Case: what went wrong for one customer, or what is asked for them, in their own words."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.people.models import Site


class Kind(StrEnum):
    """Somebody is upset and may only need to be heard, or a colleague asks for something to give."""

    COMPLAINT = "complaint"
    REQUEST = "request"


class Status(StrEnum):
    """Open until somebody closes it with an outcome."""

    OPEN = "open"
    CLOSED = "closed"


class RootIssue(StrEnum):
    """Where the root issue stands. No gesture moves it."""

    OPEN = "open"
    FIXED = "fixed"
    NOT_NOW = "not_now"


class Understanding(StrEnum):
    """How far the customer sees it as it is. Being mistaken is nobody's fault and takes nothing away."""

    AS_SAID = "as_said"
    PARTLY = "partly"
    MISTAKEN = "mistaken"


class Outcome(StrEnum):
    """How a case ended for the customer."""

    HEARD = "heard"
    FIXED = "fixed"
    FIXED_WITH_GESTURE = "fixed_with_gesture"
    OWED_ONLY = "owed_only"
    DECLINED_WITH_ALTERNATIVE = "declined_with_alternative"
    NO_OPTION = "no_option"
    HANDED_OVER = "handed_over"
    LEFT = "left"


ROOT_ISSUE_MAY_STAY_OPEN = (Outcome.HEARD.value, Outcome.HANDED_OVER.value, Outcome.LEFT.value)
"""Nothing was asked, somebody else goes on with it, or the customer went away."""


class Case(models.Model):
    """One customer, one incident or request.

    `facts` are nested under the names the charter declares, in the wire form: a value, or one marked claimed or
    confirmed. `staged_at` is set on demonstration cases only: they are decided as of that moment. What is given on a
    case `is_training` is decided like any other, and counts in no total and against no limit. `looked_at` and
    `offered_after_seconds` time the case, never a person. `facts_page` names the open page that stated facts last, so
    that it never comes in its own way. `searched_name` and `searched_words` are folded copies to search in, written
    when the case is opened. Since `forgotten_at` nothing here says any more who the customer was.
    """

    reference = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    customer = models.CharField(max_length=80, blank=True)
    customer_label = models.CharField(max_length=160, blank=True)
    language = models.CharField(max_length=2, choices=(("en", "en"), ("fr", "fr")), default="en")
    words = models.TextField(blank=True)
    searched_name = models.TextField(blank=True, default="", editable=False)
    searched_words = models.TextField(blank=True, default="", editable=False)
    facts = models.JSONField(default=dict)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    staged_at = models.DateTimeField(null=True, blank=True)
    is_training = models.BooleanField(default=False)
    looked_at = models.DateTimeField(null=True, blank=True)
    offered_after_seconds = models.PositiveIntegerField(null=True, blank=True)
    facts_page = models.CharField(max_length=40, blank=True, default="", editable=False)
    linked = models.ManyToManyField("self", blank=True)
    root_issue = models.CharField(max_length=20, default=RootIssue.OPEN.value)
    root_issue_note = models.CharField(max_length=300, blank=True)
    understanding = models.CharField(max_length=20, default=Understanding.AS_SAID.value)
    status = models.CharField(max_length=20, default=Status.OPEN.value)
    outcome = models.CharField(max_length=40, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(status="open", outcome="") | models.Q(status="closed") & ~models.Q(outcome=""),
                name="cases_closed_with_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(status="open")
                | models.Q(kind="request")
                | models.Q(outcome__in=ROOT_ISSUE_MAY_STAY_OPEN)
                | ~models.Q(root_issue="open"),
                name="cases_root_issue_first",
            ),
        )
        indexes = (
            models.Index(fields=["status", "-opened_at"], name="cases_queue"),
            models.Index(fields=["customer"], name="cases_of_customer"),
        )

    def __str__(self) -> str:
        return self.reference
