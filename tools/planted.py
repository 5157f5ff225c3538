"""Planted: puts known bugs into a copy of the house, one at a time, and demands that the tests catch each of them.

`python -m tools.planted [NAME...]` reads `tests/planted.toml`. It first sees that the tests named there are green, then
plants each bug, sees that the house can still be imported, and runs its tests: something they check must fail, not
merely something that breaks. The working tree is never touched. A suite that misses a bug it was shown proves nothing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "planted.toml"
PATIENCE_SECONDS = 600
CHECKS = ("assert", "AssertionError", "Failed: ", "django.db.utils.IntegrityError")
"""How a failure begins that says that something is not as it must be. Anything else only says that a test broke."""
IMPORT = (
    "import sys, importlib as i, django; django.setup(); [print(i.import_module(n).__file__) for n in sys.argv[1:]]"
)


class CannotPlant(Exception):
    """A bug of the list cannot be planted any more, or the house cannot be tried at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is replaced by what in one file, counted from the root."""

    file: str
    find: str
    replace: str

    def applied_to(self, text: str) -> str:
        """Return the file with the bug in it.

        Raises:
            CannotPlant: what is to be replaced is not there exactly once.
        """
        times = text.count(self.find)
        if times != 1:
            raise CannotPlant(f"{self.file} has it {times} times, not once: {self.find.strip()[:80]!r}")
        return text.replace(self.find, self.replace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bug:
    """One bug: what it would cost, the promises it breaks, and the tests that must catch it on these databases."""

    name: str
    costs: str
    breaks: Sequence[str]
    tests: Sequence[str]
    changes: Sequence[Change]
    databases: Sequence[str] = ("sqlite",)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run said: which tests failed by what they check, and whatever else went wrong."""

    checks: Sequence[str]
    others: Sequence[str]


def bugs(text: str) -> list[Bug]:
    """Return the list of bugs."""
    return [_bug(name, told) for name, told in tomllib.loads(text).items()]


def _bug(name: str, told: dict[str, Any]) -> Bug:
    changes = [Change(**change) for change in told.pop("change")]
    return Bug(name=name, changes=changes, **told)


def main(names: Sequence[str]) -> int:
    """Plant every bug, or those that are named; return nought if each of them was caught."""
    known = {bug.name: bug for bug in bugs(LIST.read_text(encoding="utf-8"))}
    if unknown := sorted(set(names) - known.keys()):
        print(f"No such bug: {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    wanted = [known[name] for name in names] or [*known.values()]
    with tempfile.TemporaryDirectory(prefix="geste-planted-") as folder:
        house = _copy(Path(folder) / "house")
        try:
            _see_that_all_is_green(wanted, house)
            caught = [_is_caught(bug, house) for bug in wanted]
        except CannotPlant as problem:
            print(problem, file=sys.stderr)
            return 1
    print(f"{sum(caught)} of {len(caught)} caught")
    return 0 if all(caught) else 1


def _copy(house: Path) -> Path:
    """Copy what git tracks or would track."""
    listed = subprocess.check_output(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, text=True)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (house / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, house / name)
    return house


def _see_that_all_is_green(wanted: Sequence[Bug], house: Path) -> None:
    for database in sorted({database for bug in wanted for database in bug.databases}):
        tests = dict.fromkeys(test for bug in wanted if database in bug.databases for test in bug.tests)
        seen = _run(tests, house, database)
        if seen.checks or seen.others:
            raise CannotPlant(f"Not green without any bug, on {database}: {', '.join((*seen.checks, *seen.others))}")


def _is_caught(bug: Bug, house: Path) -> bool:
    """Plant a bug, run its tests, and print a line of the table."""
    started, runs = time.monotonic(), []
    with _planted(bug, house):
        _see_that_it_imports(bug, house)
        runs = [_run(bug.tests, house, database) for database in bug.databases]
    is_caught = all(run.checks for run in runs)
    found = {name for run in runs for name in (run.checks if is_caught else run.others)}
    told = f"{'caught by' if is_caught else 'NOT CAUGHT'} {', '.join(sorted(found))}"
    seconds = time.monotonic() - started
    print(
        f"{bug.name:45} {' '.join(bug.breaks):12} {'+'.join(bug.databases):11} {seconds:4.0f} s  {told}",
        flush=True,
    )
    return is_caught


@contextmanager
def _planted(bug: Bug, house: Path) -> Iterator[None]:
    """Let a bug be in the house for as long as the block lasts. Its files get times of their own: no cache is stale."""
    sound = {house / change.file: (house / change.file).read_text(encoding="utf-8") for change in bug.changes}
    times = {path: path.stat().st_mtime_ns for path in sound}
    for change in bug.changes:
        path = house / change.file
        path.write_text(change.applied_to(path.read_text(encoding="utf-8")), encoding="utf-8")
    try:
        yield
    finally:
        for path, text in sound.items():
            path.write_text(text, encoding="utf-8")
            os.utime(path, ns=(times[path], times[path]))


def _see_that_it_imports(bug: Bug, house: Path) -> None:
    files = sorted({change.file for change in bug.changes})
    modules = [file.removeprefix("src/").removesuffix(".py").replace("/", ".") for file in files]
    with tempfile.TemporaryDirectory() as data:
        surroundings = _surroundings(house) | {
            "GESTE_DATA_DIR": data,
            "DJANGO_SETTINGS_MODULE": "geste.config.settings",
        }
        told = subprocess.run(
            [sys.executable, "-c", IMPORT, *modules], env=surroundings, capture_output=True, text=True, check=False
        )
    if told.returncode or [Path(line) for line in told.stdout.splitlines()] != [house / file for file in files]:
        raise CannotPlant(f"{bug.name} cannot be imported: {told.stderr or told.stdout}")


def _run(tests: Iterable[str], house: Path, database: str) -> Run:
    """Run tests in the copy, and tell those that found something wrong from those that broke."""
    report = house.with_name("report.xml")
    report.unlink(missing_ok=True)
    how = ("-q", "--hypothesis-profile=hasty", f"--database={database}", f"--junitxml={report}")
    command = [sys.executable, "-m", "pytest", *how, *tests]
    done = subprocess.run(
        command,
        cwd=house,
        env=_surroundings(house),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    if done.returncode not in (0, 1) or not report.is_file():
        return Run((), (done.stdout[-2000:] + done.stderr[-2000:],))
    cases = list(ET.parse(report).getroot().iter("testcase"))  # noqa: S314 - pytest wrote it just now
    checks, others = list[str](), list[str]()
    for case in cases:
        for failure in case.iter("failure"):
            is_check = failure.get("message", "").startswith(CHECKS)
            (checks if is_check else others).append(case.get("name", "").partition("[")[0])
        others += [f"{case.get('name')} could not be run" for _ in (*case.iter("error"), *case.iter("skipped"))]
    return Run(tuple(dict.fromkeys(checks)), tuple(dict.fromkeys(others)))


def _surroundings(house: Path) -> dict[str, str]:
    """The copy is what is imported, whatever is installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GESTE_", "DJANGO_", "TEST_PG"))}
    kept.pop("DATABASE_URL", None)
    return kept | {"PYTHONPATH": os.pathsep.join((str(house / "src"), str(house)))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
