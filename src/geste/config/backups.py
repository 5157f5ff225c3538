"""Backups: the whole database in one file, and a house made from such a file. Keys are kept apart, on purpose."""

import os
import re
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PRIVATE = stat.S_IRUSR | stat.S_IWUSR
SUFFIXES = {"sqlite": ".sqlite3", "postgresql": ".pgdump"}
NAME = re.compile(r"geste-(?P<moment>\d{8}T\d{6}Z)(?:\.sqlite3|\.pgdump)")
MOMENT = "%Y%m%dT%H%M%SZ"
PROGRAMS = ("/usr/lib/postgresql",)
PATIENCE_SECONDS = 24 * 3600


class BackupRefused(Exception):
    """Nothing was saved, or nothing was put back; the message says why and what to do."""


def newest_backup(folder: Path) -> datetime | None:
    """Return when the newest backup of a folder was made, or None if there is none."""
    names = (NAME.fullmatch(path.name) for path in folder.glob("geste-*")) if folder.is_dir() else ()
    moments = [datetime.strptime(name["moment"], MOMENT).replace(tzinfo=UTC) for name in names if name]
    return max(moments, default=None)


def make_backup(database: Mapping[str, Any], folder: Path, *, now: datetime) -> Path:
    """Save the whole database in a new file of a folder, and return the file. Others may write meanwhile.

    Raises:
        BackupRefused: the copy is not whole, or the program that copies PostgreSQL is not here.
    """
    engine = engine_of(database)
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"geste-{now.astimezone(UTC).strftime(MOMENT)}{SUFFIXES[engine]}"
    with _appearing_whole(kept) as draft:
        if engine == "sqlite":
            _copy_sqlite(Path(database["NAME"]), draft)
        else:
            _run("pg_dump", database, "--format=custom", "--no-owner", "--no-privileges", "--file", str(draft))
    return kept


def put_back(file: Path, database: Mapping[str, Any]) -> None:
    """Fill an empty database from a backup. Nothing that is there is ever written over.

    Raises:
        BackupRefused: it is not empty, the file is not a whole backup of this engine, or a program is missing.
    """
    engine = engine_of(database)
    if not file.is_file():
        raise BackupRefused(f"There is no file {file}.")
    if file.suffix != SUFFIXES[engine]:
        raise BackupRefused(f"{file.name} is no backup of {engine}: its name ends in {SUFFIXES[engine]}.")
    if engine == "postgresql":
        _run("pg_restore", database, "--exit-on-error", "--single-transaction", "--no-owner", str(file), into=True)
        return
    place = Path(database["NAME"])
    if place.exists():
        raise BackupRefused(f"{place} exists already. A backup is put back into an empty folder.")
    with _appearing_whole(place) as draft:
        _copy_sqlite(file, draft)


def copy_keys(home: Path, folder: Path) -> list[Path]:
    """Copy the keys of a house into a folder that only its owner can read, and return the copies."""
    folder.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    copies = []
    for key in sorted(home.glob("*-key*")):
        with _appearing_whole(folder / key.name) as draft:
            shutil.copyfile(key, draft)
        copies.append(folder / key.name)
    return copies


def engine_of(database: Mapping[str, Any]) -> str:
    """Return which engine Django's settings of a database name."""
    return str(database["ENGINE"]).rpartition(".")[2].replace("sqlite3", "sqlite")


@contextmanager
def _appearing_whole(place: Path) -> Iterator[Path]:
    """Lend a private file to be filled; it appears at its place when it is whole and on disk, or not at all."""
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    draft.touch(PRIVATE, exist_ok=False)
    try:
        yield draft
        _onto_disk(draft)
        draft.replace(place)
        _onto_disk(place.parent)
    finally:
        for left in (draft, draft.with_name(f"{draft.name}-journal")):
            left.unlink(missing_ok=True)


def _onto_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _copy_sqlite(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment, while others write, and look at every page of the copy."""
    try:
        address = f"{source.absolute().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(address, uri=True, timeout=60)) as original,
            closing(sqlite3.connect(target)) as copy,
        ):
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _look_at_every_page(copy)
    except sqlite3.DatabaseError as error:
        raise BackupRefused(f"{source} cannot be copied: {error}") from error


def _look_at_every_page(copy: sqlite3.Connection) -> None:
    found = [str(row[0]) for row in copy.execute("PRAGMA integrity_check")]
    if found != ["ok"]:
        raise BackupRefused(f"The copy is not whole: {found[0]}")
    dangling = copy.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is not None:
        raise BackupRefused(f"The copy is not whole: a row of {dangling[0]} points to nothing.")


def _run(program: str, database: Mapping[str, Any], *arguments: str, into: bool = False) -> None:
    """Run one of PostgreSQL's programs on a database; the password travels in the environment, where none is listed."""
    found = _found(program)
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {variable: str(database[name]) for variable, name in names.items() if database.get(name)}
    ssl = {"PGSSLMODE": str(mode)} if (mode := database.get("OPTIONS", {}).get("sslmode")) else {}
    named = ["--dbname", str(database["NAME"])] if into else []
    done = subprocess.run(
        [found, *named, *arguments],
        env={**os.environ, **given, **ssl},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
        raise BackupRefused(next((line for line in said if "error" in line), said[-1]))


def _found(program: str, look: Callable[[str], str | None] = shutil.which) -> str:
    folders = sorted((path for root in PROGRAMS for path in Path(root).glob("*/bin")), key=_version, reverse=True)
    beside = (str(folder / program) for folder in folders if (folder / program).is_file())
    found = next(beside, None) or look(program)
    if found is None:
        raise BackupRefused(f"{program} is not here. Install PostgreSQL's client programs (Debian: postgresql-client).")
    return found


def _version(folder: Path) -> int:
    digits = folder.parent.name
    return int(digits) if digits.isdigit() else 0
