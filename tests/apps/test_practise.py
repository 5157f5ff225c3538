"""Practice before the day: private, made from the charter in force, and never a gate."""

import pytest
from django.db import models

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.offering import offered
from geste.apps.gestures.selectors import question_about
from geste.apps.people.models import User
from geste.apps.training.models import SelfTrust, Trial
from geste.apps.training.refusals import TrainingRefused
from geste.apps.training.selectors import Part, Readiness, practice_of, readiness_of, situation_called
from geste.apps.training.services.say_to_situation import say_to_situation, say_trust
from tests.architecture.tree import PACKAGE
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def readiness(actor: Actor) -> Readiness:
    return practice_of(actor, now=NOW).readiness


def go_through_all(actor: Actor) -> None:
    for one in practice_of(actor, now=NOW).tried:
        say_to_situation(actor=actor, scenario=one.scenario.id, said=one.scenario.answer, now=NOW)


@pytest.mark.item("S2.17")
def test_the_charter_answers_at_once(agent: Actor) -> None:
    wrong = say_to_situation(actor=agent, scenario="red_line.safety", said="within", now=NOW)
    right = say_to_situation(actor=agent, scenario="red_line.safety", said="forbidden", now=NOW)

    assert (wrong.is_as_the_charter_says, right.is_as_the_charter_says) == (False, True)
    assert [(row.scenario, row.said) for row in Trial.objects.all()] == [("red_line.safety", "forbidden")]


@pytest.mark.item("S2.17")
def test_ready_is_feeling_sure_and_judging_as_the_charter_does(agent: Actor) -> None:
    assert readiness(agent) is Readiness.NOT_BEGUN
    go_through_all(agent)
    assert readiness(agent) is Readiness.UNDER_WAY
    for part in Part:
        say_trust(actor=agent, part=part, step=4, now=NOW)
    assert readiness(agent) is Readiness.READY
    say_trust(actor=agent, part=Part.HOW_TO_USE_IT, step=2, now=NOW)
    assert readiness(agent) is Readiness.UNDER_WAY


@pytest.mark.item("S2.17")
def test_a_new_charter_brings_new_situations(agent: Actor) -> None:
    go_through_all(agent)
    make_charter(CHARTER.replace("danger: yes", "danger: no"), version=2)

    assert [one for one in practice_of(agent, now=NOW).tried if one.said is not None] == []


@pytest.mark.item("S2.17")
def test_it_takes_nothing_away_from_anybody(agent: Actor) -> None:
    case = make_case(agent)
    before = offered(question_about(case, actor=agent, now=NOW))
    for one in practice_of(agent, now=NOW).tried:
        say_to_situation(actor=agent, scenario=one.scenario.id, said="forbidden", now=NOW)
    for part in Part:
        say_trust(actor=agent, part=part, step=1, now=NOW)

    assert offered(question_about(case, actor=agent, now=NOW)) == before
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "apps.training" in path.read_text(encoding="utf-8") and "apps/training/" not in path.as_posix()
    }
    assert asking - {"config/settings.py"} <= {
        "interfaces/web/mine/practising.py",
        "interfaces/web/mine/coached.py",
        "interfaces/web/errors.py",
        "demo/own_pages.py",
    }


@pytest.mark.item("S2.17")
def test_what_is_kept_is_the_learners_own_and_goes_with_them(agent: Actor) -> None:
    say_trust(actor=agent, part=Part.WHAT_IT_IS, step=3, now=NOW)
    leo = make_actor("leo")

    assert practice_of(leo, now=NOW).trust == {}
    assert readiness_of(User.objects.get(pk=leo.user_id), now=NOW) is Readiness.NOT_BEGUN
    for model in (Trial, SelfTrust):
        field = model._meta.get_field("person")
        assert isinstance(field, models.ForeignKey)
        assert field.remote_field.on_delete is models.CASCADE


def test_what_cannot_be_kept_says_why(agent: Actor) -> None:
    with pytest.raises(TrainingRefused, match=r"^situation\.gone$"):
        say_to_situation(actor=agent, scenario="red_line.gone", said="within", now=NOW)
    with pytest.raises(TrainingRefused, match=r"^situation\.nothing_picked$"):
        say_to_situation(actor=agent, scenario="red_line.safety", said="", now=NOW)
    with pytest.raises(TrainingRefused, match=r"^trust\.no_step$"):
        say_trust(actor=agent, part=Part.WHAT_IT_IS, step=6, now=NOW)
    software = Actor(user_id=agent.user_id, name="bot", role="assistant", kind="assistant")
    with pytest.raises(NotPermitted):
        practice_of(software, now=NOW)
    assert situation_called(agent, "red_line.gone", now=NOW) is None
