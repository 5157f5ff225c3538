"""Aboard: the map of who stands behind the charter, the three commitments of a manager, and the first weeks."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.people.models import Team
from geste.apps.people.selectors import team_numbered
from geste.apps.pledges.aboard import (
    Colour,
    Coverage,
    aboard_of,
    coverage,
    is_reminder_due,
    teams_managed,
)
from geste.apps.pledges.policies import may_name_department, may_set_start_up
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.go_aboard import COMMITMENT_CHARACTERS, REMINDERS, THREE, go_aboard
from geste.apps.pledges.services.name_department import name_department
from geste.apps.pledges.services.set_start_up import set_start_up
from geste.apps.pledges.start_up import start_up_period
from geste.interfaces.web.errors import not_found
from geste.interfaces.web.pledge.words import refusal, signed_line
from geste.interfaces.web.speech import own_words
from geste.interfaces.web.visitor import for_agents, now


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the map, and to a manager their own commitments."""
    return _page(request, actor)


@require_POST
@for_agents
def sign(request: HttpRequest, actor: Actor, team: int) -> HttpResponse:
    """Sign three commitments for a team."""
    found, typed = team_numbered(team), request.POST
    if found is None:
        return not_found(request)
    lines = [typed.get(f"line-{number}", "") for number in range(THREE)]
    days = max(0, _number(typed.get("remind", "")))
    try:
        go_aboard(actor=actor, team=found, commitments=lines, remind_days=days, now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused), (found.pk, lines))
    messages.success(request, _("You are on board for %(team)s.") % {"team": found.name})
    return redirect("web:pledge-aboard")


@require_POST
@for_agents
def department(request: HttpRequest, actor: Actor, team: int) -> HttpResponse:
    """Say whether the other teams rely on this one."""
    found = team_numbered(team)
    if found is None:
        return not_found(request)
    name_department(actor=actor, team=found, is_relied_on="relied" in request.POST, now=now())
    return redirect("web:pledge-aboard")


@require_POST
@for_agents
def start_up(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say how long reviews are there for learning alone."""
    days, decisions = (request.POST.get(name, "") for name in ("days", "decisions"))
    try:
        set_start_up(actor=actor, days=_number(days), decisions=_number(decisions), now=now())
    except PledgeRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(request, _("Written down. Reviews keep to it from now on."))
    return redirect("web:pledge-aboard")


def proposals() -> list[str]:
    """Return commitments to pick from and to make one's own."""
    return [
        _("I say first what was right about a decision before I say anything else."),
        _("I back a bent rule the same day, in writing."),
        _("I answer a call for help within five minutes, or name who does."),
        _("I spend two hours a week at the frontline."),
        _("I share one mistake of my own with the team each month."),
        _("I never ask who gave it, only what the charter should say."),
        _("I pay what was promised within two working days, without asking why."),
        _("I bring one rule a month that should go."),
    ]


def _page(
    request: HttpRequest, actor: Actor, problem: str = "", typed: tuple[int, list[str]] | None = None
) -> HttpResponse:
    found = coverage(actor)
    shown = {
        "room": "pledge-aboard",
        "teams": [_told(it) for it in found],
        "live": sum(it.is_live for it in found),
        "own": [_own(actor, team, typed) for team in teams_managed(actor)],
        "proposals": proposals(),
        "reminders": [(days, _every(days)) for days in REMINDERS],
        "limit": COMMITMENT_CHARACTERS,
        "may_name": may_name_department(actor).allowed,
        "period": start_up_period(),
        "may_set": may_set_start_up(actor).allowed,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/pledge/aboard.html", shown, status=status)


def _told(it: Coverage) -> dict[str, object]:
    colours = {
        Colour.GREEN: _("covered"),
        Colour.AMBER: _("covered, with something missing"),
        Colour.GREY: _("not covered yet"),
    }
    return {
        "team": it.team,
        "is_department": it.is_department,
        "colour": it.colour.value,
        "words": colours[it.colour],
        "signed": [(signed_line(signed), [own_words(line) for line in signed.commitments]) for signed in it.signed],
        "waiting": ", ".join(user.display_name for user in it.waiting),
        "has_manager": bool(it.signed or it.waiting),
        "lacking": ", ".join(team.name for team in it.lacking),
    }


def _own(actor: Actor, team: Team, typed: tuple[int, list[str]] | None) -> dict[str, object]:
    """What a manager sees of a team of theirs: what they signed, whether they are reminded, and the form."""
    signed = aboard_of(actor.user_id, team.pk)
    lines = [*signed.commitments] if signed is not None else proposals()[:THREE]
    if typed is not None and typed[0] == team.pk:
        lines = typed[1]
    return {
        "team": team,
        "is_signed": signed is not None,
        "is_due": signed is not None and is_reminder_due(signed, now()),
        "lines": [own_words(line) for line in lines],
        "remind": REMINDERS[1] if signed is None else signed.remind_days,
    }


def _number(text: str) -> int:
    """A number as it was typed; below nought if it is none, or longer than any of ours."""
    return int(text) if text.isdecimal() and len(text) <= len("365") else -1


def _every(days: int) -> str:
    return {
        7: _("every week"),
        14: _("every two weeks"),
        30: _("every month"),
        90: _("every three months"),
    }[days]
