"""Power: what is left of the embedded database when the current fails at any moment of its life.

`python -m tests.torture.power JOURNAL FOLDER CUTS SEED` lets the real services give on an embedded house and records
what they tell SQLite. It replays that on a disk that notes each write and each flush, then fails the current at `CUTS`
moments: what was flushed before is there; of what was not, each piece is there, missing or torn, in any combination.
Each such disk is opened again as the house opens it, and asked what it remembers. One JSON object tells how many
answers had been given before the cuts, how many disks had lost a piece, and every fault.

`JOURNAL` is the way this house keeps what is half written (ADR 0009): WAL or TRUNCATE; `careless` does not wait for the
disk, and must be caught.
"""

import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple

import apsw

from geste.config.database import WAL_SOUND_FROM, sqlite_start
from tests.torture.report import progress

GESTURES = 40
SECTOR = 512
ROLLBACK_ERA = (3, 40, 1)
CARELESS = "careless"
WRITING = ("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT", "RELEASE", "ROLLBACK")


class Step(NamedTuple):
    """One thing that happened to a file, or an answer that was given after the steps before it."""

    what: Literal["write", "truncate", "flush", "remove", "answer"]
    name: str = ""
    offset: int = 0
    data: bytes = b""


@dataclass(slots=True)
class Report:
    """What the cuts showed."""

    cuts: int = 0
    answered: int = 0
    damaged: int = 0
    faults: list[str] = field(default_factory=list)


class NotingFile(apsw.VFSFile):
    """A file that notes what is written to it, and when it is flushed."""

    def __init__(self, steps: list[Step], name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._steps, self._name = steps, Path(str(getattr(name, "filename", lambda: name)())).name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._steps.append(Step("write", self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(newsize)
        self._steps.append(Step("truncate", self._name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._steps.append(Step("flush", self._name))


class NotingDisk(apsw.VFS):
    """A disk of such files."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        super().__init__("noting", "")

    def xOpen(self, name: Any, flags: list[int]) -> NotingFile:  # noqa: N802 - SQLite's name
        return NotingFile(self.steps, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(filename, syncdir)
        self.steps.append(Step("remove", Path(filename).name))
        if syncdir:
            self.steps.append(Step("flush", Path(filename).name))


def main(journal: str, folder: str, cuts: int, seed: int) -> Report:
    """Give, replay, cut and ask; return what was found."""
    house = Path(folder)
    before, written = _recorded(house)
    start = _start(journal)
    steps = _replayed(before, written, house / "replayed", start)
    chance, report = random.Random(seed), Report()
    for _ in range(cuts):
        moment = chance.randrange(len(steps))
        with tempfile.TemporaryDirectory(dir=house) as left:
            is_damaged = _left_behind(before, steps[:moment], Path(left), chance)
            answered = sum(step.what == "answer" for step in steps[:moment])
            report.faults += [f"cut at step {moment}: {it}" for it in _faults(Path(left), start, written, answered)]
        report.cuts += 1
        progress(report.cuts, cuts)
        report.answered += answered
        report.damaged += is_damaged
    return report


def _start(journal: str) -> str:
    if journal == CARELESS:
        return sqlite_start(WAL_SOUND_FROM).replace("synchronous=FULL", "synchronous=OFF")
    start = sqlite_start(WAL_SOUND_FROM if journal == "WAL" else ROLLBACK_ERA)
    assert f"journal_mode={journal};" in start
    return start


def _recorded(house: Path) -> tuple[Path, list[list[str]]]:
    """Let the services give; return the database as it was before, and each commit's statements as SQLite saw them."""
    from tests.torture.engines import house_on

    with house_on("sqlite", str(house)):
        from django.db import connection

        from tests.make import make_case, propose
        from tests.torture.place import NOW, PLENTY, furnish

        agents = furnish(PLENTY)
        propose(agents[0], make_case(agents[0]), "credit", "1", now=NOW, key="power-first")
        connection.close()
        file = house / "geste.sqlite3"
        with sqlite3.connect(file) as whole:
            whole.execute("PRAGMA journal_mode=DELETE")
        before = house / "before.sqlite3"
        shutil.copyfile(file, before)

        said: list[str] = []
        connection.ensure_connection()
        connection.connection.set_trace_callback(said.append)
        case = make_case(agents[0])
        for number in range(GESTURES):
            propose(agents[0], case, "credit", f"2.{number:02}", now=NOW, key=f"power-{number:04}")
        connection.close()
    return before, _commits(said)


def _commits(said: Sequence[str]) -> list[list[str]]:
    commits: list[list[str]] = [[]]
    for before, statement in pairwise(["", *said]):
        # A statement that SQLite prepares anew is told twice.
        if statement.startswith(WRITING) and statement != before:
            commits[-1].append(statement)
        if statement == "COMMIT":
            commits.append([])
    assert len(commits) > GESTURES
    return commits[:-1]


def _replayed(before: Path, written: Sequence[Sequence[str]], folder: Path, start: str) -> list[Step]:
    """Replay the commits on a noting disk and return everything that happened to its files."""
    folder.mkdir()
    shutil.copyfile(before, folder / before.name)
    disk = NotingDisk()
    connection = apsw.Connection(str(folder / before.name), vfs="noting")
    _run(connection, start)
    # The house was open before the current failed: how it keeps its journal is on disk.
    disk.steps.extend(Step("flush", name) for name in sorted({step.name for step in disk.steps}))
    for commit in written:
        for statement in commit:
            _run(connection, statement)
        disk.steps.append(Step("answer"))
    steps = list(disk.steps)
    connection.close()
    return steps


def _run(connection: apsw.Connection, statements: str) -> None:
    # What has an answer waits to be read before it goes on.
    list(connection.execute(statements))


def _left_behind(before: Path, steps: Sequence[Step], folder: Path, chance: random.Random) -> bool:
    """Write what is left of the files after these steps and a cut; return whether anything of them is missing."""
    flushed = {step.name: place for place, step in enumerate(steps) if step.what == "flush"}
    files = {before.name: bytearray(before.read_bytes())}
    is_damaged = False
    for place, step in enumerate(steps):
        data = step.data
        if place > flushed.get(step.name, -1) and step.what in ("write", "truncate", "remove"):
            fate = chance.choice(("there", "missing", "torn"))
            is_damaged |= fate != "there"
            if fate == "missing" or (fate == "torn" and step.what != "write"):
                continue
            if fate == "torn":
                data = data[: chance.randrange(len(data) // SECTOR + 1) * SECTOR]
        _apply(files, step._replace(data=data))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return is_damaged


def _apply(files: dict[str, bytearray], step: Step) -> None:
    if step.what == "remove":
        files.pop(step.name, None)
        return
    if step.what not in ("write", "truncate"):
        return
    content = files.setdefault(step.name, bytearray())
    end = step.offset if step.what == "truncate" else step.offset + len(step.data)
    content.extend(bytes(max(end - len(content), 0)))
    if step.what == "truncate":
        del content[end:]
    else:
        content[step.offset : end] = step.data


def _faults(folder: Path, start: str, written: Sequence[Sequence[str]], answered: int) -> Iterator[str]:
    """What a disk remembers wrongly after `answered` commits were acknowledged."""
    try:
        connection = apsw.Connection(str(folder / "before.sqlite3"))
        _run(connection, start)
        verdict = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        kept = {str(row[0]) for row in connection.execute("SELECT key FROM gestures_gesture")}
        posted = {str(row[0]) for row in connection.execute("SELECT gesture_key FROM ledger_entry")}
        connection.close()
    except apsw.Error as error:
        yield f"cannot be opened: {error!r}"
        return
    yield from [] if verdict == ["ok"] else verdict[:3]
    keys = [_key_in(commit) for commit in written]
    sure = {key for key in keys[:answered] if key}
    possible = sure | {key for key in keys[answered : answered + 1] if key}
    ours = {key for key in kept if key.startswith("power-0")}
    yield from (f"{key} was acknowledged and is lost" for key in sorted(sure - ours))
    yield from (f"{key} was never asked for" for key in sorted(ours - possible))
    yield from (f"{key} is half there" for key in sorted(ours ^ {key for key in posted if key.startswith("power-0")}))


def _key_in(commit: Sequence[str]) -> str:
    """The key of the gesture that a commit writes, or nothing."""
    for statement in commit:
        if statement.startswith('INSERT INTO "gestures_gesture"'):
            return statement[statement.index("power-") :][: len("power-0000")]
    return ""


if __name__ == "__main__":
    os.environ["PYTHONHASHSEED"] = "0"
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
