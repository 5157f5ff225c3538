"""The customer who is mistaken: noted without blame, and never worth a cent less."""

import pytest

from geste.apps.cases.models import Understanding
from geste.apps.cases.services.note_understanding import note_understanding
from geste.apps.gestures.models import DecisionRecord
from geste.apps.gestures.selectors import question_about
from tests.make import NOW, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db


@pytest.mark.item("S4.27", "S4.29")
def test_authority_and_headroom_are_the_same_however_mistaken_the_customer_is() -> None:
    make_charter()
    actor = make_actor()
    case = make_case(actor, facts={"stay": {"price": "390", "nights": 1}})

    answers = []
    for understanding in Understanding:
        case = note_understanding(actor=actor, case=case, understanding=understanding)
        question = question_about(case, actor=actor, now=NOW)
        answers.append(question.in_force.prepared.options(question.request))

    assert len(answers) == 3
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0]) == 8


@pytest.mark.item("S4.27")
@pytest.mark.parametrize("understanding", Understanding)
@pytest.mark.item("S4.27")
def test_nothing_is_refused_by_itself(understanding: Understanding) -> None:
    make_charter()
    actor = make_actor()
    case = note_understanding(actor=actor, case=make_case(actor), understanding=understanding)

    assert propose(actor, case, "credit", "500").gesture is not None
    assert propose(actor, case, "credit", "0.01").gesture is None
    assert [record.headroom for record in DecisionRecord.objects.order_by("pk")] == [50000, 0]


def test_no_charter_can_ask_for_it() -> None:
    make_charter()
    actor = make_actor()
    case = note_understanding(actor=actor, case=make_case(actor), understanding=Understanding.MISTAKEN)

    assert "mistaken" not in str(question_about(case, actor=actor, now=NOW).asked)
