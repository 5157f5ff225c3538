"""Practising: the charter in three parts, situations made from it, and how sure somebody feels. For them alone."""

from collections.abc import Mapping
from datetime import tzinfo
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.audit.pledge import exceptions
from geste.apps.base.actor import Actor
from geste.apps.training.refusals import TrainingRefused
from geste.apps.training.selectors import Part, Practice, Readiness, Tried, practice_of
from geste.apps.training.services.say_to_situation import STEPS, say_to_situation, say_trust
from geste.core.charter.syntax import Charter
from geste.core.money import parse_amount
from geste.interfaces.web.desk.receipt import asserted
from geste.interfaces.web.speech import amount, gesture_words, language, own, role_words, say
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.one_page import Block, one_page


class Situation(NamedTuple):
    """One situation as it is read: what is known, what somebody thinks of, and what was said to it before."""

    id: str
    facts: tuple[tuple[str, str], ...]
    thinks_of: str
    said: str


class Feedback(NamedTuple):
    """What the charter says to a situation, beside what was said."""

    is_right: bool
    said: str
    answer: str
    reasons: tuple[str, ...]
    instead: tuple[str, ...]


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what there is to practise."""
    return _page(request, actor)


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep what is said to a situation, and show what the charter says."""
    typed = request.POST
    try:
        tried = say_to_situation(actor=actor, scenario=typed.get("scenario", ""), said=typed.get("said", ""), now=now())
    except TrainingRefused as refused:
        return _page(request, actor, problem=_refusal(refused))
    return _page(request, actor, answered=tried)


@require_POST
@for_agents
def trust(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep how sure somebody feels."""
    try:
        for part in Part:
            step = request.POST.get(part.value, "")
            if step:
                say_trust(actor=actor, part=part.value, step=int(step) if step in map(str, STEPS) else 0, now=now())
    except TrainingRefused as refused:
        return _page(request, actor, problem=_refusal(refused))
    messages.success(request, _("Kept, for you alone."))
    return redirect("web:mine-practice")


def readiness_words(readiness: Readiness) -> str:
    """Return how ready somebody is. It opens and closes nothing."""
    return {
        Readiness.NOT_BEGUN: _("Not begun yet"),
        Readiness.UNDER_WAY: _("Under way"),
        Readiness.READY: _("Ready, by what they say and how they judge"),
    }[readiness]


def _page(request: HttpRequest, actor: Actor, *, answered: Tried | None = None, problem: str = "") -> HttpResponse:
    at = now()
    practice = practice_of(actor, now=at)
    charter, zone = practice.in_force.charter, at.tzinfo
    waiting = [one for one in practice.tried if one.said is None]
    page = one_page(charter, language(), lambda minor: amount(minor, charter.currency))
    shown = {
        "room": "mine-practice",
        "problem": problem,
        "charter": charter,
        "purpose": own(charter.purpose),
        "guidelines": [item.text for item in page.guidelines.items],
        "cap": amount(charter.cap_of(actor.role)[1], charter.currency),
        "trust_line": amount(charter.trust_line, charter.currency),
        "role": role_words(charter, actor.role),
        "gestures": [(row.name, ", ".join(row.up_to), row.note) for row in page.rows],
        "blocks": [_lines(block) for block in page.blocks],
        "exceptions": exceptions(language()),
        "next": _situation(waiting[0], charter, zone) if waiting else None,
        "left": len(waiting),
        "tried": [
            (_situation(one, charter, zone), _feedback(one, charter)) for one in practice.tried if one.said is not None
        ],
        "answered": None if answered is None else (_situation(answered, charter, zone), _feedback(answered, charter)),
        "choices": [(word, _answer_words(word)) for word in ("within", "beyond", "unknown", "forbidden")],
        "parts": [(part.value, _part_words(part), practice.trust.get(part, 0)) for part in Part],
        "steps": [(step, _step_words(step)) for step in STEPS],
        "readiness": _own_readiness(practice),
    }
    return render(
        request, "web/mine/practice.html", shown, status=HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    )


def _lines(block: Block) -> tuple[str, list[tuple[str, str]]]:
    return block.heading, [(item.text, item.detail) for item in block.items]


def _situation(tried: Tried, charter: Charter, zone: tzinfo | None) -> Situation:
    scenario = tried.scenario
    facts = tuple((it.label, it.value) for it in asserted(charter, _worth_saying(scenario.facts, charter), zone))
    name = gesture_words(charter, scenario.gesture)
    asked = "" if scenario.amount is None else scenario.amount
    thinks_of = f"{name}, {amount(parse_amount(asked, charter.currency), charter.currency)}" if asked else name
    return Situation(scenario.id, facts, thinks_of, "" if tried.said is None else _answer_words(tried.said))


def _feedback(tried: Tried, charter: Charter) -> Feedback:
    decision = tried.scenario.decision
    crossed = {reason.value("red_line") for reason in decision.reasons if reason.code == "red_line.crossed"}
    return Feedback(
        is_right=tried.is_as_the_charter_says,
        said=_answer_words(tried.said or ""),
        answer=_answer_words(tried.scenario.answer),
        reasons=tuple(dict.fromkeys(say(reason, charter) for reason in decision.reasons)),
        instead=tuple(own(line.help) for line in charter.red_lines if line.id in crossed and line.help is not None),
    )


def _worth_saying(facts: Mapping[str, object], charter: Charter) -> dict[str, object]:
    """The facts without those that are assumed anyway: nobody says that nothing else went wrong."""
    kept: dict[str, object] = {}
    for path, declared in charter.vocabulary.facts.items():
        group, _dot, name = path.rpartition(".")
        inside = facts.get(group)
        value = inside.get(name) if isinstance(inside, Mapping) else None
        if value is None or value == declared.assumed:
            continue
        kept[group] = {**_group(kept, group), name: value}
    return kept


def _group(kept: Mapping[str, object], group: str) -> Mapping[str, object]:
    inside = kept.get(group, {})
    return inside if isinstance(inside, Mapping) else {}


def _answer_words(authority: str) -> str:
    return {
        "within": _("Do it now: the charter covers it"),
        "beyond": _("Not covered: act first in good faith, or ask within minutes"),
        "unknown": _("Find out something first, and then decide"),
        "forbidden": _("Not this: it is a red line, so do what it says instead"),
    }[authority]


def _part_words(part: Part) -> str:
    return {
        Part.WHAT_IT_IS: _("I know what our charter is for"),
        Part.HOW_TO_USE_IT: _("I would use it with a customer before me"),
        Part.HOW_WE_CELEBRATE: _("I know that I am backed, and how we celebrate it"),
    }[part]


def _step_words(step: int) -> str:
    return {
        1: _("not yet"),
        2: _("hardly"),
        3: _("half"),
        4: _("nearly"),
        5: _("yes"),
    }[step]


def _own_readiness(practice: Practice) -> str:
    return {
        Readiness.NOT_BEGUN: _("You have not begun. That stops nothing: what you may give is yours already."),
        Readiness.UNDER_WAY: _("You are under way. What you may give does not wait for it."),
        Readiness.READY: _("You feel sure, and you judge as the charter does."),
    }[practice.readiness]


def _refusal(refused: TrainingRefused) -> str:
    return {
        "situation.gone": _("The charter has changed meanwhile, and this situation with it. Here are the new ones."),
        "situation.nothing_picked": _("Pick what you would do."),
        "trust.no_step": _("Pick one of the five for each line."),
    }[refused.code]
