"""Friday: the week on one page, for the own team or the house, and the stories of today, this week and this month."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.people.models import Team
from geste.apps.people.selectors import team_numbered
from geste.apps.practice.digest import digest_for, rhythm, zone_for
from geste.interfaces.web.speech import day as day_words
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.digest import nothing_yet, section_title

HOUSE = "house"
FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the seven days until today."""
    team = _team(request, actor)
    return _page(request, actor, now().astimezone(zone_for(team, now())).date(), is_now=True)


@require_safe
@for_agents
def week(request: HttpRequest, actor: Actor, week: str) -> HttpResponse:
    """Show the seven days that end with one day."""
    try:
        day = date.fromisoformat(week)
    except ValueError as error:
        raise Http404 from error
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise Http404
    return _page(request, actor, day, is_now=False)


def _team(request: HttpRequest, actor: Actor) -> Team | None:
    is_house = request.GET.get("whose", "") == HOUSE or actor.team_id is None
    return None if is_house else team_numbered(actor.team_id or 0)


def _page(request: HttpRequest, actor: Actor, day: date, *, is_now: bool) -> HttpResponse:
    moment, team = now(), _team(request, actor)
    zone = zone_for(team, moment)
    digest = digest_for(day=day, team=team, language=language(), now=moment)
    last, today = digest.week.last, moment.astimezone(zone).date()
    shown = {
        "room": "digest",
        "until": day_words(last),
        "team": team,
        "has_team": actor.team_id is not None,
        "rhythm": rhythm(team=team, language=language(), now=moment) if is_now else None,
        "sections": [
            (each.name, section_title(each.name, language()), each.lines, nothing_yet(each.name, language()))
            for each in digest.sections
        ],
        "before": (last - timedelta(days=7)).isoformat(),
        "after": min(last + timedelta(days=7), today).isoformat() if last < today else "",
        "whose": f"?whose={HOUSE}" if team is None and actor.team_id is not None else "",
    }
    return render(request, "web/practice/digest.html", shown)
