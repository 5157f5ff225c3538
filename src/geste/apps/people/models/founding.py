"""Founding: what the owner has said so far in the first run of an installation, and the link that lets them say it."""

from django.db import models

from geste.apps.people.models.credential import DIGEST_CHARACTERS


class Founding(models.Model):
    """The one row of a house that nobody has moved into yet. Once `done_at` is set it holds nothing else.

    `answers` are kept as they were typed, right or wrong. `digest` is what is kept of the link that opens the first
    run, once, until `expires_at`.
    """

    name = models.CharField(max_length=10, unique=True)
    answers = models.JSONField(default=dict)
    digest = models.CharField(max_length=DIGEST_CHARACTERS, blank=True)
    expires_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
