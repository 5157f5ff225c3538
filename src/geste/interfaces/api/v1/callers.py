"""Callers: who asks over the API. A person's token in the header, or the session of a signed-in browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer, SessionAuth

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for, digest_of, user_of_token
from geste.interfaces.api.v1.problems import Refused

MOST_REMEMBERED = 1000
_remembered: dict[str, Actor] = {}
"""Whom tokens stood for when they were last asked about, by what is kept of each."""


class BearerToken(HttpBearer):
    """`Authorization: Bearer TOKEN`, a token somebody made for a program that acts in their name.

    Where `is_asked_when_written`, whoever writes asks about it again, one question for many: it may be remembered here.
    """

    openapi_name = "token"

    def __init__(self, *, is_asked_when_written: bool = False) -> None:
        super().__init__()
        self._is_asked_when_written = is_asked_when_written

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Return the actor the token stands for, or stood for when it was last asked about."""
        if not self._is_asked_when_written:
            return _bearer(token)
        digest = digest_of(token)
        actor = _remembered.get(digest) or _bearer(token)
        if actor is not None:
            _remember(digest, actor)
            request.token_digest = digest  # type: ignore[attr-defined]
        return actor


class SignedIn(SessionAuth):
    """The session of a browser; writes need the CSRF header."""

    openapi_name = "session"

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Return the actor who is signed in."""
        return actor_for(request.user) if isinstance(request.user, User) else None


ASKED_EACH_TIME = (BearerToken(), SignedIn())
ASKED_WHEN_WRITTEN = (BearerToken(is_asked_when_written=True), SignedIn())


def caller(request: HttpRequest) -> Actor:
    """Return the actor that authentication found."""
    actor = request.auth  # type: ignore[attr-defined]
    assert isinstance(actor, Actor)
    return actor


def token_of(request: HttpRequest) -> str:
    """Return what is kept of the token a request came with and that has to be asked about again, if there is one."""
    return getattr(request, "token_digest", "")


def ask_again(request: HttpRequest) -> None:
    """Find out anew who asks, whatever is remembered.

    Raises:
        AuthenticationError: nobody we know.
        HttpError: a browser that forgot the token of its form.
    """
    _remembered.pop(token_of(request), None)
    request.token_digest = ""  # type: ignore[attr-defined]
    actor = next((actor for way in ASKED_WHEN_WRITTEN if (actor := way(request))), None)
    if actor is None:
        raise AuthenticationError
    request.auth = actor  # type: ignore[attr-defined]


@contextmanager
def told_to_callers_only(request: HttpRequest) -> Iterator[None]:
    """Let only those hear what is wrong with their request whose token stands at this moment."""
    try:
        yield
    except Refused:
        if token_of(request):
            ask_again(request)
        raise


def now() -> datetime:
    """Return the time, in the organisation's time zone."""
    return timezone.localtime()


def _bearer(token: str) -> Actor | None:
    user = user_of_token(token)
    return None if user is None else actor_for(user)


def forget_everybody() -> None:
    """Remember nobody: every token is asked about before its next request is read."""
    _remembered.clear()


def _remember(digest: str, actor: Actor) -> None:
    if len(_remembered) >= MOST_REMEMBERED:
        forget_everybody()
    _remembered[digest] = actor
