"""The gate of the embedded database: everybody who wants to write has their turn, and nobody is kept by it."""

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from django.db import OperationalError, connection, transaction

from geste.apps.people.models import User
from geste.config.sqlite3 import gate as gates
from geste.config.sqlite3.gate import Gate
from tests.make import make_user

HOLDING = """
import sys, time
from pathlib import Path
from geste.config.sqlite3.gate import Gate

with Gate(Path(sys.argv[1])).held():
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def held_elsewhere(file: Path) -> Iterator[int]:
    """Have another process hold a gate, and yield its number."""
    command = [sys.executable, "-c", HOLDING, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process.pid
        finally:
            process.kill()


def test_one_holds_it_at_a_time_here_and_in_other_processes(tmp_path: Path) -> None:
    file = tmp_path / "gate"
    order: list[str] = []
    here, again = Gate(file), Gate(file)
    with held_elsewhere(file) as other, ThreadPoolExecutor(2) as pool:
        one, two = (pool.submit(_passed, gate, order) for gate in (here, again))
        sleep(0.1)
        assert order == []

        # Dead without a word: it lets go.
        os.kill(other, signal.SIGKILL)

        assert (one.result(10), two.result(10)) == (None, None)
    assert order == ["in", "out"] * 2


def _passed(gate: Gate, order: list[str]) -> None:
    with gate.held():
        order.append("in")
        sleep(0.02)
        order.append("out")


def test_nobody_is_kept_by_whoever_never_lets_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gates, "PATIENCE_SECONDS", 0.2)
    file, here = tmp_path / "gate", Gate(tmp_path / "gate")
    with held_elsewhere(file):
        begun = monotonic()
        with here.held():
            waited = monotonic() - begun
    assert 0.2 <= waited < 5

    kept = Event()
    with ThreadPoolExecutor(1) as pool:
        keeping = pool.submit(_keep, here, kept, free := Event())
        assert kept.wait(10)
        with here.held():
            pass
        free.set()
        assert keeping.result(10) is None


def _keep(gate: Gate, kept: Event, free: Event) -> None:
    with gate.held():
        kept.set()
        assert free.wait(10)


def test_where_it_cannot_be_made_one_goes_on_without(tmp_path: Path) -> None:
    with Gate(tmp_path / "nowhere" / "gate").held() as nothing:
        assert nothing is None


@pytest.mark.django_db(transaction=True)
def test_whoever_has_just_written_comes_behind_those_who_wait() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a server lets several write at a time")
    make_user("grace")
    gate = Path(f"{connection.settings_dict['NAME']}-gate")

    with ThreadPoolExecutor(1) as pool:
        for number in range(20):
            with transaction.atomic():
                User.objects.update(language="fr")
                waiting = pool.submit(_write, f"Grace {number}")
                _wait_until_somebody_waits_at(gate)
            with transaction.atomic():
                assert User.objects.get(username="grace").display_name == f"Grace {number}"
            assert waiting.result(10) is None
        assert pool.submit(_close).result(10) is None


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_in_vain_is_told_so_and_waits_as_long_again_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a server lets several write at a time")
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.25)
    make_user("grace")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        begun = monotonic()
        with pytest.raises(OperationalError, match="database is locked"):
            _write("Grace 1")
        assert 0.25 <= monotonic() - begun < 5
        another.execute("ROLLBACK")
    _write("Grace 2")

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (250,)
    assert User.objects.get(username="grace").display_name == "Grace 2"
    connection.close()


def _write(name: str) -> None:
    with transaction.atomic():
        User.objects.update(display_name=name)


def _close() -> None:
    connection.close()


def _wait_until_somebody_waits_at(gate: Path) -> None:
    deadline = monotonic() + 10
    while monotonic() < deadline:
        with gate.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
        sleep(0.001)
    raise AssertionError("nobody waits")
