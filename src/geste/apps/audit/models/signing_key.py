"""Signing key: the public part of every key that ever signed for this house. The log tells it too."""

from django.db import models

from geste.apps.audit.models.log import ID_CHARACTERS
from geste.apps.base.records import WrittenOnce


class SigningKey(WrittenOnce):
    """A key and the leaf that tells of it. What comes after that leaf may be signed with it."""

    key = models.CharField(max_length=ID_CHARACTERS, primary_key=True)
    public = models.BinaryField()
    told_by = models.BigIntegerField()

    def __str__(self) -> str:
        return self.key
