"""Credential: what a person shows instead of a password. Only digests are kept; the secret itself is shown once."""

from django.db import models

from geste.apps.people.models.user import User

DIGEST_CHARACTERS = 64


class SignInLink(models.Model):
    """A link that signs one person in, once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=DIGEST_CHARACTERS, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user} until {self.expires_at:%Y-%m-%d}"


class ApiToken(models.Model):
    """A token with which a program acts in one person's name."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    label = models.CharField(max_length=80)
    digest = models.CharField(max_length=DIGEST_CHARACTERS, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.label
