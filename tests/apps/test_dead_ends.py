"""Dead ends: what counts as one, and what does not."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Kind, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.gestures.dead_ends import DeadEnds, dead_ends
from tests.make import NOW, make_actor, make_case, make_charter, propose

pytestmark = [pytest.mark.django_db, pytest.mark.item("S0.8")]


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def closed(actor: Actor, outcome: Outcome, *tried: str) -> None:
    """Close a case with an outcome, after something was tried or nothing was."""
    case = make_case(actor, kind=Kind.REQUEST)
    for gesture in tried:
        propose(actor, case, gesture)
    close_case(actor=actor, case=case, outcome=outcome, now=NOW)


@pytest.mark.parametrize("outcome", [Outcome.NO_OPTION, Outcome.LEFT, Outcome.HANDED_OVER, Outcome.OWED_ONLY])
def test_a_case_closed_with_nothing_tried_is_a_dead_end(agent: Actor, outcome: Outcome) -> None:
    closed(agent, outcome)

    assert dead_ends(agent, at=NOW) == DeadEnds(1, 1)


@pytest.mark.parametrize("outcome", [Outcome.HEARD, Outcome.FIXED])
def test_whoever_was_heard_or_helped_met_none(agent: Actor, outcome: Outcome) -> None:
    closed(agent, outcome)

    assert dead_ends(agent, at=NOW) == DeadEnds(0, 1)


def test_what_was_tried_is_no_dead_end_unless_it_came_to_nothing(agent: Actor) -> None:
    closed(agent, Outcome.LEFT, "note")
    closed(agent, Outcome.NO_OPTION, "note", "note")

    assert dead_ends(agent, at=NOW) == DeadEnds(1, 2)


def test_only_four_weeks_and_what_one_may_see_count(agent: Actor) -> None:
    closed(agent, Outcome.NO_OPTION)

    assert dead_ends(agent, at=NOW + timedelta(weeks=4)) == DeadEnds(0, 0)
    assert dead_ends(make_actor("leo", site="Airport"), at=NOW) == DeadEnds(0, 0)
