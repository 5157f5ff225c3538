"""Supervisor request: the customer asked for somebody's superior. Not a hand-over, which is somebody's own idea."""

from enum import StrEnum

from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.people.models import Site, Team
from geste.apps.refusals.models.refusal import CLAUSE_CHARACTERS, Policy


class SupervisorCause(StrEnum):
    """Why the customer asked, as far as it was heard."""

    NO_AUTHORITY = "no_authority"
    DID_NOT_KNOW = "did_not_know"
    DISTRUST = "distrust"
    BEYOND_CAP = "beyond_cap"
    CUSTOMERS_WISH = "customers_wish"


AVOIDABLE = (SupervisorCause.NO_AUTHORITY.value, SupervisorCause.BEYOND_CAP.value)
"""What a line of the charter, or another rule, would have spared the customer."""


class SupervisorRequest(WrittenOnce):
    """One request on one case, with what stood in the way. Who noted it is not kept: it tells of the charter."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="supervisor_requests")
    cause = models.CharField(max_length=20, choices=[(cause.value, cause.value) for cause in SupervisorCause])
    clause = models.CharField(max_length=CLAUSE_CHARACTERS, blank=True)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, null=True, related_name="supervisor_requests")
    asked_at = models.DateTimeField()
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["asked_at"], name="refusals_superior_by_time"),)

    def __str__(self) -> str:
        return f"{self.case}: {self.cause}"
