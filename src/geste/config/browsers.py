"""Browsers: the layers that only they need. A program that comes with a token and no cookie is not led through them.

It has no session, no message waits for its next page, and nobody signed in before it asks. Looking for them took a
quarter of the time in which its request is read and answered.
"""

from collections.abc import Callable

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxMiddleware

from geste.config.refusing import is_from_program

Answering = Callable[[HttpRequest], HttpResponse]


def sessions(answer: Answering) -> Answering:
    """Bring a browser's session along."""
    return _for_browsers(SessionMiddleware, answer)


def messages(answer: Answering) -> Answering:
    """Keep what a page said for the next one that a browser shows."""
    return _for_browsers(MessageMiddleware, answer)


def htmx(answer: Answering) -> Answering:
    """Say whether a browser asks for a part of a page."""
    return _for_browsers(HtmxMiddleware, answer)


def visitors(answer: Answering) -> Answering:
    """Say who is signed in in a browser. Before a token is read, nobody is."""
    signed_in: Answering = AuthenticationMiddleware(answer)

    def told(request: HttpRequest) -> HttpResponse:
        if not has_token_only(request):
            return signed_in(request)
        request.user = AnonymousUser()
        return answer(request)

    return told


def has_token_only(request: HttpRequest) -> bool:
    """Return whether a request is a program's that says who it is by a token, and by nothing else."""
    return "HTTP_AUTHORIZATION" in request.META and "HTTP_COOKIE" not in request.META and is_from_program(request)


def _for_browsers(layer: Callable[[Answering], Answering], answer: Answering) -> Answering:
    through = layer(answer)

    def chosen(request: HttpRequest) -> HttpResponse:
        return answer(request) if has_token_only(request) else through(request)

    return chosen
