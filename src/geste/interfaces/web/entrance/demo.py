"""Demo: the one-time way into a demonstration, and a change of shoes. Not there at all unless the demo option is on."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geste.apps.base.actor import Actor
from geste.apps.people.selectors import colleagues
from geste.apps.people.services.use_sign_in_link import use_sign_in_link
from geste.interfaces.web.errors import page
from geste.interfaces.web.visitor import for_agents, now

P = ParamSpec("P")
BACKEND = "django.contrib.auth.backends.ModelBackend"


def in_demo_only(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Let a view answer in a demonstration; elsewhere there is nothing at its address."""

    @wraps(view)
    def look(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.GESTE.demo:
            raise Http404
        return view(*args, **kwargs)

    return look


@in_demo_only
@require_GET
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in whoever the link is for, once. Who is in already simply goes on."""
    if request.user.is_authenticated:
        return redirect("web:queue")
    user = use_sign_in_link(secret=secret, now=now())
    if user is None:
        return page(
            request,
            HTTPStatus.GONE,
            _("This link no longer opens"),
            _("A link opens once, and for one day. Start the demonstration again for a new one."),
        )
    login(request, user, backend=BACKEND)
    return redirect("web:queue")


@in_demo_only
@require_POST
@for_agents
def step_into(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Go on as another of the demonstration's people."""
    wanted = request.POST.get("person", "")
    colleague = next((user for user in colleagues() if user.username == wanted), None)
    if colleague is None:
        messages.error(request, _("Nobody of that name works here. You are still %(name)s.") % {"name": actor.name})
    elif colleague.pk != actor.user_id:
        login(request, colleague, backend=BACKEND)
    return redirect("web:queue")
