"""Asking a colleague: one tap, no permission, nothing waits for it; whoever is at the site may answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case
from geste.apps.practice.refusing import NothingThere, PracticeRefused
from geste.apps.practice.selectors import ASKED_FOR, question_numbered, questions_on, questions_waiting_for
from geste.apps.practice.services.ask_colleague import ask_colleague, reply
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


@pytest.mark.item("S0.32")
def test_whoever_is_there_is_asked_and_answers_while_everything_stays_open(agent: Actor, case: Case) -> None:
    leo, ana, far = make_actor("leo"), make_actor("ana"), make_actor("zoe", site="Airport")

    question = ask_colleague(actor=agent, case=case, to=None, words="", now=NOW)

    assert ask_colleague(actor=agent, case=case, to=None, words="", now=NOW) == question
    assert questions_waiting_for(leo, now=NOW) == questions_waiting_for(ana, now=NOW) == [question]
    assert questions_waiting_for(agent, now=NOW) == questions_waiting_for(far, now=NOW) == []
    assert make_gesture(agent, case, "note").what == "note"
    told = reply(actor=leo, question=question, words="I would call him first.", now=NOW)
    assert questions_waiting_for(ana, now=NOW) == []
    assert [list(asked.replies.all()) for asked in questions_on(case)] == [[told]]
    names = ("practice.ColleagueAsked", "practice.ColleagueReplied")
    assert EventRow.objects.filter(name__in=names).count() == 2


@pytest.mark.item("S0.32")
def test_one_colleague_is_asked_by_name_and_a_question_ends_with_the_shift(agent: Actor, case: Case) -> None:
    leo, ana = make_actor("leo"), make_actor("ana")

    question = ask_colleague(actor=agent, case=case, to=leo.user_id, words="Fan or another room?", now=NOW)

    assert questions_waiting_for(leo, now=NOW + ASKED_FOR - timedelta(seconds=1)) == [question]
    assert questions_waiting_for(leo, now=NOW + ASKED_FOR) == []
    assert questions_waiting_for(ana, now=NOW) == []


def test_nobody_asks_over_a_wall_or_themselves(agent: Actor, case: Case) -> None:
    far = make_actor("zoe", site="Airport")
    for to in (far.user_id, agent.user_id, 999):
        with pytest.raises(PracticeRefused, match=r"question\.nobody"):
            ask_colleague(actor=agent, case=case, to=to, words="", now=NOW)
    question = ask_colleague(actor=agent, case=case, to=None, words="", now=NOW)
    with pytest.raises(NothingThere):
        question_numbered(far, question.pk)
    with pytest.raises(NotPermitted, match=r"permission\.own_question"):
        reply(actor=agent, question=question, words="I wonder.", now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.other_site"):
        reply(actor=far, question=question, words="I wonder.", now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.in_person_only"):
        ask_colleague(actor=replace(agent, kind="assistant"), case=case, to=None, words="", now=NOW)
    for words, code in ((" ", "words.missing"), ("x" * 201, "words.too_long")):
        with pytest.raises(PracticeRefused, match=code):
            reply(actor=make_actor("leo"), question=question, words=words, now=NOW)
