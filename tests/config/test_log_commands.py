"""The log at the terminal: exported, checked from outside by one file, and its key changed."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext

import geste
from geste.apps.audit.append_only import unguards
from geste.apps.audit.ed25519 import verifies
from geste.apps.audit.models import Checkpoint
from geste.apps.audit.ports import keyring
from geste.apps.audit.selectors import only_grew_since, public_keys
from geste.apps.audit.services.include_leaves import include_leaves
from geste.apps.audit.standstills import standstill_now
from geste.config import running
from geste.config.keyring import FileKeyring
from geste.config.monitor import Monitor, look_once
from geste.core.log.checkpoint import read_checkpoint
from geste.interfaces.cli.main import main
from geste.phrases.operations import say_faults
from tests.make import make_actor, make_case, make_charter, make_gesture

if TYPE_CHECKING:
    from pytest_django import Settings

ALONE = Path(geste.__file__).parent / "interfaces" / "web" / "static" / "web" / "verify" / "geste_verify.py"


def typed(*arguments: str) -> tuple[int, str]:
    answer = CliRunner().invoke(main, ["--lang", "en", "log", *arguments])
    return answer.exit_code, answer.output


@pytest.fixture
def house(db: None, settings: "Settings", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open a house in which three gestures were given, and let the commands find it open."""
    settings.KEYRING = FileKeyring(tmp_path / "receipt-key")
    monkeypatch.setattr(running, "prepare", lambda _: None)
    make_charter()
    agent = make_actor()
    case = make_case(agent)
    for amount in ("10", "20", "30"):
        make_gesture(agent, case, "credit", amount)
        include_leaves()


def test_a_log_leaves_the_house_and_is_checked_without_it(house: None, tmp_path: Path) -> None:
    first = typed("keys")[1]
    (tmp_path / "old").write_text(typed("checkpoint")[1], encoding="utf-8")
    second = typed("change-key")[1]
    (tmp_path / "log").write_text(typed("export")[1], encoding="utf-8")

    assert typed("keys") == (0, first + second)
    sound = "The log, its tree and its receipts are as they were written.\n"
    assert typed("check", "--checkpoint", str(tmp_path / "old")) == (0, sound)
    alone = [sys.executable, "-I", str(ALONE), "--key", first.strip()]
    command = [*alone, "--log", str(tmp_path / "log"), "--checkpoint", str(tmp_path / "old")]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    # Its first line, the key, three receipts, the new key, and a checkpoint for each time something was added.
    assert (told.returncode, told.stdout) == (0, "AS WRITTEN   10 lines\n")


def test_a_leaf_that_is_gone_is_missed(house: None) -> None:
    with connection.cursor() as cursor:
        for statement in unguards(connection.vendor):
            cursor.execute(statement)
        cursor.execute("DELETE FROM audit_receipt WHERE leaf_id = 2")
        cursor.execute(f"DELETE FROM audit_leaf WHERE {connection.ops.quote_name('index')} = 2")

    status, said = typed("check")

    assert status == 1
    assert "Leaf 2: Leaves are missing." in said


def of_another_history(kept: str) -> str:
    """Return the checkpoint of a log as long, that somebody who has the key wrote instead."""
    (key,) = public_keys()
    genuine = read_checkpoint(kept, [key], verifies)
    return replace(genuine, root=bytes(32)).signed(key, keyring().current().sign)


def test_a_kept_checkpoint_shows_that_the_log_only_grew(house: None, tmp_path: Path) -> None:
    notes = list(Checkpoint.objects.order_by("size").values_list("note", flat=True))
    kept, rewritten, forged = (tmp_path / name for name in ("kept", "rewritten", "forged"))
    rewritten.write_text(of_another_history(notes[1]), encoding="utf-8")
    forged.write_text(f"{notes[1][:-9]}AAAAAAA=\n", encoding="utf-8")

    for note in notes:
        kept.write_text(note, encoding="utf-8")
        assert typed("grown", str(kept)) == (
            0,
            "The log begins with everything it held when the checkpoint was kept: it only grew.\n",
        )
    assert typed("grown", str(rewritten)) == (
        1,
        "Error: The log is not what it was when somebody kept a checkpoint of it: it was rewritten.\n",
    )
    assert typed("grown", str(forged)) == (
        1,
        "Error: The checkpoint that was brought along was not signed by the keys of this log.\n",
    )


def test_the_proof_reads_no_more_for_a_long_log(house: None, tmp_path: Path) -> None:
    note = Checkpoint.objects.earliest("size").note

    with CaptureQueriesContext(connection) as asked:
        assert only_grew_since(note)

    assert len(asked) <= 5


def test_the_monitor_stops_money_when_history_is_another_than_it_has_seen(house: None) -> None:
    monitor = Monitor()
    assert look_once(monitor) == []
    newest = Checkpoint.objects.latest("size")
    monitor._checkpoint = of_another_history(newest.note)

    found = look_once(monitor)

    assert [(fault.code, fault.values) for fault in found] == [
        ("checkpoint.contradicted", (("first", 0), ("last", newest.size - 1)))
    ]
    standing = standstill_now()
    assert standing is not None
    assert [code for code, _ in standing.faults] == ["checkpoint.contradicted"]
    assert "it was rewritten" in say_faults(standing.faults, "en")
