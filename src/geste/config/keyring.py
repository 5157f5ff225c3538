"""Keyring: where the keys that sign receipts are kept: files beside the secret key, private to whoever runs Geste."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from geste.apps.audit.ports import KeyMissing, Signer
from geste.core.log.checkpoint import PublicKey

SEED_BYTES = 32


class FileKeyring:
    """The current key in one file and, while it is being changed, its successor in another beside it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._next = file.with_name(f"{file.name}.next")
        self._known: dict[str, Signer] = {}

    def current(self) -> Signer:
        """Return the key a new log begins with; it is made if there is none yet."""
        return self._kept_or_made(self._file)

    def signer(self, key_id: str) -> Signer:
        """Return the key with this id.

        Raises:
            KeyMissing: it is not here.
        """
        if key_id not in self._known:
            self._known = dict(_signers(self._file, self._next))
        if key_id not in self._known:
            raise KeyMissing(key_id)
        return self._known[key_id]

    def successor(self) -> Signer:
        """Return the key that is to follow the current one; it is made if there is none yet."""
        return self._kept_or_made(self._next)

    def succeed(self) -> None:
        """Put the successor in the place of the current key, of which nothing is kept."""
        with suppress(FileNotFoundError):
            self._next.replace(self._file)
        self._known = {}

    def chance(self, count: int) -> bytes:
        """Return so many bytes that nobody can foresee."""
        return secrets.token_bytes(count)

    def _kept_or_made(self, file: Path) -> Signer:
        make_key(file)
        return _signer(file)


def make_key(file: Path) -> None:
    """Make a key in a file that only its owner can read, unless there is one. It appears whole or not at all."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    draft = file.with_name(f"{file.name}.{os.getpid()}-{secrets.token_hex(4)}")
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(opened, "w", encoding="ascii") as kept:
        kept.write(secrets.token_bytes(SEED_BYTES).hex())
        kept.flush()
        os.fsync(kept.fileno())
    with suppress(FileExistsError):  # somebody was quicker, and theirs is kept
        os.link(draft, file)
    draft.unlink()


def _signers(*files: Path) -> list[tuple[str, Signer]]:
    found = [_signer(file) for file in files if file.exists()]
    return [(PublicKey("", signer.public).id, signer) for signer in found]


def _signer(file: Path) -> Signer:
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(file.read_text(encoding="ascii").strip()))
    return Signer(key.public_key().public_bytes_raw(), key.sign)
