"""Drawing: somebody wants to look at one decision again, and says why to whoever made it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.reviews.policies import may_look_again
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import decisions_to_draw
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.interfaces.web.floor.words import about, slip_words
from geste.interfaces.web.visitor import for_agents, now

ABOUT_CHARACTERS = 80


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the decisions of a case, or the one of a receipt, to choose one from."""
    return _page(request, actor, request.GET.get("about", ""))


@require_POST
@for_agents
def draw(request: HttpRequest, actor: Actor, decision_id: int) -> HttpResponse:
    """Draw one, for a reason."""
    reason = request.POST.get("reason", "")
    try:
        sample = draw_for_reason(actor=actor, decision_id=decision_id, reason=reason, now=now())
    except ReviewRefused as refused:
        slip = (decision_id, slip_words(refused.code), reason)
        return _page(request, actor, request.POST.get("about", ""), slip=slip)
    messages.success(request, _("Drawn. Whoever decided reads why."))
    return redirect("web:floor-review", sample=sample.pk)


def _page(request: HttpRequest, actor: Actor, sought: str, slip: tuple[int, str, str] | None = None) -> HttpResponse:
    require(may_look_again(actor))
    sought = sought.strip()[:ABOUT_CHARACTERS]
    found = decisions_to_draw(actor, sought) if sought else []
    shown = {"about": sought, "found": [(each.pk, about(each)) for each in found], "slip": slip}
    return render(request, "web/floor/draw.html", shown)
