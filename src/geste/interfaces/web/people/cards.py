"""Cards: what everybody carries in their pocket, ten on a sheet of A4, for each role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.charters.selectors import charter_to_show
from geste.interfaces.web.people.roster import is_here_only
from geste.interfaces.web.speech import language, role_words
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.pocket_card import pocket_card
from geste.printing.amounts import printed_amounts
from geste.printing.qr import qr_of

ON_A_SHEET = 10


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the cards of one role, as they are printed."""
    charter = charter_to_show(at=now()).charter
    roles = [role.id for role in charter.roles if role.kind == "agent"]
    picked = next((role for role in (request.GET.get("role"), actor.role) if role in roles), roles[0] if roles else "")
    shown = {
        "card": pocket_card(charter, picked, language(), printed_amounts(charter.currency, language())),
        "qr": qr_of(request.build_absolute_uri(reverse("web:queue"))),
        "copies": range(ON_A_SHEET),
        "roles": [(role, role_words(charter, role)) for role in roles],
        "picked": picked,
        "is_here_only": is_here_only(request),
    }
    return render(request, "web/people/cards.html", shown)
