"""A house is looked after: the doctor finds what is wrong, and a backup taken while people work can be put back."""

import json
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psycopg
import pytest

from geste.config.backups import BackupRefused, make_backup, newest_backup, put_back
from geste.config.database import database_for
from geste.config.doctor import file_system_of
from geste.phrases.catalogue import EN, FR
from geste.phrases.operations import say_remark
from tests.config.test_moving_in import served
from tests.config.test_opening import PATIENCE_SECONDS, geste, python, said

NOW = datetime(2026, 5, 14, 1, 7, tzinfo=UTC)
# A house with a steward, an agent and three gestures, made in a process of its own.
FURNISHED = """
import sys
from pathlib import Path
from geste.config import running
running.prepare(Path(sys.argv[1]))
from tests.make import make_actor, make_case, make_charter, make_gesture
make_charter()
agent = make_actor()
case = make_case(agent, facts={"stay": {"price": "390"}})
for amount in ("10", "20", "30"):
    make_gesture(agent, case, "credit", amount)
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from tests.make import NOW
make_api_token(user=User.objects.get(pk=agent.user_id), label="till", secret="nobody-guesses-this", now=NOW)
"""
STOPS_WITHIN = 5.0
BALANCE = 'UPDATE ledger_envelopeperiod SET "left" = "left" - 1'
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it said."""

    status: int
    words: str
    wrong: str


def typed(*arguments: str, **environment: str) -> Ended:
    with geste(*arguments, **environment) as command:
        words, wrong = command.communicate(timeout=PATIENCE_SECONDS)
    assert "Traceback" not in wrong
    return Ended(command.returncode, words, wrong)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a house in which three gestures were given."""
    home = tmp_path_factory.mktemp("upkeep") / "house"
    with python(FURNISHED, str(home)) as process:
        assert process.communicate(timeout=PATIENCE_SECONDS)[1] == ""
    return home


def rows(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return everything that is in a database."""
    with closing(sqlite3.connect(place)) as opened:
        tables = [str(name) for (name,) in opened.execute(TABLES)]
        return {name: sorted(opened.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in tables}


@contextmanager
def somebody_writes(place: Path) -> Iterator[list[int]]:
    """Have somebody write to a database without a pause; what was confirmed is on the list."""
    confirmed: list[int] = []
    ended, began = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(place, isolation_level=None, timeout=30)) as opened:
            while not ended.is_set():
                opened.execute("INSERT INTO base_eventrow(name, at, payload) VALUES ('Noise', ?, '{}')", (str(NOW),))
                confirmed.append(
                    opened.execute("SELECT count(*) FROM base_eventrow WHERE name = 'Noise'").fetchone()[0]
                )
                began.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert began.wait(PATIENCE_SECONDS)
    try:
        yield confirmed
    finally:
        ended.set()
        writer.join(PATIENCE_SECONDS)


def test_a_backup_is_put_back_as_it_was_and_read_whole(house: Path, tmp_path: Path) -> None:
    saved = typed("backup", str(tmp_path / "safe"), "--keys", str(tmp_path / "keys"), "--data", str(house))
    file, *keys = map(Path, saved.words.splitlines())
    assert [key.name for key in keys] == ["receipt-key", "secret-key"]
    assert {path.stat().st_mode & 0o777 for path in (file, *keys)} == {0o600}

    back = ("restore", str(file), "--data", str(tmp_path / "new"))
    assert said(*back).startswith("Error: The key that signs receipts is not in ")
    done = typed(*back, "--keys", str(tmp_path / "keys"))

    assert (done.status, done.wrong) == (0, "")
    assert done.words.startswith("3 gestures are back, the last of them on 2026-05-13 at 15:07 UTC.\n")
    assert rows(tmp_path / "new" / "geste.sqlite3") == rows(house / "geste.sqlite3")
    assert said(*back).endswith("exists already. A backup is put back into an empty folder.\n")


def test_a_backup_of_books_that_are_wrong_is_put_back_and_no_money_moves(house: Path, tmp_path: Path) -> None:
    file = Path(typed("backup", str(tmp_path / "safe"), "--data", str(house)).words.strip())
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        opened.execute(BALANCE)

    words = said("restore", str(file), "--keys", str(house), "--data", str(tmp_path / "new"))

    assert words.startswith("Error: Money stands still: An envelope says that 93999 is left, and its entries come to ")
    found = typed("--lang", "fr", "doctor", "--data", str(tmp_path / "new"))
    assert found.status == 1
    assert "✗ L’argent est à l’arrêt, ou devrait l’être\u00a0: Une enveloppe indique qu’il reste 93999" in found.words
    assert said("resume", "grace", "--reason", "Mended.", "--data", str(tmp_path / "new")).startswith(
        "Error: It is not mended: "
    )
    assert said("resume", "tomas", "--reason", "Mended.", "--data", str(tmp_path / "new")) == (
        "Error: Tomas does not look after the charter: it is not theirs to say. Ask one of these: grace.\n"
    )
    with closing(sqlite3.connect(tmp_path / "new" / "geste.sqlite3", isolation_level=None)) as opened:
        opened.execute(BALANCE.replace("- 1", "+ 1"))
    mended = typed("resume", "grace", "--reason", "Put right by hand.", "--data", str(tmp_path / "new"))
    assert mended == Ended(0, "Money moves again, on the word of Grace.\n", "")


def asked(address: str, body: dict[str, str] | None = None) -> tuple[int, dict[str, object]]:
    """Return how the API answers the agent's till, and what."""
    headers = {"Authorization": "Bearer nobody-guesses-this", "Content-Type": "application/json"}
    content = None if body is None else json.dumps(body).encode()
    try:
        with urlopen(Request(address, content, headers), timeout=PATIENCE_SECONDS) as answer:
            return answer.status, json.load(answer)
    except HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_a_balance_written_past_a_house_that_is_open_stops_money_within_seconds(house: Path, tmp_path: Path) -> None:
    home = tmp_path / "open"
    shutil.copytree(house, home)
    with served(home) as [line, *_]:
        api = f"{line.split()[1]}api/v1"
        with closing(sqlite3.connect(home / "geste.sqlite3", isolation_level=None, timeout=30)) as opened:
            (case,) = opened.execute("SELECT reference FROM cases_case").fetchone()
            notes = (
                {"key": f"intention-{number:05}", "gesture": "credit", "amount": str(number)} for number in count(1)
            )
            assert asked(f"{api}/cases/{case}/gestures", next(notes))[0] == 201
            opened.execute(BALANCE)
        altered = time.monotonic()
        while (answer := asked(f"{api}/cases/{case}/gestures", next(notes)))[0] != 503:
            assert time.monotonic() - altered < STOPS_WITHIN
            time.sleep(0.2)

        assert answer[1]["code"] == "money.stopped"
        assert asked(f"{api}/charter")[0] == 200


def test_a_backup_taken_while_somebody_writes_is_whole_and_lacks_nothing_confirmed_before(
    house: Path, tmp_path: Path
) -> None:
    place = tmp_path / "geste.sqlite3"
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": place}
    put_back(make_backup({**database, "NAME": house / "geste.sqlite3"}, tmp_path / "first", now=NOW), database)

    with somebody_writes(place) as confirmed:
        before = len(confirmed)
        file = make_backup(database, tmp_path / "safe", now=NOW)
        after = len(confirmed) + 1

    noise = [row for row in rows(file)["base_eventrow"] if "Noise" in row]
    assert before <= len(noise) <= after
    assert newest_backup(tmp_path / "safe") == NOW.replace(second=0)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda file: file.write_bytes(b"not a database, whatever its name says" * 99), "cannot be copied"),
        (lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), "(cannot be copied|not whole)"),
    ],
    ids=["another file", "half a file"],
)
def test_what_is_no_whole_backup_is_not_put_back(
    house: Path, tmp_path: Path, damage: Callable[[Path], object], words: str
) -> None:
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "new.sqlite3"}
    file = make_backup({**database, "NAME": house / "geste.sqlite3"}, tmp_path, now=NOW)
    damage(file)

    with pytest.raises(BackupRefused, match=words):
        put_back(file, database)

    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name]


def test_the_doctor_says_what_is_wrong_why_and_what_to_do(house: Path, tmp_path: Path) -> None:
    key = house / "receipt-key"
    key.chmod(0o644)
    try:
        ill = typed("doctor", "--data", str(house), GESTE_BACKUP_DIR=str(tmp_path))
    finally:
        key.chmod(0o600)
    make_backup({"ENGINE": "sqlite3", "NAME": house / "geste.sqlite3"}, tmp_path, now=datetime.now(UTC))
    assert typed("work", "--once", "--data", str(house)).status == 0
    well = typed("doctor", "--data", str(house), GESTE_BACKUP_DIR=str(tmp_path))

    assert ill.status == 1
    assert f"✗ Others on this machine can read the key {key}.\n  Why it matters: Whoever holds it" in ill.words
    assert f"! There is no backup in {tmp_path}.\n" in ill.words
    assert "! 4 events wait to be handed on, the oldest for " in ill.words
    assert (well.status, well.words.splitlines()[-1]) == (0, "Everything is as it should be.")


def test_the_doctor_makes_no_house(tmp_path: Path) -> None:
    assert said("doctor", "--data", str(tmp_path / "new")) == (
        f"Error: There is no house in {tmp_path / 'new'}. geste serve makes one.\n"
    )
    assert not (tmp_path / "new").exists()


def test_network_file_systems_are_known_by_where_the_folder_lies(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/vda / ext4 rw 0 0\nnas:/x {tmp_path}/far nfs4 rw 0 0\nnas:/y {tmp_path}/a\\040b cifs rw 0 0\n"
    )

    assert file_system_of(tmp_path / "near", mounts) == "ext4"
    assert file_system_of(tmp_path / "far" / "house", mounts) == "nfs4"
    assert file_system_of(tmp_path / "a b", mounts) == "cifs"
    assert file_system_of(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize(
    "code",
    sorted({code.split(".")[1] for code in EN if code.startswith("doctor.") and code.endswith(".why")} - {"why"}),
)
def test_each_remark_says_three_things_in_both_languages(code: str) -> None:
    names = ("what", "file", "place", "hours", "seconds", "free", "count", "version", "kind")
    for language in ("en", "fr"):
        said = say_remark(code, dict.fromkeys(names, 7), language)
        assert len(set(said)) == 3
        assert not any("{" in words for words in said)
    assert f"doctor.{code}" in FR


def test_an_old_backup_is_told_from_a_new_one(tmp_path: Path) -> None:
    assert newest_backup(tmp_path / "nowhere") is None
    for days in (1, 3, 2):
        (tmp_path / f"geste-{NOW + timedelta(days=days):%Y%m%dT%H%M%SZ}.pgdump").touch()
    (tmp_path / "geste-notes.txt").touch()

    assert newest_backup(tmp_path) == NOW + timedelta(days=3)


@pytest.mark.postgresql
def test_a_backup_of_a_server_is_put_back_into_an_empty_database(postgresql_url: str, tmp_path: Path) -> None:
    first, second = (database_for(f"{postgresql_url.rpartition('/')[0]}/{name}", tmp_path) for name in ("one", "two"))
    with closing(psycopg.connect(postgresql_url, autocommit=True)) as server:
        for name in ("one", "two"):
            server.execute(f"CREATE DATABASE {name}")
    with closing(psycopg.connect(f"{postgresql_url.rpartition('/')[0]}/one", autocommit=True)) as opened:
        opened.execute("CREATE TABLE gesture AS SELECT number, md5(number::text) FROM generate_series(1, 500) number")
        given = opened.execute("SELECT * FROM gesture ORDER BY 1").fetchall()

    file = make_backup(first, tmp_path / "safe", now=NOW)
    put_back(file, second)

    with closing(psycopg.connect(f"{postgresql_url.rpartition('/')[0]}/two")) as opened:
        assert opened.execute("SELECT * FROM gesture ORDER BY 1").fetchall() == given
    assert (file.name, file.stat().st_mode & 0o777) == ("geste-20260514T010700Z.pgdump", 0o600)
    with pytest.raises(BackupRefused, match=r"^pg_restore: error: .* already exists$"):
        put_back(file, second)
