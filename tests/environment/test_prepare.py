"""The environment is prepared once, again when what is written down changes, and without uv where uv cannot be had."""

import sys
from pathlib import Path

import pytest

from tools import prepare


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of its own, with every set written down."""
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "requirements").mkdir()
    for name in ("bootstrap", "runtime", "dev", "bench", "core"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n")
    return tmp_path


def program(folder: Path, name: str, exit_status: int) -> Path:
    """Write a program that records its words and says why it fails."""
    path = folder / "bin" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\necho {name} "$@" >> {folder}/said\necho no network >&2\nexit {exit_status}\n')
    path.chmod(0o755)
    return path


def installed(name: str) -> Path:
    folder = prepare.environment_of(name)
    program(folder, "python", exit_status=0)
    prepare.stamp_of(name, folder).write_text(prepare.digest_of(name))
    return folder


@pytest.mark.usefixtures("root")
def test_nothing_is_current_before_it_is_installed() -> None:
    assert not prepare.is_current("dev", prepare.environment_of("dev"))


@pytest.mark.usefixtures("root")
def test_a_wider_set_holds_the_narrower_ones() -> None:
    folder = installed("dev")

    assert prepare.is_current("runtime", folder)
    assert prepare.is_current("dev", folder)
    assert not prepare.is_current("bench", folder)


@pytest.mark.parametrize("changed", ["requirements/dev.txt", "requirements/bootstrap.txt", "pyproject.toml"])
def test_a_change_to_what_is_written_down_is_noticed(root: Path, changed: str) -> None:
    folder = installed("dev")

    (root / changed).write_text("other==2\n")

    assert not prepare.is_current("dev", folder)


def test_a_moved_repository_is_prepared_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = installed("dev")
    root.rename(root.with_name("elsewhere"))
    monkeypatch.setattr(prepare, "ROOT", root.with_name("elsewhere"))

    assert not prepare.is_current("dev", root.with_name("elsewhere") / folder.name)


@pytest.mark.usefixtures("root")
def test_the_core_lives_apart() -> None:
    assert prepare.environment_of("core") != prepare.environment_of("runtime")
    assert prepare.environment_of("bench") == prepare.environment_of("runtime")


def test_pip_goes_on_where_uv_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program(root, "python", exit_status=0)

    prepare.install(root, program(root, "uv", exit_status=1), "-r", "dev.txt")

    uv, pip = (root / "said").read_text().splitlines()
    assert uv == f"uv pip install --quiet --compile-bytecode --python {root}/bin/python -r dev.txt"
    assert pip == "python -m pip --quiet --disable-pip-version-check --no-input install -r dev.txt"
    assert capsys.readouterr().out == "uv could not (no network); going on with pip.\n"


def test_without_a_bootstrap_pip_fetches_the_build_backend(root: Path) -> None:
    program(root, "python", exit_status=0)

    prepare.install(root, None, "--no-deps", "--no-build-isolation", "--editable", ".")

    assert (root / "said").read_text().endswith("install --no-deps --editable .\n")


def test_an_installation_that_fails_says_why(root: Path) -> None:
    program(root, "python", exit_status=1)

    with pytest.raises(prepare.Failed, match="no network"):
        prepare.install(root, None, "-r", "dev.txt")


def test_a_python_that_cannot_make_environments_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(program(root, "python3", exit_status=1)))
    monkeypatch.setattr(prepare, "can_use_apt", lambda: False)

    with pytest.raises(prepare.Failed, match="apt-get install python3-venv"):
        prepare.make_environment(root / ".venv")


def test_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert prepare.main(["everything"]) == 2
    assert "runtime, dev, bench or core" in capsys.readouterr().out
