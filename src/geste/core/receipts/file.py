"""File: a receipt as somebody keeps it, and whether it is genuine. It needs the organisation's key and nothing else.

A file has one spelling. It holds the envelope, once the receipt is in the log a checkpoint with the proof, what its
owner can open of its commitments, and the pledge in words.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geste.core.log.checkpoint import Checkpoint, NoteRefused, PublicKey, Verifies, decoded, read_checkpoint
from geste.core.log.proof import proves_inclusion
from geste.core.log.tree import hash_leaf
from geste.core.receipts.canonical import CanonicalRefused, read, written
from geste.core.receipts.commitment import committed
from geste.core.receipts.envelope import RECEIPT, Envelope, EnvelopeRefused, envelope_in, members
from geste.core.receipts.payload import MEMBERS, leaf_of

FORMAT = "receipt/1"
FILE_MEMBERS = frozenset({"geste", "envelope", "proof", "opened", "pledge"})
MOST_HASHES = 64


class ReceiptRefused(ValueError):
    """A receipt is not genuine, or not a receipt; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Where a receipt is shown to be in the log: a signed checkpoint, and the path from the leaf to its root."""

    note: str
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Genuine:
    """What a receipt that was checked says. Without a checkpoint it is signed, and not yet shown to be in the log."""

    content: Mapping[str, Any]
    leaf_hash: bytes
    key: PublicKey
    checkpoint: Checkpoint | None

    @property
    def index(self) -> int:
        """Return which leaf of the log it is."""
        index: int = self.content["index"]
        return index


def receipt_file(
    envelope: Envelope,
    inclusion: Inclusion | None,
    opened: Mapping[str, tuple[bytes, str]],
    pledge: Mapping[str, object],
) -> bytes:
    """Return the file; `opened` has the salt and the value of what the owner may prove."""
    proof = inclusion and {
        "checkpoint": inclusion.note,
        "path": [base64.b64encode(part).decode("ascii") for part in inclusion.path],
    }
    return written(
        {
            "geste": FORMAT,
            "envelope": envelope.as_value(),
            "proof": proof,
            "opened": {name: {"salt": salt.hex(), "value": value} for name, (salt, value) in opened.items()},
            "pledge": pledge,
        }
    )


def check_receipt(kept: bytes, keys: Sequence[PublicKey], verifies: Verifies) -> Genuine:
    """Return what a receipt says, if every byte of its file is as it was given out.

    Raises:
        ReceiptRefused: it is not, or it was signed with none of `keys`.
    """
    try:
        return _checked(kept, keys, verifies)
    except CanonicalRefused as refused:
        raise ReceiptRefused("file.malformed") from refused
    except (EnvelopeRefused, NoteRefused) as refused:
        raise ReceiptRefused(refused.code) from refused


def _checked(kept: bytes, keys: Sequence[PublicKey], verifies: Verifies) -> Genuine:
    file = members(read(kept), FILE_MEMBERS, "file.malformed")
    if file["geste"] != FORMAT:
        raise ReceiptRefused("file.malformed")
    envelope = envelope_in(file["envelope"])
    if envelope.payload_type != RECEIPT:
        raise ReceiptRefused("type.wrong")
    key = envelope.check(keys, verifies)
    content = members(read(envelope.payload), MEMBERS, "content.malformed")
    if content["type"] != "receipt" or content["v"] != 1 or type(content["index"]) is not int:
        raise ReceiptRefused("content.malformed")
    if content["key"] != envelope.key_id:
        raise ReceiptRefused("key.swapped")
    _check_opened(content, file["opened"])
    _check_pledge(content, file["pledge"])
    leaf_hash = hash_leaf(leaf_of(envelope.payload))
    return Genuine(content, leaf_hash, key, _included(file["proof"], content["index"], leaf_hash, keys, verifies))


def _included(
    proof: object, index: int, leaf_hash: bytes, keys: Sequence[PublicKey], verifies: Verifies
) -> Checkpoint | None:
    if proof is None:
        return None
    match proof:
        case {"checkpoint": str(note), "path": [*spelled], **others} if not others and len(spelled) <= MOST_HASHES:
            path = [decoded(part) if isinstance(part, str) else None for part in spelled]
        case _:
            raise ReceiptRefused("proof.malformed")
    checkpoint = read_checkpoint(note, keys, verifies)
    hashes = [part for part in path if part is not None and len(part) == 32]
    if len(hashes) != len(path) or not proves_inclusion(leaf_hash, index, checkpoint.size, hashes, checkpoint.root):
        raise ReceiptRefused("proof.wrong")
    return checkpoint


def _check_opened(content: Mapping[str, Any], opened: object) -> None:
    if not isinstance(opened, dict):
        raise ReceiptRefused("opened.malformed")
    for name, opening in opened.items():
        hidden = content["agent"].get("commitment") if name == "agent" else content["facts"].get(name)
        match opening:
            case {"salt": str(salt), "value": str(value), **others} if not others and hidden is not None:
                proved = len(salt) == 64 and salt == salt.lower() and committed(_unhexed(salt), value)
            case _:
                raise ReceiptRefused("opened.malformed")
        if not proved or not hmac.compare_digest(proved, hidden):
            raise ReceiptRefused("opened.wrong")


def _unhexed(spelled: str) -> bytes:
    try:
        return bytes.fromhex(spelled)
    except ValueError as error:
        raise ReceiptRefused("opened.malformed") from error


def _check_pledge(content: Mapping[str, Any], pledge: object) -> None:
    promised = {"sha256": hashlib.sha256(written(pledge)).hexdigest()}
    if not isinstance(pledge, dict) or content["pledge"] != {"version": pledge.get("version"), **promised}:
        raise ReceiptRefused("pledge.wrong")
