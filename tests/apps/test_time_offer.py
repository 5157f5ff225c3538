"""Time to offer: from the first look to the first decision, kept on the case and told of many cases only."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import TimeToOffer, time_to_offer
from geste.apps.cases.services.time_offer import note_first_look
from tests.make import NOW, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def offered_after(actor: Actor, seconds: float) -> Case:
    """Return a case that was decided so many seconds after somebody first looked at it."""
    case = make_case(actor)
    note_first_look(actor=actor, case=case, now=NOW)
    propose(actor, case, "note", now=NOW + timedelta(seconds=seconds))
    case.refresh_from_db()
    return case


@pytest.mark.item("S4.18")
def test_the_first_look_and_the_first_decision_count(agent: Actor) -> None:
    case = offered_after(agent, 41.6)

    note_first_look(actor=agent, case=case, now=NOW + timedelta(hours=1))
    propose(agent, case, "note", now=NOW + timedelta(hours=2))

    case.refresh_from_db()
    assert (case.looked_at, case.offered_after_seconds) == (NOW, 42)


def test_a_refusal_is_a_decision_too(agent: Actor) -> None:
    case = make_case(agent)
    note_first_look(actor=agent, case=case, now=NOW)

    assert propose(agent, case, "credit", "700", now=NOW + timedelta(seconds=9)).gesture is None

    case.refresh_from_db()
    assert case.offered_after_seconds == 9


def test_a_case_nobody_looked_at_is_not_timed(agent: Actor) -> None:
    case = make_case(agent)
    propose(agent, case, "note")

    case.refresh_from_db()
    assert case.offered_after_seconds is None


@pytest.mark.item("S4.18")
def test_the_median_is_told_of_five_cases_or_more_and_of_no_person(agent: Actor) -> None:
    for seconds in (10, 20, 30, 400):
        offered_after(agent, seconds)
    assert time_to_offer(agent, at=NOW) is None
    offered_after(make_actor("ana"), 25)

    assert time_to_offer(agent, at=NOW) == TimeToOffer(25, 5)
    assert time_to_offer(agent, at=NOW + timedelta(days=28)) is None
    assert time_to_offer(make_actor("leo", site="Airport"), at=NOW) is None
