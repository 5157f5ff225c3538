"""Make a sign-in link: a way in for one person, once, for a while."""

from datetime import datetime

from geste.apps.people.models import SignInLink, User
from geste.apps.people.selectors import digest_of


def make_sign_in_link(*, user: User, secret: str, expires_at: datetime) -> SignInLink:
    """Return a new link for `user`. The caller makes `secret` by chance and shows it once; only its digest is kept."""
    return SignInLink.objects.create(user=user, digest=digest_of(secret), expires_at=expires_at)
