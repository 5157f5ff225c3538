"""Needs: what somebody needs and what would have prevented it; where each stands, and what waits for an answer."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.practice.contributions import (
    Standing,
    answer_days,
    answered_lately,
    contribution_numbered,
    contributions_to_answer,
    own_contributions,
)
from geste.apps.practice.models import About, Fate
from geste.apps.practice.models.contribution import LINE_CHARACTERS, NEEDS
from geste.apps.practice.policies import may_set_answer_days
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute, set_answer_days
from geste.interfaces.web.practice.words import about_words, fates, number_in, slip_words, status_words
from geste.interfaces.web.speech import day
from geste.interfaces.web.visitor import for_agents, now


class NeedLine(NamedTuple):
    """One contribution as a page tells it."""

    number: int
    about: str
    words: str
    by: str
    when: str
    status: str
    is_late: bool
    reference: str
    steps: list[tuple[str, str, str]]


class Slip(NamedTuple):
    """What could not be kept: of which contribution, or of none, why, and what was typed."""

    words: str = ""
    number: int | None = None
    typed: Mapping[str, str] = {}


NO_SLIP = Slip()


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show one's own, and to whoever answers what waits for them."""
    return _page(request, actor)


@require_POST
@for_agents
def ask(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say what one needs."""
    typed = request.POST.dict()
    if typed.get("about", "") not in list(About):
        return _page(request, actor, Slip(_("Say what it is: a tool, information or room to act."), None, typed))
    try:
        contribute(actor=actor, about=About(typed["about"]), words=typed.get("words", ""), now=now())
    except PracticeRefused as refused:
        return _page(request, actor, Slip(slip_words(refused), None, typed))
    messages.success(request, _("Kept. It is answered by a day, and you see what becomes of it."))
    return redirect("web:needs")


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor, contribution: int) -> HttpResponse:
    """Answer a contribution."""
    typed = request.POST.dict()
    found = contribution_numbered(contribution)
    if typed.get("fate", "") not in list(Fate):
        return _page(request, actor, Slip(_("Say what becomes of it."), contribution, typed))
    try:
        told = Answer(fate=Fate(typed["fate"]), words=typed.get("words", ""), until=_day(typed.get("until", "")))
    except ValueError:
        return _page(request, actor, Slip(_("That is no day. Pick one from the calendar."), contribution, typed))
    try:
        answer_contribution(actor=actor, contribution=found, answer=told, now=now())
    except PracticeRefused as refused:
        return _page(request, actor, Slip(slip_words(refused), contribution, typed))
    messages.success(request, _("Answered. Whoever asked reads it."))
    return redirect("web:needs")


@require_POST
@for_agents
def promise(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say within how many days the house answers."""
    days = number_in(request.POST.get("days", ""))
    try:
        set_answer_days(actor=actor, days=days or 0, now=now())
    except PracticeRefused as refused:
        return _page(request, actor, Slip(slip_words(refused), None, request.POST.dict()))
    messages.success(request, _("Kept. What was promised before keeps its day."))
    return redirect("web:needs")


def waiting_lines(actor: Actor) -> list[NeedLine]:
    """Return what waits for an answer of this actor, what is due first before the rest: for the floor, too."""
    return [need_line(standing) for standing in contributions_to_answer(actor, now=now())]


def need_line(standing: Standing) -> NeedLine:
    """Return one contribution in words."""
    told = standing.contribution
    return NeedLine(
        number=told.pk,
        about=about_words(told.about),
        words=told.words,
        by=told.said_by.display_name,
        when=day(told.said_at),
        status=status_words(standing),
        is_late=standing.is_late,
        reference="" if told.case is None else told.case.reference,
        steps=[(step.said_by.display_name, day(step.said_at), step.words) for step in standing.steps],
    )


def _day(typed: str) -> date | None:
    return date.fromisoformat(typed) if typed else None


def _page(request: HttpRequest, actor: Actor, slip: Slip = NO_SLIP) -> HttpResponse:
    moment = now()
    shown = {
        "room": "needs",
        "own": [need_line(standing) for standing in own_contributions(actor, now=moment)],
        "waiting": waiting_lines(actor),
        "team": [need_line(standing) for standing in answered_lately(actor, now=moment)],
        "abouts": [(each.value, about_words(each)) for each in NEEDS],
        "prevented": [(each.value, about_words(each)) for each in (About.SERVICE, About.SALES)],
        "fates": fates(),
        "days": answer_days(),
        "may_promise": may_set_answer_days(actor).allowed,
        "today": moment.date().isoformat(),
        "sent": slip,
        "characters": LINE_CHARACTERS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip.words else HTTPStatus.OK
    return render(request, "web/practice/needs.html", shown, status=status)
