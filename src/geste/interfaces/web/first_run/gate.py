"""Gate: the first run opens with the link that was printed, and is not there any more once somebody has moved in."""

from collections.abc import Callable
from functools import update_wrapper
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from geste.apps.people.selectors import is_founded
from geste.apps.people.services.enter_first_run import enter_first_run
from geste.interfaces.web.errors import page
from geste.interfaces.web.visitor import now

P = ParamSpec("P")
CAME_IN = "first-run"
OPEN_BEFORE = frozenset({"begin", "begin-open", "begin-step", "begin-room", "begin-page", "language"})
"""The addresses that answer while nobody has moved in."""


def for_founders(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Let a view answer whoever came in with the link, as long as nobody has moved in."""

    def ask(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if is_founded():
            raise Http404
        if not request.session.get(CAME_IN):
            return not_yet(request)
        return view(request, *args, **kwargs)

    return update_wrapper(ask, view)


@require_GET
def come_in(request: HttpRequest, secret: str) -> HttpResponse:
    """Let in whoever has the link, once. Who is in already simply goes on."""
    if is_founded():
        raise Http404
    if request.session.get(CAME_IN) or enter_first_run(secret=secret, now=now()):
        request.session[CAME_IN] = True
        return redirect("web:begin")
    words = _("A link opens once, and for one day. Start “geste serve” again: it prints a new one.")
    return page(request, HTTPStatus.GONE, _("This link no longer opens"), words)


def not_yet(request: HttpRequest) -> HttpResponse:
    """Answer at any address while nobody has moved in."""
    if request.session.get(CAME_IN):
        return redirect("web:begin")
    words = _("Open the address that “geste serve” printed where it was started. It leads through the first steps.")
    return page(request, HTTPStatus.SERVICE_UNAVAILABLE, _("Nobody has moved in yet"), words)
