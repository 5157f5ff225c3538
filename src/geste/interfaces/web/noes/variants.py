"""Variants: rules that a leader declares bent somewhere for a while. Everybody sees them; they end by themselves."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_in_force, charter_of
from geste.apps.hops.bending import variants_declared
from geste.apps.hops.models import LocalVariant
from geste.apps.hops.policies import may_declare_variant
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.services.bend_rule import Declared, declare_variant, end_variant
from geste.apps.people.models import Site, Team
from geste.apps.people.selectors import clock_of_the_house, on_the_clock_of, on_the_clock_of_the_house, sites, teams
from geste.interfaces.web.speech import gesture_words, moment
from geste.interfaces.web.visitor import for_agents, now

LINES_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Line:
    """One variant: the rule, where, from when to when, why, who says so, and whether it still holds."""

    number: int
    rule: str
    where: str
    since: str
    until: str
    because: str
    by: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What the addresses of further pages begin with."""

    address: str = "?"


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show every variant, and a leader the form to declare one."""
    return _page(request, actor)


@require_POST
@for_agents
def declare(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Declare a rule bent."""
    typed = request.POST
    try:
        declared = _declared(typed, now())
        if declared is None:
            return _page(request, actor, slip=_("Say from which day to which."))
        declare_variant(actor=actor, declared=declared, now=now())
    except HopRefused as refused:
        return _page(request, actor, slip=refusal_words(refused.code))
    messages.success(request, _("Declared. It ends by itself."))
    return redirect("web:variants")


@require_POST
@for_agents
def end(request: HttpRequest, actor: Actor, variant: int) -> HttpResponse:
    """End one before its time."""
    end_variant(actor=actor, number=variant, now=now())
    messages.success(request, _("Ended. What was given under it stays given."))
    return redirect("web:variants")


def _declared(typed: QueryDict, at: datetime) -> Declared | None:
    """What a form declares: whole days, by the clocks of the place; none if it names no days."""
    place, team = _site(typed.get("where", "")), _team(typed.get("where", ""))
    site = place if team is None else team.site
    zone = on_the_clock_of(site, at).tzinfo if site is not None else clock_of_the_house()
    since, until = _day(typed.get("since", ""), zone), _day(typed.get("until", ""), zone)
    if since is None or until is None:
        return None
    return Declared(
        rule=typed.get("rule", ""),
        because=typed.get("because", ""),
        since=max(since, at) if since.date() == at.astimezone(zone).date() else since,
        until=until + timedelta(days=1),
        site=place,
        team=team,
    )


def _day(text: str, zone: tzinfo | None) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), time(), zone)
    except ValueError:
        return None


def _site(where: str) -> Site | None:
    return next((site for site in sites() if where == f"site:{site.pk}"), None)


def _team(where: str) -> Team | None:
    return next((team for team in teams() if where == f"team:{team.pk}"), None)


def _page(request: HttpRequest, actor: Actor, slip: str = "") -> HttpResponse:
    at = now()
    found = Paginator(variants_declared(), LINES_A_PAGE).get_page(request.GET.get("page"))
    charter = charter_in_force(at=at).charter
    shown = {
        "found": found,
        "looked": Looked(),
        "lines": [_line(variant, at) for variant in found.object_list],
        "may_declare": may_declare_variant(actor).allowed,
        "rules": [(bend.id, gesture_words(charter, bend.id)) for bend in charter.bendable],
        "places": [
            ("", _("Everywhere")),
            *((f"site:{site.pk}", site.name) for site in sites()),
            *((f"team:{team.pk}", f"{team.name}, {team.site.name}") for team in teams()),
        ],
        "today": on_the_clock_of_the_house(at).date().isoformat(),
        "typed": request.POST,
        "slip": slip,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/noes/variants.html", shown, status=status)


def _line(variant: LocalVariant, at: datetime) -> Line:
    site = variant.site if variant.team is None else variant.team.site
    zone = on_the_clock_of(site, at).tzinfo if site is not None else clock_of_the_house()
    where = _("Everywhere") if site is None else site.name
    return Line(
        variant.pk,
        gesture_words(charter_of(variant.charter_text), variant.rule),
        where if variant.team is None else f"{variant.team.name}, {where}",
        moment(variant.since.astimezone(zone)),
        moment(variant.until.astimezone(zone)),
        variant.because,
        variant.declared_by.display_name,
        variant.until > at,
    )


def refusal_words(code: str) -> str:
    """Return the sentence for what cannot be declared as it stands."""
    sentences = {
        "because.missing": _("Say why, in one line: everybody in that place reads it."),
        "line.too_long": _("Keep it to one line: 300 characters at most."),
        "rule.not_bendable": _("Pick a rule that the charter lets people bend."),
        "variant.over": _("That time is over, or ends before it begins."),
        "variant.too_long": _("Longer than a month is no exception any more: change the charter."),
    }
    return sentences[code]
