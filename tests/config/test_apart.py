"""Apart: a house is one process that answers and one that writes and works; they live and end together."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from geste.config.running import is_open
from tests.config.test_opening import PATIENCE_SECONDS, geste
from tests.environment.processes import children_of, is_alive

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere one process does it all")
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
SOON_SECONDS = 20


class Served:
    """An empty house, open, and its processes."""

    def __init__(self, command: "subprocess.Popen[str]") -> None:
        self.command = command
        assert command.stdout is not None
        printed = command.stdout.readline()
        found = ADDRESS.search(printed)
        assert found is not None, printed
        self.port = int(found[1])
        # The one that writes is made first.
        self.writing, self.answering = children_of(command.pid)

    def is_gone(self) -> bool:
        """Return whether no process of it is left and nobody answers."""
        processes = (self.command.pid, self.writing, self.answering)
        return not any(map(is_alive, processes)) and not is_open("127.0.0.1", self.port)


def soon(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + SOON_SECONDS
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with geste("serve", "--port", "0", "--data", str(tmp_path / "house")) as command:
        house = Served(command)
        try:
            yield house
        finally:
            for process in (house.writing, house.answering, command.pid):
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            command.communicate(timeout=PATIENCE_SECONDS)


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_whoever_ends_all_processes_at_once_ends_them_in_good_order(served: Served, asked: signal.Signals) -> None:
    for process in (served.writing, served.answering, served.command.pid):
        os.kill(process, asked)

    _, words = served.command.communicate(timeout=SOON_SECONDS)

    assert soon(served.is_gone)
    assert (served.command.returncode, words) == (0, "")


def test_whoever_ends_the_one_that_answers_ends_the_house_in_good_order(served: Served) -> None:
    os.kill(served.answering, signal.SIGTERM)

    _, words = served.command.communicate(timeout=SOON_SECONDS)

    assert soon(served.is_gone)
    assert (served.command.returncode, words) == (0, "")


def test_when_the_process_that_writes_is_killed_the_house_falls_and_says_so(served: Served) -> None:
    os.kill(served.writing, signal.SIGKILL)

    assert soon(served.is_gone)
    _, words = served.command.communicate(timeout=SOON_SECONDS)
    assert "The process that writes is gone" in words


@pytest.mark.parametrize("whom", ["command", "answering"])
def test_nobody_stays_behind_whoever_of_them_is_killed(served: Served, whom: str) -> None:
    os.kill(served.command.pid if whom == "command" else served.answering, signal.SIGKILL)

    assert soon(served.is_gone)
