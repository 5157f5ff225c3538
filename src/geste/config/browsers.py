"""Browsers: the layers that only they need. A program that comes with a token and no cookie is not led through them.

It has no session, no message waits for its next page, and nobody signed in before it asks. Looking for them took a
quarter of the time in which its request is read and answered.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxMiddleware

from geste.config.refusing import is_from_program

Answering = Callable[[HttpRequest], HttpResponse]
Layer = Callable[[Any], Any]
"""Django's own layers answer at once or later, which their types leave open; here all answer at once."""


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

    def nobody(request: HttpRequest) -> HttpResponse:
        request.user = AnonymousUser()
        return answer(request)

    return _for_browsers(AuthenticationMiddleware, answer, instead=nobody)


def has_token_only(request: HttpRequest) -> bool:
    """Return whether a request is a program's that says who it is by a token, and by nothing else."""
    return "HTTP_AUTHORIZATION" in request.META and not request.META.get("HTTP_COOKIE") and is_from_program(request)


def _for_browsers(layer: Layer, answer: Answering, instead: Answering | None = None) -> Answering:
    through: Answering = layer(answer)
    past = instead or answer

    def chosen(request: HttpRequest) -> HttpResponse:
        return past(request) if has_token_only(request) else through(request)

    return chosen
