"""Moving in: what `geste serve` prints. An empty house has a link to its first run, any other the way to sign in."""

import secrets
from datetime import timedelta

LINK_LIFE = timedelta(days=1)


def told_at(address: str) -> str:
    """Return how to come in at this address. Each call makes a new link to the first run, as long as there is one."""
    from django.urls import reverse
    from django.utils import timezone

    from geste.apps.people.services.open_first_run import AlreadyFounded, open_first_run

    secret = secrets.token_urlsafe(18)
    try:
        open_first_run(secret=secret, expires_at=timezone.now() + LINK_LIFE)
    except AlreadyFounded:
        return (
            f"Open {address}/ and sign in. Stop with Ctrl+C.\n"
            "Who has no password comes in with a link: geste people link NAME"
        )
    return f"Open {address}{reverse('web:begin-open', args=[secret])} to begin. Stop with Ctrl+C."
