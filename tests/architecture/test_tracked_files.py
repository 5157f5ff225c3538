"""The repository says nothing of the machine it was written on: no registry, no mirror, no private path."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import files_of_the_repository, shown

# Written in pieces so that this file is not its own finding.
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "yarnpkg" + ".com", "conda" + ".anaconda")
PRIVATE_FOLDERS = ("root", "work", "workspace", "home/[a-z]+", "Users/[A-Za-z]+", "opt/wheels")
TRACE = re.compile(
    rf"{'|'.join(map(re.escape, REGISTRIES))}|(?<![\w.\-}}<>/*])/(?:{'|'.join(PRIVATE_FOLDERS)})(?:/|\b)"
)
BINARY = frozenset({".mo", ".png", ".jpg", ".pdf", ".woff2", ".ico"})


def traces(text: str) -> list[str]:
    return [
        f"line {number}: {match.group()}"
        for number, line in enumerate(text.splitlines(), 1)
        for match in TRACE.finditer(line)
    ]


def texts() -> list[Path]:
    return [path for path in files_of_the_repository() if path.suffix not in BINARY]


def test_no_file_names_a_registry_or_a_private_path() -> None:
    found = ((path, traces(path.read_text(encoding="utf-8"))) for path in texts() if path != Path(__file__))

    assert [f"{shown(path)} {trace}" for path, places in found for trace in places] == []


def test_environments_and_caches_are_not_tracked() -> None:
    folders = {".venv", ".venv-core", ".cache", "__pycache__", ".hypothesis", "node_modules"}

    assert [shown(path) for path in files_of_the_repository() if folders & set(path.parts)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pip install -i https://" + "pypi" + ".org/simple", True),
        ('PATH = "/root/geste"', True),
        ("cd /home/ann/geste", True),
        ("see ../shared/data", False),
        ("src/geste/work/views.py", False),
        ("/workers", False),
        ("</root>", False),
    ],
)
def test_a_trace_is_found(line: str, found: bool) -> None:
    assert bool(traces(line)) is found
