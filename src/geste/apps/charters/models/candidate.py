"""Candidate: a draft as one steward has put it forward, word for word, for another to sign."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.charters.models.charter_text import CharterText
from geste.apps.charters.models.draft import Draft


class Candidate(WrittenOnce):
    """One revision of a draft, and the version whose differences were shown with it; none is the first charter."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="candidates")
    revision = models.PositiveIntegerField()
    before = models.ForeignKey(CharterText, on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    written_reason = models.TextField(blank=True)
    put_forward_at = models.DateTimeField()
    put_forward_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["draft", "revision"], name="charters_candidate_once"),)

    def __str__(self) -> str:
        return f"candidate {self.pk}"
