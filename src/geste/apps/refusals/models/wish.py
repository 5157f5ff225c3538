"""Wish: what somebody wished they could have done, in one line. Without a name if they like: then no column has one."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.people.models import Site
from geste.apps.refusals.models.refusal import CLAUSE_CHARACTERS, Policy

WISH_CHARACTERS, TOUCHPOINT_CHARACTERS = 200, 60


class Wish(WrittenOnce):
    """One line, and what it is about: a rule, or a point of contact with the customer.

    An anonymous wish has no author, no place and no hour: `said_on` is all that is kept of when.
    """

    words = models.CharField(max_length=WISH_CHARACTERS)
    touchpoint = models.CharField(max_length=TOUCHPOINT_CHARACTERS, blank=True)
    clause = models.CharField(max_length=CLAUSE_CHARACTERS, blank=True)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, null=True, related_name="wishes")
    said_on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["said_on"], name="refusals_wishes_by_day"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(said_by__isnull=False) | models.Q(site=None), name="refusals_wish_without_a_name"
            ),
        )

    def __str__(self) -> str:
        return self.words
