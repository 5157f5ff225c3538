"""Frictions: what comes again and is ours to mend: unclear words, gaps at the start, rules people wish away."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.selectors import NoCharterInForce, charter_to_show
from geste.apps.frictions.models import ITEM_CHARACTERS
from geste.apps.frictions.policies import may_change_checklist, may_see_frictions
from geste.apps.frictions.refusals import FrictionRefused
from geste.apps.frictions.register import SAME_GAP, SAME_MISUNDERSTANDINGS, Clarity, Intake, frictions
from geste.apps.frictions.selectors import checklist
from geste.apps.frictions.services.change_checklist import put_on_checklist, take_off_checklist
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import TOUCHPOINT
from geste.core.money import currency_of
from geste.interfaces.web.noes.counted import about_words
from geste.interfaces.web.noes.words import friction_words
from geste.interfaces.web.speech import amount, language, own, word
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.measures import say_day

MOST_DAYS = 5


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """One gap in words: how often, what was given because of it, and the question that is asked, or could be."""

    gap: int
    name: str
    times: int
    given: str
    asked: str
    item: int


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the frictions of a quarter, and what is asked at the start."""
    require(may_see_frictions(actor))
    return _page(request, actor)


@require_POST
@for_agents
def put(request: HttpRequest, actor: Actor, gap: int) -> HttpResponse:
    """Ask about a gap at the start from now on."""
    try:
        put_on_checklist(actor=actor, gap_id=gap, words=request.POST.get("words", ""), now=now())
    except FrictionRefused as refused:
        return _page(request, actor, slip=friction_words(refused.code), gap=gap)
    messages.success(request, _("Asked at the start from now on."))
    return redirect("web:frictions")


@require_POST
@for_agents
def take_off(request: HttpRequest, actor: Actor, asked: int) -> HttpResponse:
    """Ask about it no longer."""
    take_off_checklist(actor=actor, item_id=asked, now=now())
    messages.success(request, _("No longer asked at the start."))
    return redirect("web:frictions")


def _page(request: HttpRequest, actor: Actor, *, slip: str = "", gap: int = 0) -> HttpResponse:
    at = now()
    found, charter = frictions(actor, at=at), _charter()
    shown = {
        "clarity": [(_about(one, charter), one.times, _days(one)) for one in found.clarity],
        "intake": [_line(one) for one in found.intake],
        "powerless": [(about_words(one, charter), one.wishes) for one in found.powerless],
        "checklist": checklist(),
        "may_change": may_change_checklist(actor).allowed,
        "same_misunderstandings": SAME_MISUNDERSTANDINGS,
        "same_gap": SAME_GAP,
        "characters": ITEM_CHARACTERS,
        "slip": slip,
        "slipped": gap,
        "typed": request.POST.get("words", ""),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/noes/frictions.html", shown, status=status)


def _charter() -> Charter | None:
    try:
        return charter_to_show(at=now()).charter
    except NoCharterInForce:
        return None


def _about(one: Clarity, charter: Charter | None) -> str:
    """Where it happens, and what it is about."""
    matter = word(one.matter, is_built_in=True) if one.matter else ""
    return " · ".join(part for part in (_where(one.touchpoint, charter), matter) if part)


def _where(touchpoint: str, charter: Charter | None) -> str:
    declared = None if charter is None else charter.vocabulary.facts.get(TOUCHPOINT)
    label = None if declared is None else declared.word_label(touchpoint)
    return word(touchpoint) if label is None else own(label)


def _days(one: Clarity) -> str:
    return ", ".join(say_day(day, language()) for day in sorted(set(one.days), reverse=True)[:MOST_DAYS])


def _line(one: Intake) -> IntakeLine:
    known = [(currency_of(code), minor) for code, minor in one.given]
    given = ", ".join(amount(minor, currency) for currency, minor in known if currency is not None and minor)
    asked, item = ("", 0) if one.asked is None else (one.asked.words, one.asked.pk)
    return IntakeLine(one.gap_id, one.name, one.times, given, asked, item)
