"""Everything an operator may type or set is told, with a meaning, where operators look it up."""

from collections.abc import Iterator
from dataclasses import Field, fields
from pathlib import Path

import click
import pytest

from geste.config.options import Options
from geste.interfaces.cli.main import main

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def commands_of(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, by its whole name."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for part in command.list_commands(context):
        inner = command.get_command(context, part)
        assert inner is not None
        yield from commands_of(inner, f"{name} {part}")


COMMANDS = dict(commands_of(main, "geste"))


def told_about(name: str) -> str:
    """Return what the reference says about a command, nothing if it is silent."""
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    return page.partition(f"## {name}\n")[2].partition("\n## ")[0]


def test_the_commands_are_those_the_page_tells() -> None:
    assert {"geste demo", "geste serve", "geste decide", "geste charter check"} <= COMMANDS.keys()
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert {line.removeprefix("## ") for line in page.splitlines() if line.startswith("## geste")} == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_has_a_meaning_and_is_told(name: str) -> None:
    options = [parameter for parameter in COMMANDS[name].params if isinstance(parameter, click.Option)]

    assert COMMANDS[name].help
    assert [option.opts[0] for option in options if not option.help and not option.hidden] == []
    assert [option.opts[0] for option in options if option.opts[0] not in told_about(name)] == []


@pytest.mark.parametrize("option", fields(Options), ids=lambda option: option.name)
def test_every_setting_is_told_word_for_word(option: Field[object]) -> None:
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")

    rows = [line for line in page.splitlines() if line.startswith(f"| `{option.metadata['variable']}` |")]
    assert len(rows) == 1
    assert option.metadata["meaning"] in rows[0]
