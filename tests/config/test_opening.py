"""Opening the house: the printed link works, and whatever keeps the house shut is said in one line."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

LINK = re.compile(r"Open (http://127\.0\.0\.1:\d+/demo/enter/\S+/)")
PATIENCE_SECONDS = 180


def geste(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Start the command in surroundings that know of no other installation."""
    return python("from geste.interfaces.cli.main import main; main()", *arguments, **environment)


def python(program: str, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Start a program of ours in surroundings that know of no other installation."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GESTE_", "DJANGO_"))}
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env={**clean, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(*arguments: str, **environment: str) -> str:
    """Return what a command that cannot work says; it ends with status 1 and without a traceback."""
    with geste(*arguments, **environment) as command:
        _, words = command.communicate(timeout=PATIENCE_SECONDS)
    assert command.returncode == 1
    assert "Traceback" not in words
    return words


@pytest.fixture
def taken() -> Iterator[int]:
    """Return a port somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def demonstration(tmp_path: Path) -> Iterator[str]:
    """Return the link that a demonstration prints once it is open."""
    with geste("demo", "--port", "0", "--data", str(tmp_path / "demo")) as command:
        try:
            assert command.stdout is not None
            printed = command.stdout.readline()
            link = LINK.search(printed)
            assert link is not None, printed
            yield link[1]
        finally:
            command.send_signal(signal.SIGTERM)
            command.communicate(timeout=PATIENCE_SECONDS)


def test_the_link_that_is_printed_opens_once(demonstration: str) -> None:
    with urlopen(demonstration) as answer:
        assert answer.status == 200

    with pytest.raises(HTTPError) as refused:
        urlopen(demonstration)
    with refused.value as answer:
        assert answer.code == 410


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_that_is_taken_is_never_shared(tmp_path: Path, taken: int, command: str) -> None:
    words = said(command, "--port", str(taken), "--data", str(tmp_path))

    assert words.startswith(f"Error: Port {taken} of 127.0.0.1 cannot be used: something listens there already")
    assert "--port 0" in words
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"GESTE_LANGUAGE": "de"}, "Error: GESTE_LANGUAGE is 'de'; expected en or fr.\n"),
        ({"GESTE_DATABASE_URL": "mysql://host/name"}, "Error: GESTE_DATABASE_URL is 'mysql'; expected postgresql://"),
        ({"GESTE_DATABASE_URL": "postgresql://u@127.0.0.1:1/x"}, "Error: The database cannot be used: "),
        ({"GESTE_DATA_DIR": "/dev/null/geste"}, "Error: /dev/null/geste: Not a directory\n"),
    ],
)
def test_what_keeps_the_house_shut_is_said(tmp_path: Path, environment: dict[str, str], words: str) -> None:
    assert said("serve", "--port", "0", **{"GESTE_DATA_DIR": str(tmp_path), **environment}).startswith(words)


def test_a_host_that_is_not_ours_is_said(tmp_path: Path) -> None:
    assert said("serve", "--host", "300.1.1.1", "--data", str(tmp_path)).startswith("Error: ")
