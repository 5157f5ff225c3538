"""The tutorial of the first run, word for word: its commands typed, its steps taken in a browser, its words read."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.docs.test_commands_on_pages import is_as_shown
from tests.environment.watch import Watch

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "tutorial" / "first-run.md").read_text(encoding="utf-8")
PATIENCE_SECONDS = 60
PART = re.compile(r"^```(sh|text)\n(.*?)^```$|^\d+\. (.*?)(?=^\d+\. |^#|^\n)", re.MULTILINE | re.DOTALL)
DONE = {
    "type": re.compile(r"[Tt]ype `(?P<what>[^`]+)` into \*\*(?P<where>[^*]+)\*\*"),
    "choose": re.compile(r"[Cc]hoose `(?P<what>[^`]+)` in \*\*(?P<where>[^*]+)\*\*"),
    "pick": re.compile(r"[Pp]ick \*\*(?P<where>[^*]+)\*\*"),
    "press": re.compile(r"[Pp]ress \*\*(?P<where>[^*]+)\*\*(?: beside \*(?P<what>[^*]+)\*)?"),
    "print": re.compile(r"[Pp]rint \*\*(?P<where>[^*]+)\*\*"),
    "read": re.compile(r"[Yy]ou read \*(?P<what>[^*]+)\*"),
}


def parts(page: str) -> list[tuple[str, str]]:
    """Return the commands, what they say, and the numbered steps, in the order of the page."""
    return [(kind, text) if kind else ("step", " ".join(step.split())) for kind, text, step in PART.findall(page)]


def actions(step: str) -> list[tuple[str, dict[str, str]]]:
    """Return what one does and reads in a step, in its order."""
    found = [(match.start(), what, match.groupdict()) for what, form in DONE.items() for match in form.finditer(step)]
    return [(what, groups) for _, what, groups in sorted(found, key=lambda each: each[0])]


class Reader:
    """Somebody who does what the page says, with a terminal and a browser."""

    def __init__(self, browser: Page, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.server: subprocess.Popen[str] | None = None
        self.said = ""

    def types_at_the_terminal(self, command: str) -> None:
        """Type a command; a server goes on until the next one."""
        self.stops()
        environment = {name: text for name, text in os.environ.items() if not name.startswith(("GESTE_", "DJANGO_"))}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        started = subprocess.Popen(
            command.split(), cwd=self.folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        )
        if "serve" in command:
            self.server = started
            assert started.stdout is not None
            self.said = started.stdout.readline()
            self.browser.goto(self.said.split()[1])
        else:
            self.said = started.communicate(timeout=PATIENCE_SECONDS)[0]
            assert started.returncode == 0

    def stops(self) -> None:
        if self.server is not None:
            self.server.send_signal(signal.SIGINT)
            self.server.communicate(timeout=PATIENCE_SECONDS)
            self.server = None

    def does(self, what: str, where: str | None, text: str | None) -> None:
        """Do one thing a step says."""
        main = self.browser.get_by_role("main")
        done: dict[str, Callable[[], object]] = {
            "type": lambda: main.get_by_label(str(where), exact=True).fill(str(text)),
            "choose": lambda: main.get_by_label(str(where), exact=True).select_option(label=str(text)),
            "pick": lambda: main.get_by_label(str(where)).check(),
            "press": lambda: self._presses(str(where), text),
            "print": lambda: self._prints(str(where)),
            "read": lambda: expect(main).to_contain_text(str(text), use_inner_text=True),
        }
        done[what]()

    def _presses(self, name: str, beside: str | None) -> None:
        where = self.browser.get_by_role("main")
        if beside is not None:
            where = where.locator(".option", has_text=beside).first
        where.get_by_role("button", name=name).first.click()

    def _prints(self, name: str) -> None:
        address = self.browser.get_by_role("link", name=name).evaluate("link => link.href")
        assert self.browser.request.get(address).body().startswith(b"%PDF")


@pytest.fixture
def reader(page: Page, tmp_path: Path) -> Iterator[Reader]:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    reader = Reader(page, tmp_path)
    yield reader
    reader.stops()


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return {**browser_context_args, "locale": "en-GB"}


def test_whoever_does_what_the_page_says_ends_where_it_says(reader: Reader, watch: Watch) -> None:
    watch.expect_status(422)
    for kind, text in parts(PAGE):
        if kind == "sh":
            reader.types_at_the_terminal(text)
        elif kind == "text":
            assert is_as_shown(reader.said, text), reader.said
        else:
            for what, groups in actions(text):
                reader.does(what, groups.get("where"), groups.get("what"))


def test_nothing_on_the_page_is_passed_over() -> None:
    steps = [text for kind, text in parts(PAGE) if kind == "step"]
    numbers = re.findall(r"^(\d+)\. ", PAGE, re.MULTILINE)

    assert [int(number) for number in numbers] == list(range(1, len(steps) + 1))
    for step in steps:
        done = [what for what, _ in actions(step)]
        assert len([what for what in done if what != "read"]) == step.count("**") / 2, step
        assert done.count("read") == len(re.findall("[Yy]ou read ", step)), step
    assert len([kind for kind, _ in parts(PAGE) if kind == "sh"]) == PAGE.count("```sh")
    assert "Ctrl+C" in PAGE
