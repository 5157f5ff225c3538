"""Green light: somebody's yes, or nobody's answer in time, to one gesture beyond the charter. Written once."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.cases.models import Case


class GreenLight(WrittenOnce):
    """What one person may give once on one case although the charter does not cover it: `what`, up to `amount`.

    Without `said_by` nobody answered in time, and silence means act. `asked_at` and `opened_at` are moments by the
    clock. How somebody came to be asked is for a later stage to know.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="green_lights")
    what = models.CharField(max_length=120)
    amount = models.BigIntegerField(null=True)
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.what} on {self.case}, up to {self.amount}"
