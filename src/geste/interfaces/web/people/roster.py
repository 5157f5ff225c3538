"""Roster: who works here. Stewards welcome people, let them in, and say that somebody has left."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.apps.people.models import User
from geste.apps.people.selectors import NoSuchPerson, duties_of, everybody, sites, teams
from geste.apps.people.services.add_person import NAME_CHARACTERS, Person, PersonRefused, add_person
from geste.apps.people.services.let_in import HasLeft, let_in
from geste.apps.people.services.say_goodbye import LastSteward, say_goodbye
from geste.interfaces.web.errors import not_found, page
from geste.interfaces.web.people.duties import duty_words, kinds
from geste.interfaces.web.speech import language, role_words
from geste.interfaces.web.visitor import for_agents, now
from geste.printing.qr import qr_of

LINK_LIFE = timedelta(days=7)
PEOPLE_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Line:
    """One person in the list."""

    user: User
    role: str
    is_me: bool
    duties: tuple[tuple[int, str], ...] = ()


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show everybody."""
    return _roster(request, actor)


@require_POST
@for_agents
def add(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Welcome somebody, and show their way in."""
    posted = request.POST
    person = Person(
        name=posted.get("name", ""),
        role=posted.get("role", ""),
        language=posted["language"] if posted.get("language") in dict(settings.LANGUAGES) else language(),
        site=posted.get("site", ""),
        is_steward="steward" in posted,
    )
    charter = charter_to_show(at=now()).charter
    if charter.role(person.role) is None:
        return _roster(request, actor, slip=_("Pick what this person does."))
    try:
        user = add_person(actor=actor, person=person)
    except PersonRefused as refused:
        return _roster(request, actor, slip=_refusal(refused.code))
    return _with_link(request, actor, user.username)


@require_POST
@for_agents
def link(request: HttpRequest, actor: Actor, username: str) -> HttpResponse:
    """Make a new way in for somebody, and show it once."""
    return _with_link(request, actor, username)


@require_POST
@for_agents
def goodbye(request: HttpRequest, actor: Actor, username: str) -> HttpResponse:
    """Say that somebody has left."""
    try:
        user = say_goodbye(actor=actor, username=username, now=now())
    except NoSuchPerson:
        return not_found(request)
    except LastSteward:
        words = _("Nobody else looks after the charter. Make somebody a steward first.")
        return page(request, HTTPStatus.CONFLICT, _("The last steward stays"), words)
    messages.success(request, _("%(name)s has left. What they gave stays theirs.") % {"name": user.display_name})
    return redirect("web:people")


def _with_link(request: HttpRequest, actor: Actor, username: str) -> HttpResponse:
    secret = secrets.token_urlsafe(18)
    try:
        user = let_in(actor=actor, username=username, secret=secret, expires_at=now() + LINK_LIFE)
    except NoSuchPerson:
        return not_found(request)
    except HasLeft:
        words = _("Who has left gets no way in. Add them again if they come back.")
        return page(request, HTTPStatus.CONFLICT, _("This person has left"), words)
    address = request.build_absolute_uri(reverse("web:enter", args=[secret]))
    shown = {"person": user, "address": address, "qr": qr_of(address), "is_here_only": is_here_only(request)}
    return render(request, "web/people/link.html", shown)


def _roster(request: HttpRequest, actor: Actor, slip: str = "") -> HttpResponse:
    charter = charter_to_show(at=now()).charter
    called = request.GET.get("q", "").strip()[:NAME_CHARACTERS]
    people = Paginator(everybody(actor, called), PEOPLE_A_PAGE)
    found = people.get_page(request.GET.get("page"))
    shown = {
        "called": called,
        "found": found,
        "looked": {"address": f"?{urlencode({'q': called})}"},
        "is_long": bool(called) or people.num_pages > 1,
        "lines": [_line(user, role_words(charter, user.role), actor) for user in found],
        "roles": [(role.id, role_words(charter, role.id)) for role in charter.roles if role.kind == "agent"],
        "sites": sites(),
        "kinds": kinds(),
        "teams": teams(),
        "slip": slip,
        "typed": request.POST,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/people/roster.html", shown, status=status)


def _line(user: User, role: str, actor: Actor) -> Line:
    duties = tuple((duty.pk, duty_words(duty)) for duty in duties_of(user.pk))
    return Line(user, role, user.pk == actor.user_id, duties)


def _refusal(code: str) -> str:
    sentences = {
        "name.missing": _("What is this person called?"),
        "name.too_long": _("Keep the name to %(limit)d characters.") % {"limit": NAME_CHARACTERS},
        "name.twice": _("Somebody here has this name already. Add a letter, so that everybody knows who is meant."),
        "site.not_known": _("Pick one of the places of this house."),
    }
    return sentences[code]


def is_here_only(request: HttpRequest) -> bool:
    """Return whether the address one reads leads nowhere from another device."""
    return request.get_host().rpartition(":")[0].strip("[]") in ("127.0.0.1", "localhost", "::1")
