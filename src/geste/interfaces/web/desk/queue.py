"""Queue: the open cases, newest first."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of, open_cases
from geste.apps.charters.selectors import charter_to_show
from geste.apps.gestures.selectors import gestures_on
from geste.interfaces.web.speech import moment, own
from geste.interfaces.web.visitor import for_agents, now


@dataclass(frozen=True, slots=True)
class Line:
    """One case in the list."""

    case: Case
    opened: str
    gestures: int


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the open cases."""
    cases = open_cases(actor)
    given: dict[int, int] = {}
    for gesture in gestures_on(cases, actor=actor):
        given[gesture.case_id] = given.get(gesture.case_id, 0) + 1
    lines = [Line(case, moment(moment_of(case, case.opened_at)), given.get(case.pk, 0)) for case in cases]
    charter = charter_to_show(at=now()).charter
    purpose = own(charter.purpose)
    return render(request, "web/desk/queue.html", {"lines": lines, "charter": charter, "purpose": purpose})
