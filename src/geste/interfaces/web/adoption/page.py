"""The page: who is in shadow, what it has shown beside the worst case, what has to be true next; and the ways on."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.distribution import distribution_of_cost
from geste.apps.people.selectors import on_the_clock_of_the_house, teams
from geste.apps.pledges.fears import fears_of_house, gap
from geste.apps.shadow.models import NEXT_CHARACTERS, Mode, Stage
from geste.apps.shadow.policies import may_see_adoption
from geste.apps.shadow.refusals import StageRefused
from geste.apps.shadow.report import MOST_CASES_EACH, Report, shadow_report
from geste.apps.shadow.rising import Sign, Wanted, signs, wanted_now
from geste.apps.shadow.selectors import open_stages
from geste.apps.shadow.services.begin_giving import begin_giving
from geste.apps.shadow.services.begin_shadow import begin_shadow
from geste.apps.shadow.services.write_plan import write_plan
from geste.interfaces.web.adoption.words import (
    evidence_words,
    formula,
    likely_words,
    refusal_words,
    row_of,
    share_of,
    sign_words,
)
from geste.interfaces.web.speech import amount, day
from geste.interfaces.web.visitor import for_agents, now

HOUSE = "house"
DIGITS = 9
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Place:
    """The house or a team: whether it is in shadow, since when, and whether a row of its own says so."""

    id: str
    name: str
    is_shadow: bool
    since: str


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the way in."""
    require(may_see_adoption(actor))
    return _page(request, actor)


@require_POST
@for_agents
def shadow(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Put a team, or the house, in shadow."""
    try:
        begin_shadow(actor=actor, team_id=_team(request.POST.get("place", "")), now=now())
    except StageRefused as refused:
        return _page(request, actor, slip=refusal_words(refused.code))
    messages.success(request, _("In shadow from now on: what people would give is written down, and nothing is given."))
    return redirect("web:adoption")


@require_POST
@for_agents
def giving(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Let a team, or everybody, give in earnest."""
    try:
        begin_giving(actor=actor, team_id=_team(request.POST.get("place", "")), now=now())
    except StageRefused as refused:
        return _page(request, actor, slip=refusal_words(refused.code))
    messages.success(request, _("They give in earnest from now on, within the charter and without asking."))
    return redirect("web:adoption")


@require_POST
@for_agents
def plan(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write down what has to be true before caps rise."""
    typed = request.POST
    wanted = Wanted(
        fear_at_most=_number(typed.get("fear", "")),
        gap_at_most=_number(typed.get("gap", "")),
        below_line_at_least=_number(typed.get("below_line", "")),
        step=typed.get("step", ""),
    )
    try:
        write_plan(actor=actor, wanted=wanted, now=now())
    except StageRefused as refused:
        return _page(request, actor, slip=refusal_words(refused.code), wanted=wanted)
    messages.success(request, _("Written down. Nothing follows by itself: it is read here, and you decide."))
    return redirect("web:adoption")


def _page(request: HttpRequest, actor: Actor, *, slip: str = "", wanted: Wanted | None = None) -> HttpResponse:
    at = on_the_clock_of_the_house(now())
    typed = request.GET.get("cases", "")
    report = shadow_report(actor, at=at, cases_each=_number(typed) if typed.strip() else None)
    wanted = wanted or wanted_now()
    found = signs(wanted, fear=_fear(at), gap=_gap(at), below_line=_below_line(report, at))
    shown = {
        "places": _places(at),
        "report": report,
        **({} if report is None else _told(report)),
        "most_cases": MOST_CASES_EACH,
        "wanted": wanted,
        "signs": [(evidence_words(sign.evidence), *sign_words(sign), sign.is_so) for sign in found],
        "is_ready": _is_ready(found),
        "step_characters": NEXT_CHARACTERS,
        "slip": slip,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/adoption/adoption.html", shown, status=status)


def _told(report: Report) -> dict[str, object]:
    """What shadow has shown, in words."""
    currency, exposure = report.charter.currency, report.exposure
    return {
        "since": day(on_the_clock_of_the_house(report.since)),
        "until": "" if report.until is None else day(on_the_clock_of_the_house(report.until)),
        "rows": [row_of(line, report) for line in report.lines],
        "price": amount(report.price, currency),
        "cost": amount(report.cost, currency),
        "within": share_of(report.within, report.would_give),
        "below": share_of(report.below_line, report.would_give),
        "free": share_of(report.free, report.would_give),
        "trust_line": amount(report.charter.trust_line, currency),
        "declined": report.times - report.would_give,
        "worst": amount(exposure.worst, currency),
        "formula": formula(report),
        "likely": "" if exposure.likely is None else likely_words(exposure.likely, currency),
    }


def _places(at: datetime) -> list[Place]:
    """The house and every team, each as it is now."""
    own = {stage.team_id: stage for stage in open_stages()}
    house = own.get(None)
    found = [Place(HOUSE, _("The whole house"), house is not None, _since(house, at))]
    for team in teams():
        stage = own.get(team.pk, house)
        is_shadow = stage is not None and stage.mode == Mode.SHADOW
        found.append(Place(str(team.pk), f"{team.site.name} · {team.name}", is_shadow, _since(stage, at)))
    return found


def _since(stage: Stage | None, at: datetime) -> str:
    return "" if stage is None else day(stage.since.astimezone(at.tzinfo))


def _team(place: str) -> int | None:
    """The team a form names; the house is none, and what is neither is no team at all."""
    return None if place == HOUSE else _number(place)


def _number(typed: str) -> int:
    """A number as it was typed; what is none is below every bound."""
    plain = typed.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= DIGITS else -1


def _fear(at: datetime) -> int | None:
    """The strongest of the three fears of the house, as far as enough people answered."""
    known = [fear.now for fear in fears_of_house(at) if fear.now is not None]
    return max(known, default=None)


def _gap(at: datetime) -> int | None:
    """What leaders declare less what people experience, in the last week that both are known of."""
    found = gap(at)
    both = [
        declared - experienced
        for declared, experienced in zip(found.declared, found.experienced, strict=True)
        if declared is not None and experienced is not None
    ]
    return max(0, both[-1]) if both else None


def _below_line(report: Report | None, at: datetime) -> int | None:
    """The share at or below the trust line: of what was given, or before that of what would have been."""
    given = distribution_of_cost(at=at)
    if given.is_enough:
        return given.below_line * WHOLE // given.decisions
    return report.below_line * WHOLE // report.would_give if report is not None and report.would_give else None


def _is_ready(found: tuple[Sign, ...]) -> bool:
    return all(sign.is_so for sign in found)
