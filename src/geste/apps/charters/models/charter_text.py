"""Charter text: one published version, word for word, for ever."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce


class CharterText(WrittenOnce):
    """A version of the charter as it was published. `digest` is that of its canonical text.

    `written_reason` says in a person's own words why it changes what it changes; what takes something back has one.
    """

    charter_id = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    effective = models.DateField()
    text = models.TextField()
    written_reason = models.TextField(blank=True, default="")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["charter_id", "version"], name="charters_version_once"),)
        indexes = (models.Index(fields=["-effective", "-version"], name="charters_in_force"),)

    def __str__(self) -> str:
        return f"{self.charter_id} v{self.version}"
