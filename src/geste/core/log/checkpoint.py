"""Checkpoint: size and root of a log at one moment, signed, as text that anybody can keep (C2SP tlog-checkpoint).

The text is a signed note: origin, size and root on a line each, an empty line, and one Ed25519 signature. Signing and
checking a signature are passed in: the core knows no cryptography beyond hashes.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

ED25519 = b"\x01"
PUBLIC_BYTES, SIGNATURE_BYTES, HASH_BYTES = 32, 64, 32
MOST_CHARACTERS = 1_000
NAME = re.compile(r"[!-*,-~]{1,100}", re.ASCII)  # printable, no space, no plus
SIZE = re.compile(r"[1-9][0-9]{0,15}", re.ASCII)

Sign = Callable[[bytes], bytes]
Verifies = Callable[[bytes, bytes, bytes], bool]
"""Whether under a public key a message bears a signature."""


class NoteRefused(ValueError):
    """A key or a checkpoint is not what it should be; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that signs for a log. `name` is the log's origin; written as text it is all that has to be pinned."""

    name: str
    raw: bytes

    @property
    def id(self) -> str:
        """Return what receipts call the key: the digest of its bytes."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def hint(self) -> bytes:
        """Return the four bytes by which a note says which key signed it."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.raw).digest()[:4]

    def __str__(self) -> str:
        """Return the key as one line of text (C2SP signed-note verifier key)."""
        return f"{self.name}+{self.hint.hex()}+{_spelled(ED25519 + self.raw)}"

    @classmethod
    def read(cls, text: str) -> "PublicKey":
        """Return the key a line of text spells.

        Raises:
            NoteRefused: it spells none, or one that is not Ed25519.
        """
        name, _, rest = text.strip().partition("+")
        hint, _, spelled = rest.partition("+")
        raw = decoded(spelled)
        if not NAME.fullmatch(name) or raw is None or len(raw) != 1 + PUBLIC_BYTES or raw[:1] != ED25519:
            raise NoteRefused("pin.malformed")
        key = cls(name, raw[1:])
        if key.hint.hex() != hint:
            raise NoteRefused("pin.malformed")
        return key


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many leaves a log had, and the root over them."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """Return what is signed."""
        return f"{self.origin}\n{self.size}\n{_spelled(self.root)}\n"

    def signed(self, key: PublicKey, sign: Sign) -> str:
        """Return the checkpoint as a note signed with `key`."""
        return f"{self.text}\n— {key.name} {_spelled(key.hint + sign(self.text.encode()))}\n"


def read_checkpoint(note: str, keys: Iterable[PublicKey], verifies: Verifies) -> Checkpoint:
    """Return what a note says that one of `keys` has signed.

    Raises:
        NoteRefused: it is no checkpoint, none of the keys signed it, or one bit of it is not as it was signed.
    """
    text, gap, line = note[:MOST_CHARACTERS].partition("\n\n")
    parts = text.split("\n")
    if not gap or len(parts) != 3 or not line.endswith("\n") or line.count("\n") != 1:
        raise NoteRefused("checkpoint.malformed")
    origin, size, root = parts[0], parts[1], decoded(parts[2])
    if not NAME.fullmatch(origin) or not SIZE.fullmatch(size) or root is None or len(root) != HASH_BYTES:
        raise NoteRefused("checkpoint.malformed")
    checkpoint = Checkpoint(origin, int(size), root)
    key, signature = _signature(line, keys)
    if key.name != origin:
        raise NoteRefused("checkpoint.of_another_log")
    if not verifies(key.raw, checkpoint.text.encode(), signature):
        raise NoteRefused("checkpoint.forged")
    return checkpoint


def size_claimed(note: str) -> int:
    """Return the size a note names, whoever signed it; nought if it names none."""
    lines = note[:MOST_CHARACTERS].split("\n")
    return int(lines[1]) if len(lines) > 1 and SIZE.fullmatch(lines[1]) else 0


def _signature(line: str, keys: Iterable[PublicKey]) -> tuple[PublicKey, bytes]:
    dash, _, rest = line[:-1].partition(" ")
    name, _, spelled = rest.partition(" ")
    blob = decoded(spelled)
    if dash != "—" or blob is None or len(blob) != 4 + SIGNATURE_BYTES:
        raise NoteRefused("checkpoint.malformed")
    for key in keys:
        if key.name == name and key.hint == blob[:4]:
            return key, blob[4:]
    raise NoteRefused("key.not_pinned")


def decoded(text: str) -> bytes | None:
    """Return the bytes that a text spells in base64, or None; one spelling only is accepted for the same bytes."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if _spelled(raw) == text else None


def _spelled(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
