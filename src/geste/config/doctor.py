"""Doctor: looks at the machine and the house and says what is not as it should be. Changes nothing."""

import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from geste.apps.audit.standstills import standstill_now
from geste.apps.base.models import EventRow
from geste.config.backups import newest_backup
from geste.config.database import journal_of
from geste.config.durability import weaknesses
from geste.config.monitor import everything_unsound
from geste.config.options import Options
from geste.flow import FLOW

Severity = Literal["error", "warning", "note"]
MEGABYTE = 1024 * 1024
LITTLE, TOO_LITTLE = 1024 * MEGABYTE, 100 * MEGABYTE
OLD = timedelta(hours=26)
"""A nightly backup, and two hours for a night that was late."""
WAITING = timedelta(minutes=1)
CLOCKS_APART = 2.0
MOUNTS = Path("/proc/self/mounts")
NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "ceph",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "glusterfs",
    "lustre",
    "ncpfs",
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about this house. `code` says what, `values` how much and where."""

    severity: Severity
    code: str
    values: Mapping[str, str | int]


def examined(options: Options, *, now: datetime) -> list[Remark]:
    """Return everything that is not as it should be, worst first."""
    remarks = [*_disk(options), *_clock_of_disk(options), *_keys(options), *_backups(options, now)]
    try:
        remarks += [*_engine(), *_steps(), *_clock(now), *_work(now), *_books()]
    except DatabaseError as error:
        remarks.append(Remark("error", "database_unreachable", {"what": str(error).strip()}))
    order = ("error", "warning", "note")
    return sorted(remarks, key=lambda remark: order.index(remark.severity))


def _disk(options: Options) -> Iterator[Remark]:
    free = shutil.disk_usage(options.data_dir).free
    if free < LITTLE:
        yield Remark("error" if free < TOO_LITTLE else "warning", "disk_low", {"free": free // MEGABYTE})
    kind = "" if options.database_url else file_system_of(options.data_dir)
    if kind.startswith(NETWORK):
        yield Remark("error", "network_disk", {"kind": kind})


def file_system_of(folder: Path, mounts: Path = MOUNTS) -> str:
    """Return the kind of file system a folder lies on; nothing where the machine does not tell."""
    if not mounts.is_file():
        return ""
    wanted = folder.resolve()
    found = [line.split()[1:3] for line in mounts.read_text(encoding="utf-8").splitlines()]
    holding = [(len(place), kind) for place, kind in found if wanted.is_relative_to(place.replace("\\040", " "))]
    return max(holding, default=(0, ""))[1]


def _clock_of_disk(options: Options) -> Iterator[Remark]:
    with tempfile.NamedTemporaryFile(dir=options.data_dir) as written:
        apart = abs(Path(written.name).stat().st_mtime - time.time())
    if apart > CLOCKS_APART:
        yield Remark("error", "clock_off_disk", {"seconds": round(apart)})


def _keys(options: Options) -> Iterator[Remark]:
    files = [options.receipt_key_file, *([] if options.secret_key else [options.secret_key_file])]
    for file in files:
        if not file.is_file():
            yield Remark("error", "key_missing", {"file": str(file)})
        elif file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield Remark("error", "key_open", {"file": str(file)})


def _backups(options: Options, now: datetime) -> Iterator[Remark]:
    place = options.backup_dir
    newest = newest_backup(place)
    if newest is None:
        yield Remark("warning", "backup_missing", {"place": str(place)})
    elif now - newest > OLD:
        hours = (now - newest) // timedelta(hours=1)
        yield Remark("warning", "backup_old", {"hours": hours, "place": str(place)})


def _engine() -> Iterator[Remark]:
    forgets = ", ".join(f"{name} = {value}" for name, value in weaknesses().items())
    if forgets:
        yield Remark("error", "engine_forgets", {"what": forgets})
    if connection.vendor == "sqlite" and journal_of(sqlite3.sqlite_version_info) != "WAL":
        yield Remark("note", "engine_log", {"version": sqlite3.sqlite_version})


def _steps() -> Iterator[Remark]:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield Remark("error", "migrations_waiting", {"count": len(waiting)})


def _clock(now: datetime) -> Iterator[Remark]:
    """A clock that stands before what was written last would count days twice."""
    last = EventRow.objects.order_by("-pk").values_list("at", flat=True).first()
    behind = timedelta() if last is None else last - now
    if behind > timedelta(seconds=CLOCKS_APART):
        yield Remark("error", "clock_behind", {"seconds": round(behind.total_seconds())})


def _work(now: datetime) -> Iterator[Remark]:
    handled = [event.name() for event, handlers in FLOW.items() if handlers]
    waiting = EventRow.objects.filter(handed_on_at=None, name__in=handled, at__lt=now - WAITING)
    oldest = waiting.order_by("at").values_list("at", flat=True).first()
    if oldest is not None:
        seconds = round((now - oldest).total_seconds())
        yield Remark("warning", "work_waiting", {"count": waiting.count(), "seconds": seconds})


def _books() -> Iterator[Remark]:
    standing = standstill_now()
    for code, values in [] if standing is None else standing.faults:
        yield Remark("error", "book_unsound", {"fault": code, **values})
    for fault in everything_unsound() if standing is None else ():
        yield Remark("error", "book_unsound", {"fault": fault.code, **dict(fault.values)})
