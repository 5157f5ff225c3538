"""Duties: what somebody looks after beside their role. Stewards give and end them here."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.people.models import Duty, DutyKind
from geste.apps.people.selectors import NoSuchPerson, team_numbered
from geste.apps.people.services.end_duty import end_duty
from geste.apps.people.services.give_duty import DutyRefused, give_duty
from geste.interfaces.web.errors import not_found, page
from geste.interfaces.web.visitor import for_agents, now


@require_POST
@for_agents
def give(request: HttpRequest, actor: Actor, username: str) -> HttpResponse:
    """Give somebody a duty."""
    typed = request.POST
    kind, number = typed.get("kind", ""), typed.get("team", "")
    if kind not in set(DutyKind):
        return _refused(request, _("Pick what this person looks after."))
    team = team_numbered(int(number)) if number.isdecimal() else None
    try:
        duty = give_duty(actor=actor, username=username, kind=DutyKind(kind), team=team, now=now())
    except NoSuchPerson:
        return not_found(request)
    except DutyRefused as refused:
        return _refused(request, _refusal(refused.code))
    said = {"name": duty.user.display_name, "duty": duty_words(duty)}
    messages.success(request, _("%(name)s: %(duty)s, from now on.") % said)
    return redirect("web:people")


@require_POST
@for_agents
def end(request: HttpRequest, actor: Actor, duty: int) -> HttpResponse:
    """End a duty."""
    end_duty(actor=actor, number=duty, now=now())
    messages.success(request, _("This duty has ended. That it was there stays written."))
    return redirect("web:people")


def kinds() -> list[tuple[str, str]]:
    """Return every duty there is, and what it is called."""
    return [(kind.value, kind_words(kind.value)) for kind in DutyKind]


def kind_words(kind: str) -> str:
    """Return what a duty is called."""
    return {
        "manager": _("manager of a team"),
        "coach": _("coach of a team"),
        "leader": _("leads the house and signs the pledge"),
        "pledge_keeper": _("keeps the pledge"),
        "staff_representative": _("staff representative"),
        "reviewer": _("reviewer"),
    }[kind]


def duty_words(duty: Duty) -> str:
    """Return what somebody looks after, with the team if it is one of a team."""
    return kind_words(duty.kind) if duty.team is None else f"{kind_words(duty.kind)} ({duty.team.name})"


def _refused(request: HttpRequest, words: str) -> HttpResponse:
    return page(request, HTTPStatus.UNPROCESSABLE_ENTITY, _("This duty was not given"), words)


def _refusal(code: str) -> str:
    return {
        "duty.has_left": _("Who has left looks after nothing any more."),
        "duty.team_missing": _("Say which team."),
        "duty.of_the_house": _("This duty is one of the whole house: leave the team open."),
    }[code]
