"""Pledge report: what became of the pledge in a quarter, issued once and countersigned by a staff representative."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.pledges.models.breach import DIGEST_CHARACTERS, LINE_CHARACTERS


class PledgeReport(WrittenOnce):
    """One quarter, as it was issued. `content` holds figures of the house, none of a person; `digest` is over it."""

    quarter = models.CharField(max_length=7, unique=True)
    content = models.JSONField()
    digest = models.CharField(max_length=DIGEST_CHARACTERS)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.quarter


class Countersignature(WrittenOnce):
    """A staff representative's name under a report, with what they have to say of it."""

    report = models.OneToOneField(PledgeReport, on_delete=models.PROTECT, related_name="countersignature")
    remark = models.CharField(max_length=LINE_CHARACTERS, blank=True)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.report}, countersigned"
