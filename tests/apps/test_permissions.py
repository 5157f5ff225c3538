"""Permissions: every cell of who may do what to what, by really doing it. `tests/permissions.toml` is the table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.permitted import states
from tests.permitted.cells import answers_to_everybody, name_of, undone
from tests.permitted.house import EVERYBODY, House, make_house
from tests.permitted.verbs import VERBS
from tools.permissions import gaps, line_of, table

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

pytestmark = pytest.mark.django_db
TABLE = table()
LINES = [(verb, state) for verb, lines in TABLE.verbs.items() for state in lines]


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[House]:
    """Return one house for every cell: what a cell writes is undone."""
    with django_db_blocker.unblock(), undone():
        yield make_house()


@pytest.mark.item("S2.2")
@pytest.mark.parametrize(("verb", "state"), LINES)
def test_who_may(house: House, verb: str, state: str) -> None:
    assert verb in VERBS, f'tests/permitted/verbs.py lacks: "{verb}": lambda actor, thing: ...,'
    assert hasattr(states, name_of(state)), f"tests/permitted/states.py lacks: def {name_of(state)}(house: House): ..."

    answers = answers_to_everybody(house, verb, state)

    expected = TABLE.verbs[verb][state]
    other = {name: (answer, expected[name]) for name, answer in answers.items() if answer != expected[name]}
    is_so = f'"{state}" = {line_of(answers)}'
    assert not other, f"{verb}, {state}: answered and expected differ: {other}. If that is meant:\n{is_so}"


def test_whatever_somebody_does_has_a_line() -> None:
    assert gaps(TABLE) == []
    assert sorted(set(VERBS) - set(TABLE.verbs)) == []
    assert {*TABLE.people} - {*TABLE.outside} == set(EVERYBODY)
