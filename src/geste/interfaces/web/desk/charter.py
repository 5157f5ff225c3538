"""Charter: what one may give, in plain sentences. The text in force now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.explain import explain_charter


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the charter, explained."""
    shown = charter_to_show(at=now())
    explained = explain_charter(shown.charter, language())
    return render(request, "web/desk/charter.html", {"explained": explained, "row": shown.row})
