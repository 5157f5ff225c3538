"""Calibrating: which sittings there are for somebody, what they have yet to judge, and, once over, where all part."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for, holders, in_line
from geste.apps.reviews.agreement import alpha
from geste.apps.reviews.models import Calibration, CalibrationCase, Guideline, Opinion, ProposedLine, Sample
from geste.apps.reviews.refusals import NoSuchReview
from geste.apps.reviews.selectors import visible_samples
from geste.core.reviews.calibration import Question, Rating, alike

MOST_TO_CHOOSE = 20


@dataclass(frozen=True, slots=True)
class Parted:
    """One decision on which those who judged it part: each answer with the words said for it, and nobody's name."""

    case: CalibrationCase
    answers: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How one question came out: in how many decisions all said the same, alpha if it can be told, where they part."""

    question: Question
    alike: int
    of: int
    alpha: float | None
    parted: tuple[Parted, ...]


def calibrations_of(actor: Actor) -> QuerySet[Calibration]:
    """Return the calibrations this actor opened or judges in, the newest first."""
    mine = Q(judges=actor.user_id) | Q(opened_by=actor.user_id)
    rows = Calibration.objects.filter(mine).distinct().select_related("opened_by", "end", "guideline__line__draft")
    return rows.order_by("-opened_at", "-pk")


def calibration_numbered(actor: Actor, number: int) -> Calibration:
    """Return a calibration to whoever is in it.

    Raises:
        NoSuchReview: there is none, or the actor is not in it.
    """
    calibration = calibrations_of(actor).filter(pk=number).first() if actor.kind == "agent" else None
    if calibration is None:
        raise NoSuchReview(number)
    return calibration


def case_numbered(actor: Actor, number: int) -> CalibrationCase:
    """Return a decision of a calibration to whoever is in it.

    Raises:
        NoSuchReview: there is none, or the actor is not in it.
    """
    related = (
        "calibration__end",
        "sample__decision__case",
        "sample__decision__site",
        "sample__decision__charter_text",
        "sample__decision__decided_by",
        "sample__decision__gesture",
    )
    case = CalibrationCase.objects.select_related(*related).filter(pk=number).first()
    if case is None:
        raise NoSuchReview(number)
    calibration_numbered(actor, case.calibration_id)
    return case


def samples_to_choose(actor: Actor) -> list[Sample]:
    """Return drawn decisions that a calibration may be about, the newest first."""
    return list(
        visible_samples(actor).exclude(decision__case__is_training=True).order_by("-drawn_at", "-pk")[:MOST_TO_CHOOSE]
    )


def judges_to_ask() -> list[User]:
    """Return who may judge: whoever reviews."""
    return holders(DutyKind.REVIEWER)


def cases_of(calibration: Calibration) -> list[CalibrationCase]:
    """Return the decisions of a calibration, in its order."""
    related = ("sample__decision__case", "sample__decision__site", "sample__decision__charter_text")
    rows = calibration.cases.select_related(*related, "sample__decision__decided_by", "sample__decision__gesture")
    return list(rows.order_by("pk"))


def cases_to_judge(calibration: Calibration, actor: Actor) -> list[CalibrationCase]:
    """Return what this actor has yet to judge in it: nothing of their own or of their own line."""
    given = Opinion.objects.filter(case__calibration=calibration, given_by=actor.user_id).values_list("case", flat=True)
    if not calibration.judges.filter(pk=actor.user_id).exists():
        return []
    done = set(given)
    return [
        case
        for case in cases_of(calibration)
        if case.pk not in done and not in_line(actor, case.sample.decision.decided_by_id)
    ]


def is_over(calibration: Calibration, at: datetime) -> bool:
    """Return whether nobody judges in it any more, so that everybody in it may see what was said."""
    if at >= calibration.closes_at or hasattr(calibration, "end"):
        return True
    return not any(cases_to_judge(calibration, actor_for(judge)) for judge in calibration.judges.all())


def opinion_of(case: CalibrationCase, actor: Actor) -> Opinion | None:
    """Return what this actor said of a decision, or None."""
    return Opinion.objects.filter(case=case, given_by=actor.user_id).first()


def results_of(calibration: Calibration, *, at: datetime) -> tuple[Result, ...]:
    """Return how each question came out; nothing before the calibration is over."""
    if not is_over(calibration, at):
        return ()
    cases = {case.pk: case for case in cases_of(calibration)}
    opinions = list(Opinion.objects.filter(case__calibration=calibration).order_by("pk"))
    return tuple(_result(question, opinions, cases) for question in Question)


def guideline_of(calibration: Calibration) -> Guideline | None:
    """Return the sentence that came of a calibration, or None."""
    return Guideline.objects.filter(calibration=calibration).first()


def line_of(guideline: Guideline) -> ProposedLine | None:
    """Return where the line of a guideline stands, or None."""
    return ProposedLine.objects.filter(guideline=guideline).select_related("draft").first()


def _result(question: Question, opinions: list[Opinion], cases: dict[int, CalibrationCase]) -> Result:
    ratings = [Rating(it.given_by_id, it.case_id, getattr(it, question.value)) for it in opinions]
    found = alike(ratings)
    parted = tuple(
        Parted(cases[number], _answers(question, [it for it in opinions if it.case_id == number]))
        for number in found.parted
    )
    return Result(question, found.alike, found.of, alpha(question, ratings), parted)


def _answers(question: Question, opinions: list[Opinion]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    said: dict[str, list[str]] = defaultdict(list)
    for opinion in opinions:
        said[getattr(opinion, question.value)].append(opinion.words)
    return tuple((value, tuple(sorted(words))) for value, words in sorted(said.items()))
