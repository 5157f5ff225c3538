"""Three that verify, sharing no code: the house, the one-file verifier, and the page that works without a network.

Genuine receipts are accepted by all; of damaged ones none is accepted by any. How many are tried stands in one place:
a slice here, the whole figure in the slow suite.
"""

import base64
import importlib.util
import json
import os
import random
import subprocess
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

import geste
from geste.apps.audit.ed25519 import verifies
from geste.core.log.checkpoint import PublicKey
from geste.core.receipts.file import ReceiptRefused, check_receipt
from tests.signed import NAME, SignedLog, mutations

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(geste.__file__).parent / "interfaces" / "web" / "static" / "web" / "verify"
ALONE, PAGE = FOLDER / "geste_verify.py", FOLDER / "geste-verify.html"
MUTATED, MUTATED_SLOW = 1_200, 100_000
"""How many damaged receipts each verifier is shown."""
LOG = SignedLog()


def alone() -> ModuleType:
    """Return the one-file verifier as a module."""
    spec = importlib.util.spec_from_file_location("geste_verify", ALONE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


VERIFIER = alone()


def alone_accepts(kept: bytes) -> bool:
    keys = {LOG.key.id: VERIFIER.Key.read(str(LOG.key))}
    try:
        VERIFIER.check_receipt(kept, keys)
    except (VERIFIER.Refused, KeyError, TypeError, AttributeError):
        return False
    return True


def house_accepts(kept: bytes) -> bool:
    try:
        check_receipt(kept, [LOG.key], verifies)
    except ReceiptRefused:
        return False
    return True


def damaged(count: int, seed: int = 4) -> list[tuple[str, bytes]]:
    return list(islice(mutations(LOG.file(5), LOG.file(6), random.Random(seed)), count))


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the one-file verifier as somebody does who has nothing of ours: isolated, without installed packages."""
    command = [sys.executable, "-I", "-S", str(ALONE), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with receipts, an export, an old checkpoint and the key."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "key").write_text(f"{LOG.key}\n", encoding="utf-8")
    (folder / "log").write_bytes(LOG.export())
    (folder / "old").write_text(LOG.note(7), encoding="utf-8")
    (folder / "first.geste").write_bytes(LOG.file(1))
    (folder / "signed.geste").write_bytes(LOG.file(2, included=False))
    return folder


# RFC 8032, 7.1: secret key, public key, message, signature.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_signatures_of_the_standard(public: str, message: str, signature: str) -> None:
    key, told, signed = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    order = 2**252 + 27742317777372353535851937790883648493
    malleable = signed[:32] + (int.from_bytes(signed[32:], "little") + order).to_bytes(32, "little")

    for accepts in (VERIFIER.verifies, verifies):
        assert accepts(key, told, signed)
        assert not accepts(key, told + b"x", signed)
        assert not accepts(key, told, bytes([signed[0] ^ 1]) + signed[1:])
        assert not accepts(key, told, malleable)
        assert not accepts(b"\xff" * 32, told, signed)


def test_a_note_as_others_sign_it() -> None:
    # The example of Go's golang.org/x/mod/sumdb/note, which the C2SP specification follows.
    key = PublicKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    raw = base64.b64decode(signature)

    assert key.hint == raw[:4]
    assert verifies(key.raw, text.encode(), raw[4:])
    assert VERIFIER.verifies(VERIFIER.Key.read(str(key)).raw, text.encode(), raw[4:])


@pytest.mark.parametrize("size", [2, 3, 8, 12])
def test_genuine_receipts_are_accepted(size: int) -> None:
    files = [LOG.file(index, size=size) for index in range(1, size)] + [LOG.file(1, included=False)]

    assert [house_accepts(kept) for kept in files] == [True] * size
    assert [alone_accepts(kept) for kept in files] == [True] * size


def test_no_damaged_receipt_is_accepted() -> None:
    shown = damaged(MUTATED)

    assert len({name for name, _ in shown}) == 12
    assert [name for name, kept in shown if house_accepts(kept)] == []
    assert [name for name, kept in shown if alone_accepts(kept)] == []


@pytest.mark.slow
def test_of_a_hundred_thousand_damaged_receipts_none_is_accepted() -> None:
    shown = damaged(MUTATED_SLOW, seed=5)

    assert [name for name, kept in shown if house_accepts(kept) or alone_accepts(kept)] == []


def test_a_receipt_of_another_house_is_refused() -> None:
    stranger = SignedLog(seed=b"\x08" * 32)

    assert not house_accepts(stranger.file(1))
    assert not alone_accepts(stranger.file(1))


def test_the_one_file_stands_alone(folder: Path) -> None:
    receipts = [str(folder / "first.geste"), str(folder / "signed.geste")]
    told = run("--key", str(LOG.key), *receipts)

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines() == [
        f"GENUINE      {receipts[0]}: decision 1, within under harbour v3, in the log at 1",
        f"GENUINE      {receipts[1]}: decision 2, within under harbour v3, signed, not yet shown to be in the log",
    ]


def test_the_one_file_checks_a_whole_log(folder: Path) -> None:
    told = run("--key", str(folder / "key"), "--log", str(folder / "log"), "--checkpoint", str(folder / "old"))

    assert (told.returncode, told.stdout, told.stderr) == (0, "AS WRITTEN   25 lines\n", "")


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (3, "leaf 2: missing, or in another place"),
        (12, "leaves up to 11: the end was cut off"),
    ],
)
def test_the_one_file_says_where_a_log_was_rewritten(folder: Path, tmp_path: Path, missing: int, told: str) -> None:
    lines = (folder / "log").read_bytes().splitlines(keepends=True)
    (tmp_path / "log").write_bytes(b"".join([*lines[:missing], *lines[missing + 1 :]]))

    answer = run("--key", str(LOG.key), "--log", str(tmp_path / "log"))

    assert answer.returncode == 1
    assert told in answer.stdout


def test_the_one_file_finds_a_fork_by_one_receipt(folder: Path, tmp_path: Path) -> None:
    other = SignedLog(amount=9_999)  # the same key signed another history
    (tmp_path / "log").write_bytes(other.export())

    assert run("--key", str(LOG.key), "--log", str(tmp_path / "log")).returncode == 0
    told = run("--key", str(LOG.key), "--log", str(tmp_path / "log"), str(folder / "first.geste"))

    assert told.returncode == 1
    assert "leaf 1: not what a receipt says that was given out" in told.stdout


@pytest.mark.parametrize("arguments", [[], ["--key", "nonsense+1+2", "x"], ["--key", "absent-file", "x"]])
def test_the_one_file_says_when_it_can_check_nothing(arguments: list[str]) -> None:
    told = run(*arguments)

    assert told.returncode == 2
    assert told.stdout == ""
    assert told.stderr


@pytest.mark.browser
def test_the_page_accepts_what_is_genuine_without_a_network(page: "Page", folder: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE.as_uri())
    page.get_by_role("button", name="English").click()

    page.get_by_label("The organisation’s keys").fill(str(LOG.key))
    page.get_by_label("Receipts").set_input_files([folder / "first.geste", folder / "signed.geste"])

    page.get_by_text("✓ Genuine").first.wait_for()
    articles = page.get_by_role("article")
    assert articles.count() == 2
    first, second = articles.nth(0).inner_text(), articles.nth(1).inner_text()
    told = ("first.geste", "€18.01", "harbour v3", NAME, "Leaf 1, under a checkpoint of 12")
    assert [part for part in told if part not in first] == []
    assert "Signed; this file does not show it to be in the log yet." in second
    page.get_by_role("button", name="Français").click()
    page.get_by_text("✓ Authentique").first.wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == "Ce reçu est-il authentique\u00a0?"
    assert asked == [PAGE.as_uri()]


@pytest.mark.browser
def test_the_page_refuses_what_is_not(page: "Page", folder: Path, tmp_path: Path) -> None:
    forged = json.loads(LOG.file(1))
    forged["opened"]["agent"]["value"] = "Somebody else"
    (tmp_path / "forged.geste").write_bytes(json.dumps(forged, sort_keys=True, separators=(",", ":")).encode())
    page.goto(PAGE.as_uri())
    page.get_by_role("button", name="English").click()

    page.get_by_label("Receipts").set_input_files([folder / "first.geste", tmp_path / "forged.geste"])

    page.get_by_text("Put in a key first.").first.wait_for()
    page.get_by_label("The organisation’s keys").fill(str(SignedLog(seed=b"\x08" * 32).key))
    page.get_by_text("It is signed with a key that is not among those above.").first.wait_for()
    page.get_by_label("The organisation’s keys").fill(str(LOG.key))
    page.get_by_text("✓ Genuine").first.wait_for()
    assert page.get_by_text("✗ Not genuine").count() == 1


def page_accepts(page: "Page", shown: list[tuple[str, bytes]], at_once: int = 2_000) -> list[Any]:
    """Return which of these the page accepts; they are handed to the very function that the page calls."""
    page.goto(PAGE.as_uri())
    accepted: list[Any] = []
    for start in range(0, len(shown), at_once):
        batch = shown[start : start + at_once]
        accepted += page.evaluate(
            """async ([key, files]) => {
                const keys = [await readKey(key)], accepted = [];
                for (const [name, file] of files) {
                    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
                    try { await check(bytes, keys); accepted.push(name); } catch (error) { /* refused */ }
                }
                return accepted;
            }""",
            [str(LOG.key), [[name, base64.b64encode(kept).decode()] for name, kept in batch]],
        )
    return accepted


@pytest.mark.browser
def test_the_page_accepts_no_damaged_receipt(page: "Page") -> None:
    assert page_accepts(page, [("genuine", LOG.file(5)), ("genuine", LOG.file(6))]) == ["genuine", "genuine"]
    assert page_accepts(page, damaged(MUTATED)) == []


@pytest.mark.browser
@pytest.mark.slow
def test_of_a_hundred_thousand_damaged_receipts_the_page_accepts_none(page: "Page") -> None:
    assert page_accepts(page, damaged(MUTATED_SLOW, seed=5)) == []


@pytest.mark.browser
def test_the_page_says_so_where_the_browser_cannot(page: "Page") -> None:
    page.add_init_script("crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))")
    page.goto(PAGE.as_uri())
    page.get_by_role("button", name="English").click()

    assert page.get_by_role("alert").inner_text().startswith("This browser cannot check Ed25519 signatures")
    assert not page.get_by_label("Receipts").is_visible()
