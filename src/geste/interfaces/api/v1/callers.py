"""Callers: who asks over the API. A person's token in the header, or the session of a signed-in browser."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer, SessionAuth

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for, user_of_token


class BearerToken(HttpBearer):
    """`Authorization: Bearer TOKEN`, a token somebody made for a program that acts in their name."""

    openapi_name = "token"

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Return the actor the token stands for."""
        user = user_of_token(token)
        return None if user is None else actor_for(user)


class SignedIn(SessionAuth):
    """The session of a browser; writes need the CSRF header."""

    openapi_name = "session"

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Return the actor who is signed in."""
        return actor_for(request.user) if isinstance(request.user, User) else None


def caller(request: HttpRequest) -> Actor:
    """Return the actor that authentication found."""
    actor = request.auth  # type: ignore[attr-defined]
    assert isinstance(actor, Actor)
    return actor


def now() -> datetime:
    """Return the time, in the organisation's time zone."""
    return timezone.localtime()
