"""Beside a decision: cases like this one, a colleague to ask, and passing on what helped. Loaded after the verdicts."""

from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_called, moment_of
from geste.apps.charters.selectors import CharterInForce, charter_to_show
from geste.apps.gestures.selectors import gestures_on
from geste.apps.practice.contributions import said_on
from geste.apps.practice.models import About, Practice, Question
from geste.apps.practice.models.practice import TITLE_CHARACTERS, TOLD_CHARACTERS
from geste.apps.practice.nearest import Example, Likeness, Usual, likeness_of
from geste.apps.practice.policies import may_share_practice
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.selectors import (
    own_practice,
    practice_numbered,
    practices_used_on,
    question_numbered,
    questions_on,
)
from geste.apps.practice.services.ask_colleague import ask_colleague, reply
from geste.apps.practice.services.contribute import contribute
from geste.apps.practice.services.reuse_practice import reuse_practice
from geste.apps.practice.services.share_practice import Shared, share_practice
from geste.apps.practice.situations import tags_of
from geste.apps.refusals.selectors import people_to_hand_to
from geste.core.reasons import Reason
from geste.interfaces.web.desk.endings import ending_words
from geste.interfaces.web.desk.feedback import how_words
from geste.interfaces.web.practice.words import (
    author_of,
    number_in,
    situation_words,
    slip_words,
    status_words,
)
from geste.interfaces.web.speech import amount, gesture_words, language
from geste.interfaces.web.visitor import for_agents, now
from geste.phrases.likeness import say_likeness
from geste.phrases.typography import set_words

REASONS_SHOWN = 2
NAMED_AT_A_GLANCE = 2


class ExampleLine(NamedTuple):
    """One past case in words, with nobody's name."""

    what: str
    ending: str
    heard: str
    reasons: list[str]


class ToldLine(NamedTuple):
    """What a colleague shared, to be taken up with one tap."""

    practice: Practice | None
    by: str
    story: int | None
    title: str
    done: str
    why: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that stands beside a case once its verdicts are shown."""

    case: Case
    at_a_glance: str
    told: ToldLine | None
    examples: list[ExampleLine]
    usual: list[str]
    used: list[Practice]
    people: list[tuple[int, str]]
    questions: list[Question]
    own: Practice | None
    may_share: bool
    lines: list[tuple[str, str, bool]]


@require_safe
@for_agents
def nearest(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Show what past cases say of this one: as a part of its page, or alone where no script runs."""
    case = case_called(actor, reference)
    is_part = bool(request.htmx)  # type: ignore[attr-defined]
    template = "web/practice/_beside.html" if is_part else "web/practice/beside.html"
    return render(
        request, template, {"beside": _beside(case, actor), "has_glance": is_part and "glance" in request.GET}
    )


def _beside(case: Case, actor: Actor) -> Beside:
    moment = now()
    found = likeness_of(case, actor=actor, now=moment)
    return Beside(
        case=case,
        at_a_glance=_at_a_glance(found),
        told=_told(found),
        examples=[_example(one, case, found.in_force) for one in found.examples],
        usual=[_usual(one, found.in_force) for one in found.usual],
        used=practices_used_on(case),
        people=[(user.pk, user.display_name) for user in people_to_hand_to(actor, case)],
        questions=questions_on(case),
        own=own_practice(actor, case),
        may_share=may_share_practice(actor, case).allowed,
        lines=[
            (standing.contribution.words, status_words(standing), standing.is_late)
            for standing in said_on(actor, case.pk, now=moment)
        ],
    )


def _at_a_glance(found: Likeness) -> str:
    """What is like it, in one line for the head of the case: how many, and what was given most often."""
    if not found.examples:
        return _("nothing like it yet")
    given = Counter(what for one in found.examples for what in one.what)
    names = [gesture_words(found.in_force.charter, what) for what, _times in given.most_common(NAMED_AT_A_GLANCE)]
    number = len(found.examples)
    cases = ngettext("%(number)s case", "%(number)s cases", number) % {"number": number}
    return f"{cases}, {' · '.join(names) or _('nothing given')}"


def _told(found: Likeness) -> ToldLine | None:
    told = found.told
    if told is None:
        return None
    reasons = _reasons(told.reasons, found.in_force)
    practice, story = told.practice, told.story
    if story is not None:
        return ToldLine(practice, _("a colleague"), story.pk, story.title, story.after, "", reasons)
    assert practice is not None, "something was told"
    return ToldLine(practice, author_of(practice), None, practice.title, practice.done, practice.why, reasons)


def _example(example: Example, case: Case, in_force: CharterInForce) -> ExampleLine:
    names = [gesture_words(in_force.charter, what) for what in example.what]
    return ExampleLine(
        what=" · ".join(names) if names else _("nothing given"),
        ending=ending_words(example.outcome, case.kind),
        heard=how_words(example.satisfaction) if example.satisfaction else "",
        reasons=_reasons(example.reasons, in_force),
    )


def _reasons(reasons: tuple[Reason, ...], in_force: CharterInForce) -> list[str]:
    """What is the same and what is different, the most telling of each."""
    same = [reason for reason in reasons if reason.code == "nearest.same"][:REASONS_SHOWN]
    different = [reason for reason in reasons if reason.code == "nearest.different"][:REASONS_SHOWN]
    charter = in_force.charter
    said = [
        say_likeness(reason, charter, language(), lambda minor: amount(minor, charter.currency))
        for reason in (*same, *different)
    ]
    return [set_words(words, language()) for words in said]


def _usual(usual: Usual, in_force: CharterInForce) -> str:
    charter = in_force.charter
    name = gesture_words(charter, usual.what)
    if usual.low is None or usual.high is None:
        return name
    told = {"low": amount(usual.low, charter.currency), "high": amount(usual.high, charter.currency), "name": name}
    return _("%(name)s: half of them from %(low)s to %(high)s") % told


@require_POST
@for_agents
def share(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Share what was done in one's own case, with one tap; the words may be put right afterwards."""
    case = case_called(actor, reference)
    shared = _first_words(case, actor, is_named="named" in request.POST)
    try:
        practice = share_practice(actor=actor, case=case, shared=shared, now=now())
    except PracticeRefused as refused:
        messages.error(request, slip_words(refused))
        return redirect("web:case", reference=reference)
    messages.success(request, _("Shared. Put the words right if you like; you may take it back at any time."))
    return redirect("web:practice", practice=practice.pk)


def _first_words(case: Case, actor: Actor, *, is_named: bool) -> Shared:
    """Words to begin with, from what was given and from the situation: nobody has to type anything."""
    found = charter_on(case)
    names = [gesture_words(found.charter, gesture.what) for gesture in reversed(gestures_on([case], actor=actor))]
    given = list(dict.fromkeys(names))
    situation = ", ".join(situation_words(tags_of(case, found), found)[:REASONS_SHOWN])
    ended = ending_words(case.outcome, case.kind) if case.outcome else _("Listened")
    done = " · ".join(given) or ended
    title = f"{done} ({situation})" if situation else done
    return Shared(title=title[:TITLE_CHARACTERS], done=done[:TOLD_CHARACTERS], is_named=is_named)


def charter_on(case: Case) -> CharterInForce:
    """Return the charter that names what was done in a case."""
    return charter_to_show(at=moment_of(case, now()))


@require_POST
@for_agents
def reuse(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Link a case to the practice that helps in it."""
    case = case_called(actor, reference)
    practice = practice_numbered(_number(request, "practice"))
    try:
        reuse_practice(actor=actor, case=case, practice=practice, now=now())
    except PracticeRefused as refused:
        messages.error(request, slip_words(refused))
    else:
        messages.success(request, _("Noted. Whoever shared it is thanked; what you give is yours to decide."))
    return redirect("web:case", reference=reference)


@require_POST
@for_agents
def ask(request: HttpRequest, actor: Actor, reference: str) -> HttpResponse:
    """Ask a colleague what they would do."""
    case = case_called(actor, reference)
    to = number_in(request.POST.get("to", ""))
    try:
        ask_colleague(actor=actor, case=case, to=to, words=request.POST.get("words", ""), now=now())
    except PracticeRefused as refused:
        messages.error(request, slip_words(refused))
    else:
        messages.success(request, _("Asked. You need not wait: you decide, whatever they say."))
    return redirect("web:case", reference=reference)


@require_safe
@for_agents
def question(request: HttpRequest, actor: Actor, question: int) -> HttpResponse:
    """Show what a colleague asks, with what is known of the case."""
    return _question_page(request, actor, question)


@require_POST
@for_agents
def answer(request: HttpRequest, actor: Actor, question: int) -> HttpResponse:
    """Say what one would do."""
    asked = question_numbered(actor, question)
    words = request.POST.get("words", "")
    try:
        reply(actor=actor, question=asked, words=words, now=now())
    except PracticeRefused as refused:
        return _question_page(request, actor, question, slip=slip_words(refused), words=words)
    messages.success(request, _("Sent. Whoever asked decides."))
    return redirect("web:question", question=question)


def _question_page(request: HttpRequest, actor: Actor, number: int, *, slip: str = "", words: str = "") -> HttpResponse:
    asked = question_numbered(actor, number)
    in_force = charter_on(asked.case)
    shown = {
        "asked": asked,
        "situation": situation_words(tags_of(asked.case, in_force), in_force),
        "replies": list(asked.replies.select_related("said_by").order_by("pk")),
        "is_own": asked.asked_by_id == actor.user_id,
        "slip": slip,
        "words": words,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if slip else HTTPStatus.OK
    return render(request, "web/practice/question.html", shown, status=status)


@require_POST
@for_agents
def prevented(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep one line on what would have prevented it, right after the decision."""
    reference, about = request.POST.get("reference", ""), request.POST.get("about", About.SERVICE)
    if about not in (About.SERVICE, About.SALES):
        raise BadRequest
    case = case_called(actor, reference) if reference else None
    try:
        contribute(actor=actor, about=About(about), words=request.POST.get("words", ""), case=case, now=now())
    except PracticeRefused as refused:
        messages.error(request, slip_words(refused))
        return redirect("web:needs") if case is None else redirect("web:case", reference=reference)
    messages.success(request, _("Thank you. It is answered by a day, and you see what becomes of it."))
    return redirect("web:needs")


def _number(request: HttpRequest, name: str) -> int:
    number = number_in(request.POST.get(name, ""))
    if number is None:
        raise BadRequest
    return number
