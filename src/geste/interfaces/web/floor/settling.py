"""Settling: one thing done first. What the charter should say is asked first; then what would help the person."""

import uuid
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.afterwards import SettleRefused
from geste.apps.gestures.models import Booked
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.reviews.guarding import ThinkAgain
from geste.apps.reviews.models import Conclusion
from geste.apps.reviews.policies import may_conclude, may_react
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import has_reaction
from geste.apps.reviews.services.answer_conclusion import note_conclusion_read
from geste.apps.reviews.services.conclude import Concluding
from geste.apps.reviews.services.conclude import conclude as conclude_it
from geste.apps.reviews.settling import (
    conclusion_on,
    conclusions_open,
    gesture_looked_at,
    line_proposed,
    may_look,
)
from geste.apps.reviews.strata import Interest
from geste.core.reviews.verdicts import Settled
from geste.interfaces.web.desk.give import refusal_words
from geste.interfaces.web.floor.known import known_of
from geste.interfaces.web.floor.lines import line_shown
from geste.interfaces.web.floor.sending import wording_in
from geste.interfaces.web.floor.words import (
    booked_words,
    first_words,
    offers,
    settled_words,
    slip_words,
)
from geste.interfaces.web.speech import language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.remarks import Offer


class Written(NamedTuple):
    """What was typed and has not been kept, and why."""

    charter_should_say: str = ""
    would_help: str = ""
    verdict: str = ""
    booked: str = Booked.BY_CHARTER.value
    slip: str = ""
    offers: tuple[Offer, ...] = ()
    offered: str = ""


NOTHING = Written()


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, settling: int) -> HttpResponse:
    """Show something done first to whoever may settle it, and what was said to whoever has."""
    return _page(request, actor, settling)


@require_POST
@for_agents
def conclude(request: HttpRequest, actor: Actor, settling: int) -> HttpResponse:
    """Settle it, and say what is learnt."""
    typed = Written(
        charter_should_say=request.POST.get("charter_should_say", ""),
        would_help=request.POST.get("would_help", ""),
        verdict=request.POST.get("verdict", ""),
        booked=request.POST.get("booked", "") or Booked.BY_CHARTER.value,
    )
    try:
        said = _said(request, typed)
    except ValueError:
        return _page(request, actor, settling, typed._replace(slip=_("Choose what you say of it.")))
    try:
        conclude_it(actor=actor, gesture_id=settling, said=said, now=now())
    except ThinkAgain as again:
        offered = said.offered | {str(remark.kind) for remark in again.remarks}
        thought = typed._replace(offers=tuple(offers(again.remarks)), offered=" ".join(sorted(offered)))
        return _page(request, actor, settling, thought)
    except (ReviewRefused, SettleRefused) as refused:
        return _page(request, actor, settling, typed._replace(slip=slip_words(refused.code)))
    except ProposalRefused as refused:
        return _page(request, actor, settling, typed._replace(slip=refusal_words(refused.code)))
    messages.success(request, _("Settled. The customer keeps everything."))
    return redirect("web:floor-settle", settling=settling)


@require_POST
@for_agents
def read(request: HttpRequest, actor: Actor, conclusion: int) -> HttpResponse:
    """Keep that an answer was read."""
    note_conclusion_read(actor=actor, conclusion_id=conclusion, now=now())
    return redirect("web:floor")


def _said(request: HttpRequest, typed: Written) -> Concluding:
    """What a form concludes.

    Raises:
        ValueError: it says nothing of it, or something else than may be said.
    """
    wording = wording_in(request)
    return Concluding(
        key=request.POST.get("key", ""),
        charter_should_say=typed.charter_should_say,
        would_help=typed.would_help,
        verdict=Settled(typed.verdict),
        booked=Booked(typed.booked),
        language=language(),
        offered=wording.offered,
        is_meant=wording.is_meant,
    )


def _page(request: HttpRequest, actor: Actor, number: int, written: Written = NOTHING) -> HttpResponse:
    gesture = gesture_looked_at(actor, number)
    decision, conclusion = gesture.decision, conclusion_on(gesture)
    if not may_look(actor, gesture):
        require(may_conclude(actor, decision))
    is_open = not hasattr(gesture, "settlement")
    waits = conclusion is not None and not has_reaction(decision)
    shown = {
        "gesture": gesture,
        "known": known_of(decision),
        "is_open": is_open,
        "verdicts": [(each.value, settled_words(each)) for each in conclusions_open(gesture)] if is_open else (),
        "ways": [(each.value, booked_words(each)) for each in Booked],
        "conclusion": conclusion,
        "answer": getattr(conclusion, "answer", None),
        "verdict": _verdict(conclusion),
        "line": None if conclusion is None else line_shown(line_proposed(conclusion), actor),
        "first_word": first_words(Interest.ACT_FIRST) if waits and may_react(actor, decision).allowed else "",
        "waits_for_a_word": waits,
        "key": request.POST.get("key", "") or uuid.uuid4().hex,
        "written": written,
    }
    return render(request, "web/floor/settle.html", shown)


def _verdict(conclusion: Conclusion | None) -> str:
    return "" if conclusion is None else settled_words(Settled(conclusion.verdict))
