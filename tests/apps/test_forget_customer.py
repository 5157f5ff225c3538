"""A customer who is forgotten is in no row of their case any more; what was given, and every proof, stays."""

import pytest

from geste.apps.audit.models import VaultKey
from geste.apps.audit.selectors import handles_forgotten
from geste.apps.audit.soundness import faults_of_log
from geste.apps.audit.subjects import subject_of_case
from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.selectors import Search, cases_found
from geste.apps.cases.services.close_case import close_case
from geste.apps.execution.services.decide_by_hand import mark_done
from geste.apps.forgetting.services.forget_customer import CaseStillOpen, forget_customer
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.soundness import BookReader
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from tests.carrying import promised
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db
FACTS = {"stay": {"price": "390"}}


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def steward(agent: Actor) -> Actor:
    return actor_for(User.objects.get(username="grace"))


@pytest.fixture
def closed(agent: Actor) -> Case:
    case = make_case(agent, facts=FACTS, customer="lee")
    done_by_hand(agent, make_gesture(agent, case, "credit", "20"))
    return close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)


def done_by_hand(agent: Actor, gesture: Gesture) -> None:
    mark_done(actor=agent, number=promised(gesture).pk, now=NOW)


def said(case: Case) -> str:
    return str(Case.objects.filter(pk=case.pk).values().get())


def test_whoever_is_forgotten_is_in_no_row_of_the_case(steward: Actor, closed: Case) -> None:
    forget_customer(actor=steward, case=closed, now=NOW)

    assert [word for word in ("lee", "Lee", "507", "hot", "390") if word in said(closed)] == []
    assert list(cases_found(steward, Search(text="lee"))) == []
    assert list(cases_found(steward, Search(text=closed.reference))) == [closed]
    assert not VaultKey.objects.filter(subject=subject_of_case(closed.pk)).exists()


def test_what_was_given_and_every_proof_stays(steward: Actor, closed: Case) -> None:
    before = Gesture.objects.values("amount", "what", "entry").get()

    forget_customer(actor=steward, case=closed, now=NOW)

    assert Gesture.objects.values("amount", "what", "entry").get() == before
    assert (faults_of_log(), BookReader().read()) == ([], [])


def test_twice_is_once(steward: Actor, closed: Case) -> None:
    forget_customer(actor=steward, case=closed, now=NOW)
    forget_customer(actor=steward, case=closed, now=NOW)

    assert len(handles_forgotten()) == 1


def test_only_stewards_forget_and_only_closed_cases(agent: Actor, steward: Actor, closed: Case) -> None:
    before = said(closed)
    waiting = make_case(agent, facts=FACTS)

    with pytest.raises(NotPermitted):
        forget_customer(actor=agent, case=closed, now=NOW)
    with pytest.raises(CaseStillOpen):
        forget_customer(actor=steward, case=waiting, now=NOW)

    assert said(closed) == before
    assert handles_forgotten() == frozenset()
