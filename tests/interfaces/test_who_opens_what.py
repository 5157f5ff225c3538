"""Who opens what: every address of the house, asked for by everybody. `tests/permissions.toml` is the table."""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tools.permissions import line_of, signing_in, table

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from tests.permitted.doors import Furnished

pytestmark = pytest.mark.django_db
TABLE = table()
APART = ("books", "counter", "floor", "heard", "pledge", "studio")
"""The addresses of the web door are asked for in as many goes, so that several workers share them."""


def part_of(name: str) -> str:
    """Return in which go an address is asked for."""
    first = name.removeprefix("web:").partition("-")[0]
    return first if first in APART else "the rest"


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator["Furnished"]:
    """Return one house with one of each thing for every address: what an answer writes is undone."""
    from tests.permitted.cells import undone
    from tests.permitted.doors import furnished
    from tests.permitted.house import make_house

    with django_db_blocker.unblock(), undone():
        yield furnished(make_house())


@pytest.mark.item("S2.2")
@pytest.mark.parametrize("part", [*APART, "the rest"])
def test_who_opens_what(house: "Furnished", part: str, caplog: pytest.LogCaptureFixture) -> None:
    # Half of the answers are refusals, as they should be: nobody reads a log of them.
    caplog.set_level(logging.ERROR, logger="django.request")
    from tests.permitted.doors import addresses, answers_at_the_door

    other = {}
    for address in addresses():
        if part_of(address.name) != part:
            continue
        answers = answers_at_the_door(house, address)
        if answers != TABLE.addresses.get(address.name):
            other[address.name] = f'"{address.name}" = {line_of(answers, signing_in(address.name))}'
    assert not other, "If that is meant, under [addresses] in tests/permissions.toml:\n" + "\n".join(other.values())


def test_a_line_is_about_an_address_there_is() -> None:
    from tests.permitted.doors import AT_THE_DOOR, addresses

    assert sorted(set(TABLE.addresses) - {address.name for address in addresses()}) == []
    assert TABLE.at_the_door == AT_THE_DOOR
