"""Interrupted: how often whoever leads was called upon, the minutes given back, and the three numbers together."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.hops.interruptions import Week, interruptions
from geste.apps.hops.policies import may_see_floor
from geste.apps.hops.selectors import time_to_answer
from geste.apps.refusals.three import Period, Three, three_numbers
from geste.interfaces.web.noes.words import move_words, verdict_words
from geste.interfaces.web.speech import hour as clock
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.measures import say_day, say_duration

MINUTE = 60
WHOLE = 100


@dataclass(frozen=True, slots=True)
class WeekLine:
    """One week: from which Monday, how many calls, how long, and how wide its bar is."""

    monday: str
    cases: int
    minutes: int
    untimed: int
    percent: int


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the weeks since the charter began."""
    require(may_see_floor(actor))
    at = now()
    found, hops = interruptions(at=at), time_to_answer(at=at)
    three = three_numbers(actor, at=at)
    most = max((week.cases for week in found.weeks), default=0)
    shown = {
        "this_week": found.weeks[-1].cases if found.weeks else 0,
        "weeks": [_line(week, most) for week in reversed(found.weeks)],
        "hours": [(clock(at.replace(hour=number, minute=0)), times) for number, times in found.hours],
        "given_back": _given_back(found.given_back_seconds),
        "baseline_minutes": None if found.baseline_seconds is None else found.baseline_seconds // MINUTE,
        "answered": None if hops is None else say_duration(timedelta(seconds=hops.median_seconds), language()),
        "hops": hops,
        "three": three_lines(three),
        "verdict": verdict_words(three.verdict),
        "is_win": three.verdict == "win",
    }
    return render(request, "web/noes/interruptions.html", shown)


def _line(week: Week, most: int) -> WeekLine:
    return WeekLine(
        say_day(week.monday, language()),
        week.cases,
        week.seconds // MINUTE,
        week.untimed,
        week.cases * WHOLE // most if most else 0,
    )


def _given_back(seconds: int | None) -> str:
    if seconds is None:
        return ""
    minutes = abs(seconds) // MINUTE
    if seconds >= 0:
        return ngettext("%(minutes)s minute given back", "%(minutes)s minutes given back", minutes) % {
            "minutes": minutes
        }
    return ngettext("%(minutes)s minute more taken", "%(minutes)s minutes more taken", minutes) % {"minutes": minutes}


def three_lines(three: Three) -> list[tuple[str, str, str, str]]:
    """Return each of the three: what it is, before, now, and how it moved. They are never added up."""
    before, after = three.before, three.now
    return [
        (_("Problems that reached the owner"), *_of_cases(before, after, "reached"), move_words(three.owner)),
        (_("Customers who came back within a week"), *_of_cases(before, after, "back"), move_words(three.customer)),
        (_("Customers who said they were satisfied"), _heard(before), _heard(after), move_words(three.customer)),
        (_("“I wished I could…”"), *_of_cases(before, after, "wishes"), move_words(three.people)),
    ]


def _of_cases(before: Period, after: Period, name: str) -> tuple[str, str]:
    first, second = (
        _("%(part)s on %(whole)s cases") % {"part": getattr(period, name), "whole": period.cases}
        for period in (before, after)
    )
    return first, second


def _heard(period: Period) -> str:
    return _("%(part)s of %(whole)s heard") % {"part": period.satisfied, "whole": period.heard}
