"""Full disk: PostgreSQL runs out of room and gets it back, again and again; nothing is half written, nothing is lost.

`python -m tests.torture.full_disk PART FOLDER TIMES SEED` keeps a part of a server's cluster, `data` for all of it or
`pg_wal` for its log alone, on a small file system in memory, and lets a program give over the API while a ballast takes
the room away. One JSON object tells what was answered, how long giving took to come back, and every fault. Mounting
needs the rights of root.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from tests.environment import postgresql
from tests.torture.place import NOW, PLENTY, furnish
from tests.torture.report import progress

if TYPE_CHECKING:
    from django.test import Client

MEGABYTES = {"data": 400, "pg_wal": 400}
"""Enough for a house and for what its log grows by from one checkpoint to the next, and filled in a moment."""
LEFT_OVER = 30_000
WITH_ROOM, WITHOUT = 5, 30
"""Gestures before the disk is filled, and after."""
PATIENCE_SECONDS = 60.0
TOKEN = "full-disk-" + "x" * 32


@dataclass(slots=True)
class Report:
    """What came of it, every time the disk was full; `slowest` from when there was room until the first was given."""

    times: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    deaths: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """What one sending was answered with."""

    key: str
    status: int
    retry_after: str | None
    body: bytes


def main(part: str, folder: str, times: int, seed: int) -> Report:
    """Fill the disk so many times and return what was found."""
    programs = postgresql.programs_found()
    if programs is None:
        raise SystemExit(postgresql.ADVICE)
    os.environ["GESTE_DATA_DIR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    report = Report()
    with mounted(MEGABYTES[part]) as small, postgresql.mortal_server(programs) as server:
        server.die()
        _move(server.data if part == "data" else server.data / part, small)
        server.rise()
        os.environ["GESTE_DATABASE_URL"] = server.url
        give = _furnished()
        chance = random.Random(seed)
        for number in range(times):
            _fill_once(number, part, small, server, give, chance, report)
            progress(report.times, times)
        report.faults += _faults()
        _hang_up()
    return report


@contextmanager
def mounted(megabytes: int) -> Iterator[Path]:
    """Have a small file system in memory, where the server's account may walk too, until the block ends."""
    place = Path(tempfile.mkdtemp(prefix="geste-full-disk-"))
    place.chmod(0o755)
    _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "--lazy", str(place))
        place.rmdir()


def may_mount() -> bool:
    """Return whether this account may mount anything."""
    try:
        with mounted(1):
            return True
    except SystemExit:
        return False


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.strip()}")


def _move(folder: Path, small: Path) -> None:
    """Put a folder onto the small file system; where it was, something leads there."""
    _run("cp", "--archive", str(folder), str(small / "part"))
    _run("rm", "--recursive", str(folder))
    folder.symlink_to(small / "part")


def _furnished() -> Callable[[str], Told]:
    """Furnish the house and return a way to give: a key, and what it was answered."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from django.test import Client

    from geste.apps.people.models import User
    from geste.apps.people.services.make_api_token import make_api_token

    agent = furnish(PLENTY)[0]
    make_api_token(user=User.objects.get(pk=agent.user_id), label="till", secret=TOKEN, now=NOW)
    client = Client(headers={"authorization": f"Bearer {TOKEN}", "host": "localhost"})
    return lambda key: _give(client, key)


def _give(client: "Client", key: str) -> Told:
    """Give on a case of the key's own, opened when there was room."""
    body = json.dumps({"key": key, "gesture": "credit", "amount": "1.00"})
    answer = client.post(f"/api/v1/cases/{key}/gestures", body, content_type="application/json")
    return Told(key, answer.status_code, answer.headers.get("Retry-After"), answer.content)


def _fill_once(
    number: int,
    part: str,
    small: Path,
    server: postgresql.MortalServer,
    give: Callable[[str], Told],
    chance: random.Random,
    report: Report,
) -> None:
    """Take the room away, give on, hand it back, and give all of it again: the same answers, and none is missing."""
    keys = [f"full-{number:04}-{nth:03}" for nth in range(WITH_ROOM + WITHOUT)]
    _checkpoint()
    _open_cases(keys)
    ballast = small / "ballast"
    told = [give(key) for key in keys[:WITH_ROOM]]
    _fill(ballast, small, chance.randrange(LEFT_OVER))
    for key in keys[WITH_ROOM:]:
        _write_along(part)
        told.append(give(key))
    ballast.unlink()
    began = time.monotonic()

    def revive() -> None:
        # As whoever looks after a server does. It may have begun to give up before there was room, and end after.
        if not server.is_up:
            report.deaths += 1
            server.rise()

    first = _until_given(give, keys[0], began, revive)
    report.slowest = max(report.slowest, time.monotonic() - began)
    again = [first, *(_until_given(give, key, began, revive) for key in keys[1:])]
    report.times += 1
    report.statuses.update(str(it.status) for it in told)
    report.faults += [f"{it.key}: {it.status} {it.body!r}" for it in told if not _is_clean(it)]
    report.faults += [
        f"{it.key}: still {it.status} when there was room" for it in again if it.status != HTTPStatus.CREATED
    ]
    given = {it.key: it.body for it in told if it.status == HTTPStatus.CREATED}
    report.faults += [f"{it.key}: answered otherwise" for it in again if given.get(it.key, it.body) != it.body]


def _open_cases(keys: list[str]) -> None:
    from geste.apps.people.models import User
    from geste.apps.people.selectors import actor_for
    from tests.make import make_case

    opener = actor_for(User.objects.get(username="grace"))
    for key in keys:
        make_case(opener, reference=key)


def _checkpoint() -> None:
    """Let the server throw away the log it needs no more: without the ballast there must be room to rise in."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")


def _fill(ballast: Path, small: Path, left: int) -> None:
    """Take all the room there is but `left` bytes."""
    free = os.statvfs(small).f_bavail * os.statvfs(small).f_frsize
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free - left, 1))


def _write_along(part: str) -> None:
    """Let others write too, so that room is wanted soon; what they are told is not looked at."""
    from django.db import Error, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_logical_emit_message(false, 'x', repeat('x', %s))", [MUCH[part]])
    except Error:
        connection.close()


MUCH = {"data": 100, "pg_wal": 6_000_000}


def _is_clean(it: Told) -> bool:
    if it.status == HTTPStatus.CREATED:
        return True
    is_said = b'"code": "server.cannot_write"' in it.body and it.retry_after == "1"
    return it.status == HTTPStatus.SERVICE_UNAVAILABLE and is_said


def _until_given(give: Callable[[str], Told], key: str, began: float, revive: Callable[[], None]) -> Told:
    """Send again, as one is told to, until it is given or it has taken too long."""
    while True:
        revive()
        told = give(key)
        if told.status == HTTPStatus.CREATED or time.monotonic() - began > PATIENCE_SECONDS:
            return told
        time.sleep(0.1)


def _faults() -> list[str]:
    """What the books and the log hold that they should not, and every gesture that is not there whole, once."""
    from geste.apps.gestures.models import Gesture
    from geste.apps.ledger.models import Entry
    from geste.config.monitor import everything_unsound

    gestures = Counter(Gesture.objects.filter(key__startswith="full-").values_list("key", flat=True))
    entries = Counter(Entry.objects.filter(gesture_key__startswith="full-").values_list("gesture_key", flat=True))
    found = [str(it) for it in everything_unsound()]
    if gestures != entries or set(gestures.values()) != {1}:
        found.append(f"{len(gestures)} gestures and {len(entries)} entries do not fit")
    return found


def _hang_up() -> None:
    from django.db import connection

    connection.close()


if __name__ == "__main__":
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
