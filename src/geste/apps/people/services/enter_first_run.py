"""Enter the first run: its link opens once."""

from datetime import datetime

from geste.apps.people.models import Founding
from geste.apps.people.selectors import digest_of


def enter_first_run(*, secret: str, now: datetime) -> bool:
    """Return whether this link opens the first run; from then on it opens no more."""
    # One conditional update decides who was first: two taps cannot both come in.
    opens = Founding.objects.filter(digest=digest_of(secret), expires_at__gt=now, done_at=None)
    return opens.update(digest="", expires_at=None) == 1
