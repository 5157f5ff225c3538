"""Low notice: the one word to whoever looks after an envelope that it is nearly used up."""

from django.conf import settings
from django.db import models

from geste.apps.ledger.models.envelope_period import EnvelopePeriod


class LowNotice(models.Model):
    """One word about one period, shown until a steward knows it, and written by e-mail where the house can.

    `letter_due_at` is when the letter is to be tried; there is none any more once it was sent, or is of no use.
    """

    period = models.OneToOneField(EnvelopePeriod, on_delete=models.PROTECT, related_name="low_notice")
    letter_due_at = models.DateTimeField(null=True)
    known_at = models.DateTimeField(null=True)
    known_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.period} is low"
