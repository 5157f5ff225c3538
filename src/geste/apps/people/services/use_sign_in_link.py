"""Use a sign-in link: it opens once."""

from datetime import datetime

from geste.apps.people.models import SignInLink, User
from geste.apps.people.selectors import digest_of


def use_sign_in_link(*, secret: str, now: datetime) -> User | None:
    """Return the user this link signs in, or None if it is unknown, used, too old or its user has left."""
    # One conditional update decides who was first: two taps cannot both come in.
    mine = SignInLink.objects.filter(digest=digest_of(secret), used_at=None, expires_at__gt=now, user__is_active=True)
    if mine.update(used_at=now) != 1:
        return None
    return SignInLink.objects.select_related("user").get(digest=digest_of(secret)).user
