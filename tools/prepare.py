"""Prepare: make the virtual environment a command needs, once. Runs before anything is installed.

`python3 -m tools.prepare SET`, where SET is runtime, dev, bench or core. Every version is held by its hash.
A stamp beside the environment remembers what was installed, so a second run costs nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
# Each set of the main environment holds the ones before it.
GROWING = ("runtime", "dev", "bench")
CORE = "core"


class Failed(Exception):
    """A step did not work; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Prepare the named set and return the exit status."""
    if len(arguments) != 1 or arguments[0] not in (*GROWING, CORE):
        print(__doc__)
        return 2
    restart_under_newer_python()
    try:
        prepare(arguments[0])
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def restart_under_newer_python() -> None:
    """Go on with a Python that is new enough, where the default one is not."""
    if sys.version_info >= OLDEST:
        return
    newer = next(filter(None, map(shutil.which, NEWER_PYTHONS)), None)
    if newer is None:
        sys.exit("Geste needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.11 ...")
    os.execv(newer, [newer, *sys.argv])


def prepare(name: str) -> None:
    """Bring the environment of this set up to date."""
    folder = environment_of(name)
    if is_current(name, folder):
        return
    started = time.monotonic()
    pins = requirements_of(name)
    print(f"Setting up {folder.name} ({name}: {pins.read_text().count('==')} packages)...", flush=True)
    stamp_of(name, folder).unlink(missing_ok=True)
    make_environment(folder)
    uv = bootstrapped_uv(folder)
    install(folder, uv, "--require-hashes", "-r", str(pins))
    if name != CORE:
        install(folder, uv, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp_of(name, folder).write_text(digest_of(name))
    print(f"{folder.name} is ready after {time.monotonic() - started:.0f} s.", flush=True)


def environment_of(name: str) -> Path:
    """Return where the set is installed: the core proves itself in a place where Django is absent."""
    return ROOT / (".venv-core" if name == CORE else ".venv")


def requirements_of(name: str) -> Path:
    """Return the pinned list of the set."""
    return ROOT / "requirements" / f"{name}.txt"


def stamp_of(name: str, folder: Path) -> Path:
    """Return the file that remembers what was installed."""
    return folder / f".geste-{name}"


def is_current(name: str, folder: Path) -> bool:
    """Return whether this set, or one that holds it, is installed as it is written down now."""
    if not python_in(folder).exists():
        return False
    holders = GROWING[GROWING.index(name) :] if name in GROWING else (name,)
    stamps = ((stamp_of(holder, folder), holder) for holder in holders)
    return any(stamp.is_file() and stamp.read_text() == digest_of(holder) for stamp, holder in stamps)


def digest_of(name: str) -> str:
    """Return a digest of everything that decides what gets installed, and where."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (requirements_of(name), requirements_of("bootstrap"), ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def python_in(folder: Path) -> Path:
    """Return the interpreter of an environment."""
    return folder / "bin" / "python"


def make_environment(folder: Path) -> None:
    """Create the virtual environment unless a working one stands there."""
    if python_in(folder).exists() and run(python_in(folder), "-m", "pip", "--version").returncode == 0:
        return
    if run(sys.executable, "-m", "venv", "--clear", folder).returncode == 0:
        return
    if can_use_apt():
        # Debian keeps the part of Python that makes environments in a package of its own.
        run("apt-get", "update", "-q")
        run("apt-get", "install", "-qy", f"python3.{sys.version_info.minor}-venv")
        if run(sys.executable, "-m", "venv", "--clear", folder).returncode == 0:
            return
    raise Failed(
        f"{sys.executable} cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"
    )


def can_use_apt() -> bool:
    """Return whether system packages can be installed without asking anybody."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def bootstrapped_uv(folder: Path) -> Path | None:
    """Install uv and the build backend; return uv, or nothing where it cannot be had."""
    pins = requirements_of("bootstrap")
    done = run(*pip_in(folder), "install", "--only-binary=:all:", "--require-hashes", "-r", pins)
    uv = folder / "bin" / "uv"
    return uv if done.returncode == 0 and uv.exists() else None


def pip_in(folder: Path) -> tuple[str, ...]:
    """Return the start of a pip command in this environment."""
    return (str(python_in(folder)), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


def install(folder: Path, uv: Path | None, *what: str) -> None:
    """Install with uv, which is fast, or with pip, which knows the mirrors this machine is set up for."""
    if uv is not None:
        done = run(uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python_in(folder), *what)
        if done.returncode == 0:
            return
        print(f"uv could not ({last_line(done.stderr)}); going on with pip.", flush=True)
    else:
        # Without the bootstrap there is no build backend either: pip fetches it for itself.
        what = tuple(option for option in what if option != "--no-build-isolation")
    done = run(*pip_in(folder), "install", *what)
    if done.returncode:
        raise Failed(done.stderr.strip() or done.stdout.strip())


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal and keep what it says."""
    # uv trusts the certificates of this machine, as pip does, and uses the Python it is given.
    surroundings = {
        "UV_SYSTEM_CERTS": "1",
        "UV_PYTHON_DOWNLOADS": "never",
        "DEBIAN_FRONTEND": "noninteractive",
        **os.environ,
    }
    surroundings.pop("VIRTUAL_ENV", None)
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=ROOT, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def last_line(text: str) -> str:
    """Return the last thing a command said."""
    return (text.strip().splitlines() or ["it did not say why"])[-1].strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
