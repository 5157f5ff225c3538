"""Sending: a word to whoever decided, and an apology for one that hurt."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.gestures.feedback import decision_numbered
from geste.apps.reviews.guarding import ThinkAgain
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.services.react import react
from geste.apps.reviews.services.repair_comment import MadeGood, repair_comment
from geste.apps.reviews.wording import Wording
from geste.core.guards.remark import COMMENT
from geste.interfaces.web.floor.page import Slip, Thought, floor
from geste.interfaces.web.floor.words import Again, again, slip_words
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents, now


def wording_in(request: HttpRequest) -> Wording:
    """Return the words of a form, or those that were offered instead and taken, and what was remarked on before."""
    return Wording(
        words=request.POST.get("instead") or request.POST.get("words", ""),
        language=language(),
        offered=frozenset(request.POST.get("offered", "").split()) & frozenset(COMMENT),
        is_meant="meant" in request.POST,
    )


@require_POST
@for_agents
def send(request: HttpRequest, actor: Actor, decision_id: int) -> HttpResponse:
    """Send a word, or show first what is worth a second thought in it."""
    wording = wording_in(request)
    try:
        react(actor=actor, decision_id=decision_id, wording=wording, now=now())
    except ThinkAgain as thought:
        decision, worth = decision_numbered(actor, decision_id), again(wording, thought.remarks)
        return floor(request, actor, thought=Thought(decision, wording.words, worth))
    except ReviewRefused as refused:
        remarked = Again(offered=" ".join(sorted(wording.offered)))
        typed = Thought(decision_numbered(actor, decision_id), wording.words, remarked)
        return floor(request, actor, thought=typed, slip=Slip(decision_id, slip_words(refused.code), {}))
    messages.success(request, _("Sent. It reaches whoever decided."))
    return redirect("web:floor")


@require_POST
@for_agents
def repair(request: HttpRequest, actor: Actor, flag: int) -> HttpResponse:
    """Put a word right."""
    typed = {name: request.POST.get(name, "") for name in ("apology", "restated")}
    try:
        repair_comment(actor=actor, flag_id=flag, made_good=MadeGood(**typed), now=now())
    except ReviewRefused as refused:
        return floor(request, actor, slip=Slip(flag, slip_words(refused.code), typed))
    messages.success(request, _("Put right. Whoever was hurt reads it."))
    return redirect("web:floor")
