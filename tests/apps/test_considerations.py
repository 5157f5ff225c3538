"""Considerations: four questions that help to judge. Nobody has to answer; what is answered is read in the review."""

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.ledger.models import Entry
from geste.apps.people.models import DutyKind
from geste.apps.reviews.models import Consideration
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import considerations_on
from geste.apps.reviews.services.note_considerations import note_considerations
from geste.core.reviews.questions import Thought
from tests.apps.reviewing import act_first, somebody
from tests.make import NOW, make_actor, make_charter

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def decision(agent: Actor) -> DecisionRecord:
    return act_first(agent)


def note(actor: Actor, decision: DecisionRecord, **answers: str) -> None:
    said = {Thought(name): words for name, words in answers.items()}
    note_considerations(actor=actor, decision_id=decision.pk, answers=said, now=NOW)


@pytest.mark.item("S0.26")
def test_what_is_answered_is_kept_once_and_the_rest_is_left_out(agent: Actor, decision: DecisionRecord) -> None:
    money = list(Gesture.objects.values()), list(Entry.objects.values()), list(DecisionRecord.objects.values())

    note(agent, decision, proud=" I stayed with him. ", went_wrong="No heating.", cost=" ")
    note(agent, decision, proud="Something else.", cost="A night.")

    told = [(row.thought, row.words) for row in considerations_on(decision)]
    assert told == [("went_wrong", "No heating."), ("cost", "A night."), ("proud", "I stayed with him.")]
    assert (
        list(Gesture.objects.values()),
        list(Entry.objects.values()),
        list(DecisionRecord.objects.values()),
    ) == money


@pytest.mark.item("S0.26")
def test_nothing_has_to_be_answered(agent: Actor, decision: DecisionRecord) -> None:
    note(agent, decision)

    assert not Consideration.objects.exists()


def test_an_answer_is_one_line(agent: Actor, decision: DecisionRecord) -> None:
    with pytest.raises(ReviewRefused, match=r"words\.too_long"):
        note(agent, decision, proud="x" * 301, cost="A night.")

    assert not Consideration.objects.exists()


def test_nobody_says_what_another_thought(agent: Actor, decision: DecisionRecord) -> None:
    for actor in (somebody("nadia", DutyKind.MANAGER), make_actor("leo")):
        with pytest.raises(NotPermitted, match=r"permission\.decided_by_another"):
            note(actor, decision, proud="She stayed with him.")
