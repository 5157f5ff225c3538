"""Visitor: who stands at the door, and what time it is there. Views take both from here."""

from collections.abc import Callable
from datetime import datetime
from functools import update_wrapper
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.interfaces.web.kept import keep_form, page_of

P = ParamSpec("P")


def for_agents(
    view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the actor who asks; whoever is not signed in is shown the way, and finds what they typed kept."""

    def ask(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if isinstance(request.user, User):
            response = view(request, actor_for(request.user), *args, **kwargs)
            # On a shared counter the next person who presses “back” sees nothing of a customer.
            patch_cache_control(response, private=True, no_store=True)
            return response
        keep_form(request)
        return to_sign_in(request)

    return update_wrapper(ask, view)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Return the way to the sign-in page, and from there to the page where the request came from."""
    is_whole_page = request.method == "GET" and not request.htmx  # type: ignore[attr-defined]
    back = request.get_full_path() if is_whole_page else page_of(request)
    return on_to(request, redirect_to_login(back, reverse("web:sign-in")).url, HTTPStatus.UNAUTHORIZED)


def on_to(request: HttpRequest, address: str, status: HTTPStatus) -> HttpResponse:
    """Return the way to another page. A live part of a page is told with `status`, and takes its page there."""
    if request.htmx:  # type: ignore[attr-defined]
        # A redirect would be followed unseen, and its page put where a fragment was expected.
        return HttpResponse(status=status, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def now() -> datetime:
    """Return the time, in the organisation's time zone."""
    return timezone.localtime()
