"""Calibration: a few judge the same decisions apart; where they part, the charter needs better words."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.charters.models import CharterText, Draft
from geste.apps.people.models import DutyKind
from geste.apps.reviews.agreement import alpha
from geste.apps.reviews.calibrating import (
    calibration_numbered,
    calibrations_of,
    cases_of,
    cases_to_judge,
    is_over,
    line_of,
    results_of,
)
from geste.apps.reviews.models import Calibration, CalibrationCase, Opinion
from geste.apps.reviews.refusals import NoSuchReview, ReviewRefused
from geste.apps.reviews.services.end_calibration import end_calibration
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.open_calibration import Sitting, open_calibration
from geste.apps.reviews.services.write_guideline import write_guideline
from geste.core.reviews.calibration import Clarity, Measure, Question, Rating
from geste.core.reviews.verdicts import Verdict
from tests.apps.reviewing import act_first, drawn, somebody
from tests.make import NOW, make_actor, make_charter

pytestmark = pytest.mark.django_db

# Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), the examples of sections A, B and C.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbcccedddd"[:12])
FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def ratings(observers: tuple[str, ...]) -> list[Rating]:
    """Return published answers: one row for each observer, a point where one is missing."""
    rows = [(judge, unit, value) for judge, row in enumerate(observers) for unit, value in enumerate(row)]
    return [Rating(judge, unit, value) for judge, unit, value in rows if value != "."]


@pytest.mark.parametrize(("observers", "published"), [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR_OBSERVERS, 0.743)])
def test_alpha_is_what_is_published(observers: tuple[str, ...], published: float) -> None:
    found = alpha(Question.CHOICE, ratings(observers))

    assert found is not None
    assert round(found, 3) == published


def test_of_measures_a_step_is_nearer_than_two() -> None:
    little, right, much = (measure.value for measure in Measure)
    near = [Rating(1, 1, little), Rating(2, 1, right), Rating(1, 2, much), Rating(2, 2, much)]
    far = [Rating(1, 1, little), Rating(2, 1, much), Rating(1, 2, much), Rating(2, 2, much)]

    near_alpha, far_alpha = alpha(Question.MEASURE, near), alpha(Question.MEASURE, far)

    # Two units of two: Do is 1/2 and 2; De is the mean square of all pairs, 11/6 and 2.
    assert near_alpha == pytest.approx(1 - 0.5 / (11 / 6))
    assert far_alpha == pytest.approx(0)


@pytest.mark.parametrize(
    "told", [[], [Rating(1, 1, "a")], [Rating(1, 1, "a"), Rating(2, 2, "b")], [Rating(1, 1, "a"), Rating(2, 1, "a")]]
)
def test_where_nothing_can_be_compared_nothing_is_told(told: list[Rating]) -> None:
    assert alpha(Question.CHOICE, told) is None


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def rose(agent: Actor) -> Actor:
    return somebody("rose", DutyKind.REVIEWER)


@pytest.fixture
def rita(rose: Actor) -> Actor:
    return somebody("rita", DutyKind.REVIEWER)


@pytest.fixture
def calibration(agent: Actor, rose: Actor, rita: Actor) -> Calibration:
    samples = [drawn(rose, act_first(agent)) for _ in range(2)]
    return open_one(rose, [sample.pk for sample in samples], [rose, rita])


def open_one(
    actor: Actor, samples: list[int], judges: list[Actor], about: str = "Nights without heating"
) -> Calibration:
    sitting = Sitting(about=about, samples=samples, judges=[judge.user_id for judge in judges])
    return open_calibration(actor=actor, sitting=sitting, now=NOW)


def say(actor: Actor, case: CalibrationCase, clarity: Clarity = Clarity.CLEAR, words: str = "So I read it.") -> Opinion:
    view = View(choice=Verdict.GOOD_CALL, clarity=clarity, measure=Measure.RIGHT, words=words)
    return give_opinion(actor=actor, case_id=case.pk, view=view, now=NOW)


def test_nobody_sees_what_another_said_before_all_have_judged(
    calibration: Calibration, rose: Actor, rita: Actor
) -> None:
    first, second = cases_of(calibration)
    say(rose, first)
    say(rose, second)
    say(rita, first, Clarity.SILENT)
    assert (cases_to_judge(calibration, rose), cases_to_judge(calibration, rita)) == ([], [second])
    assert results_of(calibration, at=NOW) == ()

    say(rita, second)

    assert is_over(calibration, NOW)
    assert [result.question for result in results_of(calibration, at=NOW)] == list(Question)


def test_where_they_part_their_words_are_shown_and_no_name(calibration: Calibration, rose: Actor, rita: Actor) -> None:
    first, second = cases_of(calibration)
    say(rose, first, words="Eleven is eleven.")
    say(rita, first, Clarity.SILENT, "Nothing is said of storms.")
    say(rose, second)
    say(rita, second)

    choice, clarity, measure = results_of(calibration, at=NOW)

    assert (choice.alike, choice.of, choice.alpha, choice.parted) == (2, 2, None, ())
    assert (clarity.alike, clarity.of) == (1, 2)
    assert clarity.alpha == pytest.approx(0)
    (parted,) = clarity.parted
    assert parted.case == first
    assert parted.answers == (("clear", ("Eleven is eleven.",)), ("silent", ("Nothing is said of storms.",)))
    assert measure.alike == 2
    assert "rose" not in repr((choice, clarity, measure)).lower()


def test_who_opened_it_waits_for_nobody_for_ever(calibration: Calibration, rose: Actor, rita: Actor) -> None:
    assert is_over(calibration, calibration.closes_at)
    assert calibration.closes_at == NOW + timedelta(days=7)
    with pytest.raises(NotPermitted, match=r"permission\.opened_by_another"):
        end_calibration(actor=rita, number=calibration.pk, now=NOW)

    end_calibration(actor=rose, number=calibration.pk, now=NOW)

    assert is_over(calibration_numbered(rose, calibration.pk), NOW)
    with pytest.raises(ReviewRefused, match=r"calibration\.over"):
        say(rita, cases_of(calibration)[0])


def test_an_opinion_is_given_once(calibration: Calibration, rose: Actor) -> None:
    case = cases_of(calibration)[0]
    say(rose, case)

    with pytest.raises(ReviewRefused, match=r"review\.done"):
        say(rose, case, Clarity.SILENT)
    with pytest.raises(ReviewRefused, match=r"words\.missing"):
        say(rose, cases_of(calibration)[1], words=" ")


def test_nobody_judges_what_they_or_their_line_decided(agent: Actor, rose: Actor, rita: Actor) -> None:
    samples = [drawn(rita, act_first(rose)).pk, drawn(rose, act_first(agent)).pk]
    calibration = open_one(rose, samples, [rose, rita])
    own, other = cases_of(calibration)

    assert cases_to_judge(calibration, rose) == [other]
    with pytest.raises(NotPermitted, match=r"permission\.own_line"):
        say(rose, own)


@pytest.mark.parametrize(
    ("about", "samples", "judges", "code"),
    [
        (" ", 2, 2, "about.missing"),
        ("x" * 121, 2, 2, "words.too_long"),
        ("Nights", 1, 2, "calibration.how_many_decisions"),
        ("Nights", 2, 1, "calibration.two_judge"),
    ],
)
def test_it_is_about_something_and_two_judge_two(
    agent: Actor, rose: Actor, rita: Actor, about: str, samples: int, judges: int, code: str
) -> None:
    chosen = [drawn(rose, act_first(agent)).pk for _ in range(samples)]

    with pytest.raises(ReviewRefused) as refused:
        open_one(rose, chosen, [rose, rita][:judges], about)

    assert (refused.value.code, Calibration.objects.count()) == (code, 0)


def test_only_reviewers_open_and_judge(calibration: Calibration, agent: Actor, rose: Actor) -> None:
    samples = [case.sample_id for case in cases_of(calibration)]
    with pytest.raises(NotPermitted, match=r"permission\.reviewers_alone"):
        open_one(agent, samples, [rose, agent])
    with pytest.raises(ReviewRefused, match=r"calibration\.two_judge"):
        open_one(rose, samples, [rose, agent])


def test_who_is_not_in_it_does_not_see_it(calibration: Calibration) -> None:
    outside = somebody("ines", DutyKind.REVIEWER)

    assert list(calibrations_of(outside)) == []
    with pytest.raises(NoSuchReview):
        calibration_numbered(outside, calibration.pk)
    with pytest.raises(NoSuchReview):
        say(outside, cases_of(calibration)[0])


def test_the_guideline_is_written_again_and_put_before_whoever_writes_the_charter(
    calibration: Calibration, rose: Actor, rita: Actor
) -> None:
    with pytest.raises(ReviewRefused, match=r"calibration\.not_over"):
        write_guideline(actor=rita, number=calibration.pk, words="Too early.", now=NOW)
    end_calibration(actor=rose, number=calibration.pk, now=NOW)
    charters = list(CharterText.objects.values())

    guideline = write_guideline(actor=rita, number=calibration.pk, words="In a storm, noon is eleven.", now=NOW)

    line = line_of(guideline)
    assert line is not None
    assert line.draft.text.endswith("\n\n# Nights without heating\n# In a storm, noon is eleven.\n")
    assert list(CharterText.objects.values()) == charters
    with pytest.raises(ReviewRefused, match=r"review\.done"):
        write_guideline(actor=rose, number=calibration.pk, words="Another.", now=NOW)
    assert Draft.objects.count() == 1


def test_no_column_of_a_calibration_holds_a_figure_of_a_person() -> None:
    kept = {field.name for model in (Calibration, CalibrationCase, Opinion) for field in model._meta.concrete_fields}

    assert not kept & {"score", "rank", "rate", "alpha", "agreement", "count", "points"}
