"""Wording: the three promises as leaders have put them, and who has signed what."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce

PROMISE_CHARACTERS = 400


class Wording(WrittenOnce):
    """A version of the pledge as one leader put it forward. In force once every leader has signed it, never before.

    The exceptions are not here: they are the house's, and nobody adds to them.
    """

    version = models.PositiveIntegerField(unique=True)
    job_en = models.CharField(max_length=PROMISE_CHARACTERS)
    job_fr = models.CharField(max_length=PROMISE_CHARACTERS)
    payback_en = models.CharField(max_length=PROMISE_CHARACTERS)
    payback_fr = models.CharField(max_length=PROMISE_CHARACTERS)
    telling_off_en = models.CharField(max_length=PROMISE_CHARACTERS)
    telling_off_fr = models.CharField(max_length=PROMISE_CHARACTERS)
    put_forward_at = models.DateTimeField()
    put_forward_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"wording {self.version}"


class PledgeSignature(WrittenOnce):
    """One leader's signature under one wording."""

    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="signatures")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["wording", "signed_by"], name="pledges_signed_once_by_each"),)

    def __str__(self) -> str:
        return f"{self.wording}, signed by {self.signed_by_id}"


class PactSignature(WrittenOnce):
    """That somebody has promised their side of the pact, under one version of the pledge. Nobody else sees whose."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    signed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "version"], name="pledges_pact_signed_once"),)

    def __str__(self) -> str:
        return f"pact under v{self.version}"
