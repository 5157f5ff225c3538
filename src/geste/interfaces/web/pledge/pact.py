"""Pact: two columns, what leaders promise and what each person promises, with what shows that it is kept."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.pledges.crowd import ENOUGH
from geste.apps.pledges.pact import Clause, Side, pact, self_dealing
from geste.apps.pledges.selectors import has_signed_pact, pact_signed_by, standing_pledge
from geste.apps.pledges.services.sign_pact import sign_pact
from geste.interfaces.web.pledge.words import promise_words
from geste.interfaces.web.visitor import for_agents, now

LOOKED_BACK = timedelta(days=91)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show both sides."""
    at = now()
    clauses = pact(at - LOOKED_BACK, at)
    signed, people = pact_signed_by()
    dealing = self_dealing(at - LOOKED_BACK, at)
    shown = {
        "room": "pledge-pact",
        "leaders": [_told(clause) for clause in clauses if clause.side is Side.LEADERS],
        "everybody": [_told(clause) for clause in clauses if clause.side is Side.EVERYBODY],
        "signers": ", ".join(it.signed_by.display_name for it in standing_pledge().signatures),
        "signed": signed if people >= ENOUGH else None,
        "everybody_here": people,
        "has_signed": has_signed_pact(actor),
        "dealing": dealing if people >= ENOUGH else None,
        "enough": ENOUGH,
    }
    return render(request, "web/pledge/pact.html", shown)


@require_POST
@for_agents
def sign(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Promise one's own side."""
    sign_pact(actor=actor, now=now())
    messages.success(request, _("Your side is promised. Nobody else sees that it was you."))
    return redirect("web:pledge-pact")


def _told(clause: Clause) -> dict[str, object]:
    said = {
        "trust": _("What the charter gives is given at once, without anybody’s leave."),
        "honoured": _("Whoever acts first in good faith is honoured: nobody takes it back from the customer."),
        "answers": _("Who reports a broken promise is answered within seven days."),
        "use": _("I decide for the customer as if the house were mine, and keep to the red lines."),
        "no_gift_to_self": _("I give nothing to myself or my family."),
        "record": _("I write down what is true, also when it does not flatter me."),
        "share": _("I share what works with the others."),
    }
    words = said.get(clause.name) or promise_words(clause.name)
    return {"words": words, "kept": clause.kept, "not_kept": clause.not_kept}
