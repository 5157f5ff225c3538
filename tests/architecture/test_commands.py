"""The commands a newcomer is told to type exist, and those that exist are told."""

import re

from tests.architecture.tree import ROOT

TARGET = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)
SAID = re.compile(r"(?:^|&& )\s*make ([a-z]+)\b", re.MULTILINE)


def targets() -> set[str]:
    return set(TARGET.findall((ROOT / "Makefile").read_text()))


def commands_in_code(text: str) -> set[str]:
    """Return the make targets a document shows as something to type."""
    code = re.findall(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", text, re.DOTALL)
    return {name for block, span in code for name in SAID.findall(block or span)}


def test_the_readme_names_both_commands() -> None:
    assert {"demo", "test"} <= commands_in_code((ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_command_is_explained_to_contributors() -> None:
    said = commands_in_code((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))

    assert sorted(targets() - said - {"help"}) == []


def test_no_document_names_a_command_that_is_not_there() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    said = {name for path in documents for name in commands_in_code(path.read_text(encoding="utf-8"))}

    assert said
    assert sorted(said - targets()) == []


def test_commands_are_read_from_code_only() -> None:
    text = "We make sure: `make test`, or\n```sh\ncd geste && make demo\n# to make a start\n```\n"

    assert commands_in_code(text) == {"test", "demo"}
