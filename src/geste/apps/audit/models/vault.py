"""Vault: what hides people and facts on the leaves. Once destroyed, it is hidden for ever, and proofs stay valid."""

from django.db import models


class VaultKey(models.Model):
    """Thirty-two random bytes for one subject: a person who decides, or a case whose facts are stated.

    Salts and pseudonyms come from them. `name` is what receipts commit to for a person: what they were called when the
    key was made, whatever they are called later. `handle` is what the log calls the key when it tells that it was
    destroyed.
    """

    subject = models.CharField(max_length=120, unique=True)
    handle = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120, blank=True)
    key = models.BinaryField()

    def __str__(self) -> str:
        return self.subject
