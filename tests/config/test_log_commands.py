"""The log at the terminal: exported, checked from outside by one file, and its key changed."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from django.db import connection

import geste
from geste.apps.audit.append_only import unguards
from geste.apps.audit.services.include_leaves import include_leaves
from geste.config import running
from geste.config.keyring import FileKeyring
from geste.interfaces.cli.main import main
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
