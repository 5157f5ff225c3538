"""Would give: what somebody in shadow would have given, as the charter answered. Nothing came of it. Written once."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case
from geste.apps.charters.models import CharterText
from geste.apps.people.models import Site, Team


class WouldGive(WrittenOnce):
    """One intention in shadow. No entry, no receipt and no errand hangs on it, and nothing ever will.

    `request` is the whole question in the wire form, decided under `charter_text` like any other. Without a `route`
    the charter would have said no. `amount` is what the customer would have had, `cost` what it would really have cost
    us, in minor units of `currency`; a cost that no fact tells is none. `said_by` counts their own limits, and never
    anything about them.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="would_gives")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    written_at = models.DateTimeField()
    charter_text = models.ForeignKey(CharterText, on_delete=models.PROTECT, related_name="+")
    request = models.JSONField()
    authority = models.CharField(max_length=20)
    route = models.CharField(max_length=20, blank=True)
    clause = models.CharField(max_length=120)
    reasons = models.JSONField()
    what = models.CharField(max_length=120)
    amount = models.BigIntegerField(null=True)
    cost = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["said_at"], name="shadow_by_time"),
            models.Index(fields=["case", "said_at"], name="shadow_of_case"),
            models.Index(fields=["said_by", "said_at"], name="shadow_of_agent"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(amount=None) | models.Q(amount__gte=0), name="shadow_amount_not_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(cost=None) | models.Q(cost__gte=0), name="shadow_cost_not_negative"
            ),
        )

    def __str__(self) -> str:
        return f"{self.what}, not given"
