"""The tables made from the code leave nothing out."""

from dataclasses import fields

import pytest

from geste.config.options import Options
from geste.core import limits
from geste.core.charter.vocabulary import BUILT_IN_FACTS, GESTURE_KINDS
from geste.core.money import known_currencies
from geste.interfaces.cli.main import COMMANDS
from tools import reference


def first_cells(table: str) -> list[str]:
    return [row.split(" | ")[0].strip("| `") for row in table.splitlines()[2:]]


def test_every_limit_has_a_meaning() -> None:
    assert first_cells(reference.size_limits()) == [name for name in vars(limits) if name.isupper()]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("kinds", GESTURE_KINDS),
        ("built in facts", [fact.path for fact in BUILT_IN_FACTS]),
        ("settings", [option.metadata["variable"] for option in fields(Options)]),
    ],
)
def test_every_name_has_a_row(table: str, names: list[str]) -> None:
    assert first_cells(reference.TABLES[table]()) == list(names)


def test_every_currency_is_listed_once() -> None:
    listed = " ".join(row.split(" | ")[1] for row in reference.currencies().splitlines()[2:])

    assert sorted(listed.strip("| ").replace(" |", "").split()) == list(known_currencies())


def test_every_command_has_its_help() -> None:
    shown = reference.commands()

    assert [name for name in COMMANDS if f"## geste {name}" not in shown] == []
