"""Draft: a next version in the making. It changes as people type; nothing made from it does."""

from django.conf import settings
from django.db import models

PAGE_CHARACTERS = 40


class Ending(models.TextChoices):
    """How a draft came to its end."""

    PUBLISHED = "published"
    PUT_AWAY = "put_away"


class Draft(models.Model):
    """What people write on. `revision` counts what was saved; `page` is the open page that saved last, in its `turn`.

    A draft typed at the same time as another one saved by somebody else is kept apart from it, as a draft of its own.
    """

    text = models.TextField(blank=True)
    written_reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    page = models.CharField(max_length=PAGE_CHARACTERS, blank=True)
    turn = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    kept_apart_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="kept_apart")
    ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)

    class Meta:
        indexes = (models.Index(fields=["ending", "-saved_at"], name="charters_draft_open"),)

    def __str__(self) -> str:
        return f"draft {self.pk}"
