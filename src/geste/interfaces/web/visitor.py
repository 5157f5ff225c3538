"""Visitor: who stands at the door, and what time it is there. Views take both from here."""

from collections.abc import Callable
from datetime import datetime
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for

P = ParamSpec("P")


def for_agents(
    view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the actor who asks; whoever is not signed in is shown the way."""

    def ask(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        assert isinstance(request.user, User)
        return view(request, actor_for(request.user), *args, **kwargs)

    return login_required(update_wrapper(ask, view))


def now() -> datetime:
    """Return the time, in the organisation's time zone."""
    return timezone.localtime()
