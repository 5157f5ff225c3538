"""Whoever types what a page shows sees what it shows: every `console` block of how-to pages and tutorial runs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import excerpts

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs" / "how-to").glob("*.md")), *sorted((ROOT / "docs" / "tutorial").glob("*.md"))]
SAVED = re.compile(r"^<!-- file (?P<name>\S+) -->\n```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = [page for page in PAGES if excerpts.blocks(page.read_text(encoding="utf-8"), "console")]
END = "-- end of what this command says --"
ANYTHING = "…"
SPACES = {ord("\u00a0"): " ", ord("\u202f"): " "}


def sessions(page: str) -> list[tuple[str, str]]:
    """Return the commands a page shows, each with what it says; a line that begins with `> ` continues a command."""
    found: list[tuple[str, str]] = []
    for _, block in excerpts.blocks(page, "console"):
        for said in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = said.splitlines(keepends=True)
            length = next((index for index, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
            command = "".join([lines[0], *(line.removeprefix("> ") for line in lines[1:length])])
            found.append((command, "".join(lines[length:])))
    return found


def typed(commands: list[str], folder: Path) -> list[str]:
    """Return what each command says, typed one after the other in one shell; `$?` is the status of the one before."""
    script = "".join(f"{command}status=$?; echo '{END}'; (exit $status)\n" for command in commands)
    environment = {**os.environ, "PATH": f"{sys.prefix}/bin:{os.environ['PATH']}", "LANG": "en", "LC_ALL": ""}
    run = subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return run.stdout.split(f"{END}\n")[:-1]


def is_as_shown(said: str, shown: str) -> bool:
    """Return whether a text is the one shown, where `…` stands for anything and no-break spaces look like spaces."""
    said, shown = (text.translate(SPACES) for text in (said, shown))
    pattern = ".*".join(re.escape(part) for part in shown.split(ANYTHING))
    return re.fullmatch(pattern, said, re.DOTALL) is not None


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_the_commands_say_what_the_page_shows(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    for file in SAVED.finditer(page):
        (tmp_path / file["name"]).write_text(file["text"], encoding="utf-8")

    commands = [command for command, _ in sessions(page)]
    for (command, shown), said in zip(sessions(page), typed(commands, tmp_path), strict=True):
        assert is_as_shown(said, shown), f"$ {command}{said}"


def test_commands_are_read_with_what_they_say() -> None:
    page = "```console\n$ echo one \\\n> two\none two\n$ false\n$ echo $?\n1\n```\n"

    assert sessions(page) == [("echo one \\\ntwo\n", "one two\n"), ("false\n", ""), ("echo $?\n", "1\n")]
    assert typed([command for command, _ in sessions(page)], ROOT) == ["one two\n", "", "1\n"]


def test_what_is_left_out_may_be_anything() -> None:
    assert is_as_shown("one\ntwo\nthree\n", "one\n…three\n")
    assert not is_as_shown("one\ntwo\n", "one\n")
