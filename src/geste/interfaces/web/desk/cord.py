"""Cord: help called from any case with one tap, and the line that tells everybody at the site until somebody comes."""

from http import HTTPStatus

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Step
from geste.apps.cases.selectors import case_called
from geste.apps.cases.services.call_help import answer_help, call_help
from geste.interfaces.web.visitor import for_agents, now


@require_POST
@for_agents
def pull(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Call help, or say what became of it."""
    case = case_called(actor, reference)
    step = request.POST.get("step", "")
    if step not in list(Step):
        raise BadRequest
    if step == Step.CALLED:
        call_help(actor=actor, case=case, now=now())
    else:
        answer_help(actor=actor, case=case, step=Step(step), now=now())
    return redirect("web:case", reference=reference)


@require_safe
def line(request: HttpRequest) -> HttpResponse:
    """Show who calls for help. Whoever is not signed in hears nothing, and keeps the page they are on."""
    if not request.user.is_authenticated:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return render(request, "web/_help.html")
