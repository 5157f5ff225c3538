"""Gesture: what was given to a customer, on whose decision, and whether it is still to settle."""

from enum import StrEnum

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.gestures.models.decision_record import DecisionRecord
from geste.apps.gestures.models.green_light import GreenLight
from geste.apps.ledger.models import Entry
from geste.apps.people.models import Site


class Settling(StrEnum):
    """Whether somebody still looks at it, after the fact. Either way it is honoured to the customer."""

    NOT_NEEDED = "not_needed"
    TO_SETTLE = "to_settle"


class Gesture(WrittenOnce):
    """Something given, once. `key` is made by the client: the same key never gives twice.

    `what` is the id the charter gives this gesture, owed line or bendable rule. What needs no case has none; `site` is
    where it was given either way. `item` is what somebody calls the one thing that went with a purchase. `given_at` is
    the moment it was decided as of, `written_at` the moment by the clock: for training and demonstration cases they
    differ. `green_light` is what it was given by, on the route of one hop.
    """

    key = models.CharField(max_length=64, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="gestures")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="gesture")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="gesture")
    what = models.CharField(max_length=120)
    amount = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)
    item = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=500, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="gestures")
    given_at = models.DateTimeField()
    written_at = models.DateTimeField()
    green_light = models.ForeignKey(GreenLight, on_delete=models.PROTECT, null=True, related_name="gestures")
    settling = models.CharField(max_length=20, default=Settling.NOT_NEEDED.value)

    class Meta:
        indexes = (
            models.Index(fields=["case", "given_at"], name="gestures_of_case"),
            models.Index(fields=["given_by", "given_at"], name="gestures_of_agent"),
            models.Index(fields=["site", "given_at"], name="gestures_of_site"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(amount=None) | models.Q(amount__gte=0), name="gestures_amount_not_negative"
            ),
        )

    def __str__(self) -> str:
        return self.what if self.case is None else f"{self.what} on {self.case}"
