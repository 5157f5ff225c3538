"""Verify at the terminal: receipts and exported logs, with the key that somebody trusts and what they kept."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from geste.interfaces.cli.main import main
from tests.signed import SignedLog

LOG = SignedLog()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "keys").write_text(f"{LOG.key}\n", encoding="utf-8")
    (tmp_path / "log").write_bytes(LOG.export())
    (tmp_path / "old").write_text(LOG.note(7), encoding="utf-8")
    (tmp_path / "first").write_bytes(LOG.file(1))
    (tmp_path / "signed").write_bytes(LOG.file(2, included=False))
    return tmp_path


def verify(*arguments: object, language: str = "en") -> tuple[int, str]:
    answer = CliRunner().invoke(main, ["--lang", language, "verify", *map(str, arguments)])
    return answer.exit_code, answer.output


def test_genuine_receipts(folder: Path) -> None:
    status, said = verify("--key", folder / "keys", folder / "first", folder / "signed")

    assert status == 0
    assert said.splitlines() == [
        f"{folder / 'first'}: Genuine: leaf 1 of the log, under a checkpoint of 12.",
        f"{folder / 'signed'}: Genuine: signed. This file does not show it to be in the log yet.",
    ]


def test_a_receipt_that_was_changed(folder: Path) -> None:
    (folder / "first").write_bytes(LOG.file(1).replace(b'"value":"Zo', b'"value":"Xo'))

    status, said = verify("--key", LOG.key, folder / "first", folder / "signed", language="fr")

    assert status == 1
    assert "Non authentique. Ce que ce fichier prétend dévoiler n’est pas ce qui avait été scellé." in said
    assert "signé. Ce fichier ne montre pas encore" in said


def test_a_log_as_it_was_written(folder: Path) -> None:
    words = ["--key", LOG.key, "--log", folder / "log", "--checkpoint", folder / "old", folder / "first"]

    status, said = verify(*words)

    assert status == 0
    assert f"{folder / 'log'}: As it was written: 12 leaves, root " in said


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("first", "Leaf 1: The log tells something else than a receipt that was given out."),
        ("old", "Leaves 0 to 6: The log is not what it was when somebody kept a checkpoint of it: it was rewritten."),
    ],
)
def test_another_history_signed_with_the_same_key(folder: Path, kept: str, said: str) -> None:
    (folder / "log").write_bytes(SignedLog(amount=9_999).export())
    witness = ["--checkpoint", folder / "old"] if kept == "old" else [folder / "first"]

    status, told = verify("--key", LOG.key, "--log", folder / "log", *witness)

    assert status == 1
    assert said in told


def test_a_log_whose_end_was_cut_off(folder: Path) -> None:
    (folder / "log").write_bytes(SignedLog(size=5).export())

    status, said = verify("--key", LOG.key, "--log", folder / "log", "--checkpoint", folder / "old")

    assert status == 1
    assert "Leaves 5 to 6: The end of the log was cut off." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--key", str(LOG.key)], "Name a receipt, or a log with --log."),
        (["--key", "nonsense", "first"], "This is no key of a Geste log."),
        (["--key", str(LOG.key), "--checkpoint", "keys", "first"], "This is no checkpoint of a log."),
        (["--key", str(LOG.key), "--log", "first"], "Line 1 is not a line of an exported log."),
    ],
)
def test_what_cannot_be_checked_is_said(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(folder)

    status, told = verify(*arguments)

    assert status != 0
    assert said in told
