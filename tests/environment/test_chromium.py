"""A browser is taken only if it starts, and CHROMIUM decides when it is set."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment import chromium


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    chromium.chromium_found.cache_clear()
    yield
    chromium.chromium_found.cache_clear()


def program(path: Path, exit_status: int) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {exit_status}\n")
    path.chmod(0o755)
    return str(path)


def test_the_named_browser_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = program(tmp_path / "mine", exit_status=0)
    monkeypatch.setenv("CHROMIUM", named)

    assert chromium.chromium_found() == named
    assert chromium.description() == f"Chromium: {named}"


def test_a_named_browser_that_does_not_start_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "absent"))

    assert chromium.chromium_found() is None
    assert chromium.description() == chromium.ADVICE


def test_a_script_that_only_points_to_a_store_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin" / "chromium", exit_status=1)
    real = program(tmp_path / "bin" / "google-chrome", exit_status=0)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/bin:/usr/bin")

    assert chromium._starts(str(tmp_path / "bin" / "chromium")) is False
    assert chromium._starts(real) is True


def test_playwright_keeps_its_newest_browser_first(tmp_path: Path) -> None:
    for version in ("1100", "1255"):
        program(tmp_path / f"chromium-{version}" / "chrome-linux64" / "chrome", exit_status=0)

    found = chromium._from_playwright({"PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)})

    assert [Path(path).parts[-3] for path in found] == ["chromium-1255", "chromium-1100"]


def test_the_light_one_is_taken_before_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin" / "chromium", exit_status=0)
    folder = tmp_path / "playwright" / "chromium_headless_shell-1255" / "chrome-headless-shell-linux64"
    light = program(folder / "chrome-headless-shell", exit_status=0)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))

    assert chromium.chromium_found() == light


def test_a_light_one_is_looked_for_once_beside_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = program(tmp_path / "bin" / "chromium", exit_status=0)
    asked: list[str] = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.setattr(chromium, "TRIED", tmp_path / "cache" / "tried")
    monkeypatch.setattr(chromium, "_from_debian", asked.append)

    chromium.lighten()
    chromium.lighten()

    assert asked == ["chromium-headless-shell"]
    assert chromium.chromium_found() == whole


def test_each_way_is_tried_until_a_browser_starts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = tmp_path / "chromium"
    monkeypatch.setenv("CHROMIUM", str(named))
    tried: list[str] = []

    def by_apt() -> None:
        tried.append("apt")
        raise OSError("no network")

    def by_playwright() -> None:
        tried.append("playwright")
        program(named, exit_status=0)

    monkeypatch.setattr(chromium, "_light_by_apt", lambda: tried.append("light"))
    monkeypatch.setattr(chromium, "_by_apt", by_apt)
    monkeypatch.setattr(chromium, "_by_playwright", by_playwright)
    monkeypatch.setattr(chromium, "_by_npm", lambda: tried.append("npm"))

    assert chromium.install_chromium() == str(named)
    assert tried == ["light", "apt", "playwright"]
