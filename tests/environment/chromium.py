"""Chromium for browser tests: finds a working one, and installs one when `make test` asks for it."""

import functools
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ADVICE = "Chromium: none found; set CHROMIUM=/path/to/it or install it. Browser tests are skipped."
LIGHT = "headless-shell"
"""The same Chromium without what surrounds a page: it takes half the processor time of a whole one."""
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NAMES = (f"chromium-{LIGHT}", f"chrome-{LIGHT}", *WHOLE)
# A Chromium that needs no package manager: the binary comes inside the npm package.
NPM_PACKAGE = "@sparticuz/chromium@147.0.0"
CACHE = Path(__file__).resolve().parents[2] / ".cache"
NPM_FOLDER = CACHE / "chromium"
TRIED = CACHE / "light-chromium-tried"
PLAYWRIGHT_FOLDERS = (".cache/ms-playwright", "Library/Caches/ms-playwright")
PLAYWRIGHT_BINARIES = (
    f"chromium_headless_shell-*/chrome-{LIGHT}-*/chrome-{LIGHT}",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
MACINTOSH = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
PATIENCE_SECONDS = 300

LAUNCH_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # The light browser fits letters to the screen even on paper; what is read out of a printed page then has gaps.
    "--font-render-hinting=none",
)


@functools.cache
def chromium_found() -> str | None:
    """Return the first browser that starts: the one CHROMIUM names, one on PATH, or one installed by an earlier run."""
    return next((path for path in _candidates(os.environ) if _starts(path)), None)


def _candidates(environment: Mapping[str, str]) -> list[str]:
    if environment.get("CHROMIUM"):
        return [environment["CHROMIUM"]]
    on_path = [path for name in NAMES if (path := shutil.which(name, path=environment.get("PATH")))]
    found = [*on_path, MACINTOSH, *_from_playwright(environment), str(NPM_FOLDER / "browser" / "chromium")]
    return sorted(found, key=lambda path: LIGHT not in path)


def _from_playwright(environment: Mapping[str, str]) -> list[str]:
    chosen = environment.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(chosen)] if chosen else [Path.home() / folder for folder in PLAYWRIGHT_FOLDERS]
    found = (path for folder in folders for pattern in PLAYWRIGHT_BINARIES for path in folder.glob(pattern))
    return sorted(map(str, found), reverse=True)


def _starts(path: str) -> bool:
    """Return whether it is a browser: some distributions ship a script that only says where to get one."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def description() -> str:
    """Say in one line which browser the tests will drive."""
    found = chromium_found()
    return f"Chromium: {found}" if found else ADVICE


def install_chromium() -> str | None:
    """Try each known way to get a browser until one starts; return its path, or nothing."""
    for way in (_light_by_apt, _by_apt, _by_playwright, _by_npm):
        chromium_found.cache_clear()
        if chromium_found():
            break
        _attempt(way)
    chromium_found.cache_clear()
    return chromium_found()


def lighten() -> None:
    """Where a whole Chromium is all there is, try once to get the light one beside it."""
    found = chromium_found()
    if found is None or LIGHT in found or os.environ.get("CHROMIUM") or TRIED.exists():
        return
    TRIED.parent.mkdir(parents=True, exist_ok=True)
    TRIED.touch()
    _attempt(_light_by_apt)
    chromium_found.cache_clear()


def _attempt(way: Callable[[], None]) -> None:
    try:
        way()
    except (OSError, subprocess.SubprocessError) as failure:
        print(f"Chromium: {way.__name__.removeprefix('_')} did not work: {failure}", flush=True)


def _run(*command: str) -> None:
    print(f"Chromium: {' '.join(command)}", flush=True)
    # Quiet unless it fails: the caller prints what went wrong and the next way is tried.
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE_SECONDS)


def _light_by_apt() -> None:
    _from_debian(f"chromium-{LIGHT}")


def _by_apt() -> None:
    _from_debian("chromium")


def _from_debian(package: str) -> None:
    """Debian packages Chromium itself; elsewhere the package only points to a store."""
    if os.geteuid() != 0 or not shutil.which("apt-get") or platform.freedesktop_os_release().get("ID") != "debian":
        return
    _run("apt-get", "update", "-q")
    _run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-qy", "--no-install-recommends", package)


def _by_playwright() -> None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _by_npm() -> None:
    if not shutil.which("npm") or not shutil.which("node"):
        return
    browser = NPM_FOLDER / "browser"
    browser.mkdir(parents=True, exist_ok=True)
    _run("npm", "install", "--prefix", str(NPM_FOLDER), "--ignore-scripts", "--no-audit", "--no-fund", NPM_PACKAGE)
    module = NPM_FOLDER / "node_modules/@sparticuz/chromium/build/esm/index.js"
    # The package unpacks itself into the temporary folder, wherever that is said to be.
    _run("env", f"TMPDIR={browser}", "node", "--eval", f"import('{module}').then(it => it.default.executablePath())")
