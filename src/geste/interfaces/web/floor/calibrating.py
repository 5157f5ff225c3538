"""Calibrating: a few judge the same decisions apart, see where they part, and say the guideline better on the spot."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.reviews.calibrating import (
    Result,
    calibration_numbered,
    case_numbered,
    cases_of,
    cases_to_judge,
    guideline_of,
    is_over,
    judges_to_ask,
    line_of,
    opinion_of,
    results_of,
    samples_to_choose,
)
from geste.apps.reviews.models import Calibration, CalibrationCase
from geste.apps.reviews.policies import may_end_calibration, may_give_opinion, may_open_calibration
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import verdicts_for
from geste.apps.reviews.services.end_calibration import end_calibration
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.open_calibration import Sitting, open_calibration
from geste.apps.reviews.services.write_guideline import write_guideline
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.verdicts import Verdict
from geste.interfaces.web.desk.give import number_typed
from geste.interfaces.web.floor.known import known_of
from geste.interfaces.web.floor.lines import line_shown, sitting_line
from geste.interfaces.web.floor.words import (
    ENOUGH_DECISIONS,
    about,
    agreement_words,
    answer_words,
    clarity_words,
    measure_words,
    question_words,
    slip_words,
    verdict_words,
)
from geste.interfaces.web.visitor import for_agents, now

CHOSEN_AT_FIRST = 4


class PartedLine(NamedTuple):
    """A decision on which people part: what it was, and what was said for each answer."""

    what: str
    when: str
    answers: list[tuple[str, tuple[str, ...]]]


class ResultLine(NamedTuple):
    """How one question came out, in words and in one figure that is nobody's."""

    question: str
    alike: int
    of: int
    alpha: float | None
    words: str
    parted: list[PartedLine]


@require_safe
@for_agents
def begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what a calibration may be about."""
    return _begin(request, actor)


@require_POST
@for_agents
def open_one(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Open a calibration."""
    chosen, judges = (_numbers(request, name) for name in ("samples", "judges"))
    sitting = Sitting(about=request.POST.get("about", ""), samples=chosen, judges=judges)
    try:
        calibration = open_calibration(actor=actor, sitting=sitting, now=now())
    except ReviewRefused as refused:
        return _begin(request, actor, slip=slip_words(refused.code))
    messages.success(request, _("Open for a week, or until everybody has judged."))
    return redirect("web:calibration", calibration=calibration.pk)


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor, calibration: int) -> HttpResponse:
    """Show a calibration: what there is to judge, or, once it is over, where people part."""
    return _page(request, actor, calibration_numbered(actor, calibration))


@require_POST
@for_agents
def end(request: HttpRequest, actor: Actor, calibration: int) -> HttpResponse:
    """End it before its day."""
    end_calibration(actor=actor, number=calibration, now=now())
    return redirect("web:calibration", calibration=calibration)


@require_POST
@for_agents
def guideline(request: HttpRequest, actor: Actor, calibration: int) -> HttpResponse:
    """Keep the guideline as it was written again."""
    words = request.POST.get("words", "")
    try:
        write_guideline(actor=actor, number=calibration, words=words, now=now())
    except ReviewRefused as refused:
        slip = slip_words(refused.code)
        return _page(request, actor, calibration_numbered(actor, calibration), slip=slip, typed=words)
    messages.success(request, _("Kept, and put before whoever writes the charter."))
    return redirect("web:calibration", calibration=calibration)


@require_safe
@for_agents
def look(request: HttpRequest, actor: Actor, vignette: int) -> HttpResponse:
    """Show one decision to judge."""
    return _vignette(request, actor, case_numbered(actor, vignette))


@require_POST
@for_agents
def judge(request: HttpRequest, actor: Actor, vignette: int) -> HttpResponse:
    """Keep what somebody says of it, and go on to the next."""
    case = case_numbered(actor, vignette)
    typed = request.POST
    try:
        view = View(
            choice=Verdict(typed.get("choice", "")),
            clarity=Clarity(typed.get("clarity", "")),
            measure=Measure(typed.get("measure", "")),
            words=typed.get("words", ""),
        )
    except ValueError:
        return _vignette(request, actor, case, slip=_("Answer the three questions."))
    try:
        give_opinion(actor=actor, case_id=vignette, view=view, now=now())
    except ReviewRefused as refused:
        return _vignette(request, actor, case, slip=slip_words(refused.code))
    further = cases_to_judge(case.calibration, actor)
    if further:
        return redirect("web:calibration-case", vignette=further[0].pk)
    return redirect("web:calibration", calibration=case.calibration_id)


def _numbers(request: HttpRequest, name: str) -> list[int]:
    return [number for text in request.POST.getlist(name) if (number := number_typed(text)) is not None]


def _begin(request: HttpRequest, actor: Actor, slip: str = "") -> HttpResponse:
    require(may_open_calibration(actor))
    samples, is_again = samples_to_choose(actor), request.method == "POST"
    chosen = _numbers(request, "samples") if is_again else [sample.pk for sample in samples[:CHOSEN_AT_FIRST]]
    judges = _numbers(request, "judges") if is_again else [user.pk for user in judges_to_ask()]
    shown = {
        "samples": [(sample.pk, about(sample.decision), sample.pk in chosen) for sample in samples],
        "judges": [(user.pk, user.display_name, user.pk in judges) for user in judges_to_ask()],
        "about": request.POST.get("about", ""),
        "slip": slip,
    }
    return render(request, "web/floor/calibrate.html", shown)


def _page(
    request: HttpRequest, actor: Actor, calibration: Calibration, *, slip: str = "", typed: str = ""
) -> HttpResponse:
    sitting, written = sitting_line(calibration, actor), guideline_of(calibration)
    waiting = [] if sitting.is_over else cases_to_judge(calibration, actor)
    judges = [judge.display_name for judge in calibration.judges.order_by("display_name")]
    shown = {
        "calibration": calibration,
        "sitting": sitting,
        "judges": ", ".join(judges),
        "count": len(cases_of(calibration)),
        "waiting": [(case.pk, about(case.sample.decision)) for case in waiting],
        "results": [_result(result) for result in results_of(calibration, at=now())],
        "may_end": not sitting.is_over and may_end_calibration(actor, calibration).allowed,
        "guideline": written,
        "line": None if written is None else line_shown(line_of(written), actor),
        "slip": slip,
        "typed": typed,
    }
    return render(request, "web/floor/calibration.html", shown)


def _result(result: Result) -> ResultLine:
    parted = [
        PartedLine(
            about(each.case.sample.decision).what,
            about(each.case.sample.decision).when,
            [(answer_words(result.question, value), words) for value, words in each.answers],
        )
        for each in result.parted
    ]
    words = agreement_words(result.alpha, of=result.of, is_alike=not parted)
    is_enough = result.of >= ENOUGH_DECISIONS
    alpha = result.alpha if is_enough else None
    return ResultLine(question_words(result.question), result.alike, result.of, alpha, words, parted)


def _vignette(request: HttpRequest, actor: Actor, case: CalibrationCase, slip: str = "") -> HttpResponse:
    opinion = opinion_of(case, actor)
    if opinion is None:
        require(may_give_opinion(actor, case))
    shown = {
        "case": case,
        "known": known_of(case.sample.decision),
        "opinion": opinion,
        "is_over": is_over(case.calibration, now()),
        "verdicts": [(each.value, verdict_words(each)) for each in verdicts_for(case.sample)],
        "clarities": [(each.value, clarity_words(each)) for each in Clarity],
        "measures": [(each.value, measure_words(each)) for each in Measure],
        "typed": request.POST,
        "slip": slip,
    }
    return render(request, "web/floor/vignette.html", shown)
