"""Make an API token: a program may act in one person's name until the token is revoked."""

from datetime import datetime

from geste.apps.people.models import ApiToken, User
from geste.apps.people.selectors import digest_of


def make_api_token(*, user: User, label: str, secret: str, now: datetime) -> ApiToken:
    """Return a new token for `user`. The caller makes `secret` by chance and shows it once; only its digest is kept."""
    return ApiToken.objects.create(user=user, label=label, digest=digest_of(secret), created_at=now)
