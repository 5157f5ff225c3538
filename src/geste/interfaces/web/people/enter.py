"""Enter: coming in with a link. Looking at it changes nothing, so that no program that previews it uses it up."""

from http import HTTPStatus

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from geste.apps.people.services.use_sign_in_link import use_sign_in_link
from geste.interfaces.web.entrance.language import remember
from geste.interfaces.web.errors import page
from geste.interfaces.web.visitor import now

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Let in whoever the link is for, once, when they press the button."""
    if request.method != "POST":
        return render(request, "web/people/enter.html")
    user = use_sign_in_link(secret=secret, now=now())
    if user is None:
        words = _("A link opens once, and for a week. Whoever looks after people here makes you a new one.")
        return page(request, HTTPStatus.GONE, _("This link no longer opens"), words)
    login(request, user, backend=BACKEND)
    response = redirect("web:queue")
    remember(response, user.language)
    return response
