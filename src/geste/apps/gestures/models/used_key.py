"""Used key: that an intention was answered, whose it was and with what. Kept for ever, with the effect itself."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.gestures.models.decision_record import DecisionRecord
from geste.apps.gestures.models.reversal import Reversal
from geste.apps.gestures.models.settlement import Settlement
from geste.apps.shadow.models import WouldGive


class UsedKey(WrittenOnce):
    """One key a client made, and what it was answered with: a decision, yes or no, or a gesture taken back or settled.

    In shadow it is what would have been given.
    `route` and `fingerprint` say for what it was used. A key from the time before fingerprints were kept has none: it
    stands for nothing any more, and gives nothing again.
    """

    key = models.CharField(max_length=64, primary_key=True)
    used_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    used_at = models.DateTimeField()
    route = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64, blank=True)
    decision = models.ForeignKey(DecisionRecord, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    reversal = models.ForeignKey(Reversal, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    would_give = models.ForeignKey(WouldGive, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(decision__isnull=False, reversal=None, settlement=None, would_give=None)
                | models.Q(decision=None, reversal__isnull=False, settlement=None, would_give=None)
                | models.Q(decision=None, reversal=None, settlement__isnull=False, would_give=None)
                | models.Q(decision=None, reversal=None, settlement=None, would_give__isnull=False),
                name="gestures_key_has_one_answer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.route}"
