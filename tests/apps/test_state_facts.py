"""Stating: facts are kept as claimed or confirmed, all of them or none."""

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.state_facts import state_facts, with_stated
from geste.core.decision.inputs import InputRefused
from tests.make import NOW, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def test_facts_are_put_in_place_and_the_others_stay(agent: Actor) -> None:
    case = make_case(agent, facts={"stay": {"nights": 1}, "case": {"danger": False}})

    case = state_facts(actor=agent, case=case, stated={"stay.price": "390.00", "stay.late": {"claimed": True}}, now=NOW)

    assert case.facts == {
        "stay": {"nights": 1, "price": "390.00", "late": {"claimed": True}},
        "case": {"danger": False},
    }


def test_one_mistake_and_nothing_is_kept(agent: Actor) -> None:
    case = make_case(agent)

    with pytest.raises(InputRefused) as refused:
        state_facts(actor=agent, case=case, stated={"stay.price": "390", "stay.nights": "two"}, now=NOW)

    assert [dict(found.values)["path"] for found in refused.value.findings] == ["facts.stay.nights"]
    case.refresh_from_db()
    assert case.facts == {}


def test_nothing_is_stated_about_a_closed_case(agent: Actor) -> None:
    case = make_case(agent)
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    with pytest.raises(NotPermitted):
        state_facts(actor=agent, case=case, stated={"stay.nights": 2}, now=NOW)


@pytest.mark.parametrize(
    ("before", "stated", "after"),
    [
        ({}, {"a.b.c": 1}, {"a": {"b": {"c": 1}}}),
        ({"a": {"b": 1, "c": 2}}, {"a.b": None}, {"a": {"c": 2}}),
        ({"a": {"b": 1}}, {"a.b": None}, {}),
        ({"a": {"b": {"claimed": 1}}}, {"a.b": {"confirmed": 1}}, {"a": {"b": {"confirmed": 1}}}),
        ({}, {"a": None, "b.c": None}, {}),
    ],
)
def test_values_find_their_place(
    before: dict[str, object], stated: dict[str, object], after: dict[str, object]
) -> None:
    assert with_stated(before, stated) == after
