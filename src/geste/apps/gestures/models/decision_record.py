"""Decision record: everything one decision rested on, word for word. A no is recorded exactly like a yes."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.charters.models import CharterText
from geste.apps.people.models import Site


class DecisionRecord(WrittenOnce):
    """One proposal and what the charter answered.

    `request` is the whole question in the wire form: actor, facts, standing and proposal. Decided again under
    `charter_text` it gives the same answer. Amounts are minor units of `currency`.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="decisions")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    charter_text = models.ForeignKey(CharterText, on_delete=models.PROTECT, related_name="+")
    charter_digest = models.CharField(max_length=64)
    charter_version = models.PositiveIntegerField()
    request = models.JSONField()
    authority = models.CharField(max_length=20)
    route = models.CharField(max_length=20)
    clause = models.CharField(max_length=120)
    routes = models.JSONField()
    reasons = models.JSONField()
    amount = models.BigIntegerField(null=True)
    headroom = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)

    class Meta:
        indexes = (models.Index(fields=["case", "decided_at"], name="gestures_decisions_of_case"),)

    def __str__(self) -> str:
        about = "" if self.case is None else f"{self.case} "
        return f"{about}{self.authority} {self.clause}"
