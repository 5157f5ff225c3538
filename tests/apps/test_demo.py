"""The demonstration keeps to its charter, decides as its worked example says, and told twice is told once."""

import pytest

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import open_cases
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import crossed_red_lines, known_facts, question_about
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.demo.hotel import HOTEL
from geste.demo.telling import tell
from tests.make import NOW, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def tomas() -> Actor:
    return actor_for(tell(HOTEL))


def person(username: str) -> Actor:
    return actor_for(User.objects.get(username=username))


def test_the_ten_worked_cases_are_open_and_the_earlier_claims_closed(tomas: Actor) -> None:
    assert [case.reference for case in open_cases(tomas)] == [
        *("H9", "H10", "H8", "H7", "H6", "H5", "H4", "H3", "H2", "H1")
    ]
    assert sorted(Case.objects.filter(status="closed").values_list("reference", flat=True)) == ["H5-1", "H5-2", "H5-3"]
    assert list(Gesture.objects.values_list("amount", flat=True)) == [26_000, 26_000, 26_000]


@pytest.mark.usefixtures("tomas")
def test_told_again_nothing_changes() -> None:
    tell(HOTEL)

    assert (Case.objects.count(), Gesture.objects.count(), User.objects.count()) == (13, 3, 7)


def test_every_fact_of_the_story_is_one_the_charter_reads(tomas: Actor) -> None:
    for case in Case.objects.all():
        question = question_about(case, actor=tomas, now=NOW)
        assert known_facts(case, question.in_force) == case.facts


@pytest.mark.parametrize(
    ("reference", "who", "gesture", "amount", "authority"),
    [
        ("H1", "tomas", "part_of_night", "97.50", "within"),
        ("H1", "tomas", "night_credit", "390", "within"),
        ("H2", "nora", "food_and_drink", "46", "within"),
        ("H2", "nora", "night_credit", "420", "beyond"),
        ("H3", "tomas", "night_credit", "195", "within"),
        ("H4", "hugo", "personal_touch", "45", "within"),
        ("H5", "nora", "night_credit", "260", "beyond"),
        ("H5", "nora", "put_right", None, "within"),
        ("H6", "ana", "food_and_drink", "38", "within"),
        ("H7", "nora", "food_and_drink", "18", "within"),
        ("H8", "ana", "food_and_drink", "10", "forbidden"),
        ("H8", "ana", "call_help", None, "within"),
        ("H9", "tomas", "whole_night", "390", "within"),
        ("H9", "tomas", "night_credit", "1170", "beyond"),
        ("H10", "mei", "delight", "25", "within"),
    ],
)
@pytest.mark.usefixtures("tomas")
def test_each_case_decides_as_its_worked_example(
    reference: str, who: str, gesture: str, amount: str | None, authority: str
) -> None:
    case = Case.objects.get(reference=reference)

    assert propose(person(who), case, gesture, amount).decision.authority == authority


@pytest.mark.usefixtures("tomas")
def test_the_fourth_claim_is_handed_over_with_its_history() -> None:
    case = Case.objects.get(reference="H5")

    decision = propose(person("nora"), case, "night_credit", "260").decision

    assert (decision.clause, decision.routes) == ("look_together", ["hand_over"])


def test_a_case_is_decided_as_of_its_own_moment(tomas: Actor) -> None:
    case = Case.objects.get(reference="H1")

    assert propose(tomas, case, "put_right").decision.request["facts"]["now"] == "2026-05-14T01:07:00+10:00"


def test_the_allergic_guest_shows_the_red_line_first(tomas: Actor) -> None:
    question = question_about(Case.objects.get(reference="H8"), actor=tomas, now=NOW)

    assert [line.id for line in crossed_red_lines(question)] == ["safety"]
