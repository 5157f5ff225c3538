"""Demo: the one-time way into a demonstration, and whose shoes to step into. Not there unless the demo option is on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.people.models import User
from geste.apps.people.selectors import colleagues
from geste.apps.people.services.use_sign_in_link import use_sign_in_link
from geste.core.charter.syntax import Charter
from geste.demo.companies import COMPANIES, company_under
from geste.demo.company import Part
from geste.interfaces.web.errors import page
from geste.interfaces.web.speech import amount, own, role_words
from geste.interfaces.web.visitor import for_agents, now

P = ParamSpec("P")
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class PartCard:
    """One part to choose, in words."""

    part: Part
    person: User
    plays: str
    role: str
    may_give: str
    does: str
    first: str


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
    """Let in whoever the link is for, once, and let them choose who they are. Who is in already simply goes on."""
    if request.user.is_authenticated:
        return redirect("web:demo")
    user = use_sign_in_link(secret=secret, now=now())
    if user is None:
        return page(
            request,
            HTTPStatus.GONE,
            _("This link no longer opens"),
            _("A link opens once, and for one day. Start the demonstration again for a new one."),
        )
    login(request, user, backend=BACKEND)
    return redirect("web:demo")


@in_demo_only
@require_GET
@for_agents
def choose(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the parts one may play, and how to open the other companies."""
    charter = charter_to_show(at=now()).charter
    company = company_under(charter.id)
    if company is None:
        return redirect("web:queue")
    people = {user.username: user for user in colleagues()}
    shown = {
        "name": own(charter.name),
        "trade": own(company.trade),
        "cards": [_card(part, people[part.username], charter) for part in company.parts],
        "others": [(other.id, own(other.trade)) for other in COMPANIES.values() if other is not company],
    }
    return render(request, "web/entrance/demo.html", shown)


def _card(part: Part, person: User, charter: Charter) -> PartCard:
    plays = {
        "agent": pgettext("part", "Agent"),
        "supervisor": pgettext("part", "Supervisor"),
        "owner": pgettext("part", "Owner"),
    }
    return PartCard(
        part=part,
        person=person,
        plays=plays[part.plays],
        role=role_words(charter, person.role),
        may_give=amount(charter.cap_of(person.role)[1], charter.currency),
        does=own(part.does),
        first=own(part.first),
    )


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
