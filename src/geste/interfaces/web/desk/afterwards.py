"""Afterwards: what was unclear at the start, and that it hurt: a line each, by whoever gave it, on its receipt."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geste.apps.base.actor import Actor
from geste.apps.frictions.models import GAP_CHARACTERS, HURT_CHARACTERS
from geste.apps.frictions.policies import may_note_hurt
from geste.apps.frictions.refusals import FrictionRefused
from geste.apps.frictions.selectors import gaps_named, hurt_of, unclear_at
from geste.apps.frictions.services.note_hurt import note_hurt
from geste.apps.frictions.services.note_unclear import note_unclear
from geste.apps.gestures.models import Gesture
from geste.interfaces.web.noes.words import friction_words
from geste.interfaces.web.visitor import for_agents, now


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterGiving:
    """What whoever gave something has said of it, and what they may still say."""

    number: int
    unclear: str
    hurt: str
    gaps: tuple[str, ...]
    gap_characters: int = GAP_CHARACTERS
    hurt_characters: int = HURT_CHARACTERS


def after_giving(gesture: Gesture, actor: Actor) -> AfterGiving | None:
    """Return it for whoever gave the gesture; for nobody else."""
    if not may_note_hurt(actor, gesture).allowed:
        return None
    unclear, hurt = unclear_at(gesture), hurt_of(gesture)
    return AfterGiving(
        number=gesture.pk,
        unclear="" if unclear is None else unclear.gap.name,
        hurt="" if hurt is None else hurt.words,
        gaps=tuple(gap.name for gap in gaps_named()) if unclear is None else (),
    )


@require_POST
@for_agents
def unclear(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Keep what was unclear at the start."""
    try:
        note_unclear(actor=actor, gesture_id=gesture_id, gap=request.POST.get("gap", ""), now=now())
    except FrictionRefused as refused:
        messages.error(request, friction_words(refused.code))
    else:
        messages.success(request, _("Kept. Three of a kind, and the start has to change."))
    return redirect("web:receipt", gesture_id=gesture_id)


@require_POST
@for_agents
def hurt(request: HttpRequest, actor: Actor, gesture_id: int) -> HttpResponse:
    """Keep that it hurt."""
    try:
        note_hurt(actor=actor, gesture_id=gesture_id, words=request.POST.get("words", ""), now=now())
    except FrictionRefused as refused:
        messages.error(request, friction_words(refused.code))
    else:
        messages.success(request, _("Kept. Your decision stands, and so does the pledge."))
    return redirect("web:receipt", gesture_id=gesture_id)
