"""Room: how somebody uses their room to act, told to them in words first and with every case it rests on."""

from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of
from geste.apps.people.selectors import in_line, on_the_clock_of, site_of
from geste.apps.portraits.refusals import PortraitRefused
from geste.apps.portraits.room import OwnRoom, own_room
from geste.apps.portraits.selectors import coaches_to_ask, consents_given
from geste.apps.portraits.services.give_consent import end_consent, give_consent
from geste.apps.portraits.services.note_own_look import note_own_look
from geste.core.portrait.comparables import LEAST_PEOPLE
from geste.core.portrait.pattern import LEAST
from geste.core.portrait.view import Measure, View
from geste.interfaces.web.mine.words import in_a_hundred, refusal
from geste.interfaces.web.speech import day, language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.catalogue import sentence
from geste.phrases.portrait import (
    say_apart,
    say_difficulty,
    say_evidence,
    say_level,
    say_measure,
    say_set_aside,
    say_view,
)

PATTERNS = ("not_used", "sparing", "steady", "experimenting", "reckless")
NUMBER_CHARACTERS = 18


class CaseLine(NamedTuple):
    """One of one's own cases: where it stands, whose it was, when, and what made it hard."""

    reference: str
    customer: str
    when: str
    level: str
    hard: tuple[str, ...]


class Side(NamedTuple):
    """Cases under one heading."""

    heading: str
    cases: list[CaseLine]


class EvidenceLine(NamedTuple):
    """What a call rests on, from both sides."""

    heading: str
    sides: list[Side]


class MeasureLine(NamedTuple):
    """One count in words: so many of so many, between which bounds, and what others would come to."""

    name: str
    cases: int
    of: int
    low: str
    high: str
    others: str


class ViewLine(NamedTuple):
    """What one set of cases says."""

    level: str
    pattern: str
    means: tuple[str, ...]
    confidence: str
    opportunities: int
    measures: list[MeasureLine]
    evidence: list[EvidenceLine]
    handed_over: list[CaseLine]


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show somebody how they use their room, and keep that they have seen it."""
    at = now()
    note_own_look(actor=actor, now=at)
    return _page(request, actor)


@require_POST
@for_agents
def consent(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Let a coach see."""
    number = request.POST.get("coach", "")
    if not (number.isascii() and number.isdecimal() and len(number) <= NUMBER_CHARACTERS):
        raise BadRequest
    try:
        given = give_consent(actor=actor, coach_id=int(number), now=now())
    except PortraitRefused as refused:
        return _page(request, actor, refusal(refused))
    messages.success(
        request, _("%(name)s may see it in words now. You read here each time they look.") % {"name": given.coach}
    )
    return redirect("web:mine-room")


@require_POST
@for_agents
def end(request: HttpRequest, actor: Actor, consent_id: int) -> HttpResponse:
    """Let a coach see nothing any more."""
    end_consent(actor=actor, consent_id=consent_id, now=now())
    messages.success(request, _("Ended. From now on they see nothing."))
    return redirect("web:mine-room")


def _page(request: HttpRequest, actor: Actor, problem: str = "") -> HttpResponse:
    told = own_room(actor, now=now())
    portrait = told.portrait
    shown = {
        "room": "mine-room",
        "problem": problem,
        "since": day(on_the_clock_of(site_of(actor), told.since).date()),
        "overall": _view(portrait.overall, told),
        "apart": [
            (say_apart(view.difficulty, language()), _view(view, told)) for view in portrait.named if view.difficulty
        ],
        "levels": [_view(view, told) for view in portrait.by_difficulty],
        "least": LEAST,
        "least_people": LEAST_PEOPLE,
        "set_aside": [
            Side(say_set_aside(why, language()), _lines(cases, told))
            for why, cases in (
                ("not_a_choice", portrait.set_aside.not_a_choice),
                ("not_comparable", portrait.set_aside.not_comparable),
            )
            if cases
        ],
        "not_noted": _lines(told.not_noted, told),
        "patterns": [
            (sentence(f"pattern.{pattern}", language()), sentence(f"pattern.{pattern}.when", language()))
            for pattern in PATTERNS
        ],
        "coaches": [(coach.pk, coach.display_name, in_line(actor, coach.pk)) for coach in coaches_to_ask(actor)],
        "consents": [(it.pk, it.coach.display_name, day(it.given_at.date())) for it in consents_given(actor)],
    }
    return render(request, "web/mine/room.html", shown)


def _view(view: View, told: OwnRoom) -> ViewLine:
    pattern, *means = say_view(view, language())
    return ViewLine(
        level=say_level(view.difficulty, language()),
        pattern=pattern,
        means=tuple(means),
        confidence="" if view.confidence is None else sentence(f"confidence.{view.confidence}", language()),
        opportunities=view.opportunities,
        measures=[_measure(measure) for measure in view.measures if measure.of],
        evidence=[
            EvidenceLine(
                say_evidence(evidence.code, language()),
                [
                    Side(say_evidence(side, language()), _lines(cases, told))
                    for side, cases in (
                        ("speaking_for", evidence.speaking_for),
                        ("speaking_against", evidence.speaking_against),
                    )
                ],
            )
            for evidence in view.evidence
        ],
        handed_over=_lines(view.handed_over, told),
    )


def _measure(measure: Measure) -> MeasureLine:
    return MeasureLine(
        say_measure(measure.name, language()),
        measure.cases,
        measure.of,
        in_a_hundred(measure.own.low),
        in_a_hundred(measure.own.high),
        in_a_hundred(measure.others),
    )


def _lines(cases: tuple[str, ...], told: OwnRoom) -> list[CaseLine]:
    return [_line(told.cases[case], told) for case in reversed(cases)]


def _line(case: Case, told: OwnRoom) -> CaseLine:
    hard = told.hard.get(str(case.pk))
    return CaseLine(
        case.reference,
        case.customer_label or case.reference,
        day(moment_of(case, case.opened_at).date()),
        "" if hard is None else say_level(hard.level, language()),
        () if hard is None else tuple(say_difficulty(reason, language()) for reason in hard.reasons),
    )
