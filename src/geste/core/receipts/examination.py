"""Examination: a whole log read from its first leaf, against its own checkpoints and what somebody else remembers.

What an attacker with every right on the database but without the signing key can do to a leaf shows in its signature or
its number. Whoever has the key too can sign another history, but not one that agrees with a checkpoint or a receipt
that somebody kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geste.core.log.checkpoint import NoteRefused, PublicKey, Verifies, decoded, read_checkpoint, size_claimed
from geste.core.log.tree import Edge, Node, hash_leaf
from geste.core.receipts.canonical import CanonicalRefused, read
from geste.core.receipts.envelope import EVENT, RECEIPT, Envelope, EnvelopeRefused, members
from geste.core.receipts.file import Genuine
from geste.core.receipts.payload import EVENT_MEMBERS, MEMBERS, payload_in

Noted = Callable[[Node, bytes], object]


@dataclass(frozen=True, slots=True)
class KeptLeaf:
    """A leaf as it is kept: its number, its bytes, and the signature over what they hold."""

    index: int
    leaf: bytes
    key_id: str
    signature: bytes

    @property
    def envelope(self) -> Envelope | None:
        """Return the payload in its envelope, or None if the bytes are no leaf of ours."""
        payload = payload_in(self.leaf)
        if payload is None:
            return None
        return Envelope(RECEIPT if b'"type":"receipt"' in payload else EVENT, payload, self.key_id, self.signature)


@dataclass(frozen=True, slots=True)
class Log:
    """A log as it is found: its leaves in order, and its checkpoints."""

    leaves: Iterable[KeptLeaf]
    checkpoints: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What somebody brings along: the keys they trust, checkpoints they kept, receipts they hold."""

    keys: Sequence[PublicKey]
    checkpoints: Sequence[str] = ()
    receipts: Sequence[Genuine] = ()


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is not as it was written, somewhere from leaf `first` to leaf `last`. `code` says what."""

    first: int
    last: int
    code: str


@dataclass(frozen=True, slots=True)
class Found:
    """What an examination found: the faults in the order of the log, how many leaves there are and their root."""

    faults: tuple[Fault, ...]
    size: int
    root: bytes
    keys: tuple[PublicKey, ...]


def unheard(_: Node, __: bytes) -> None:
    """Listen to nothing."""


def examine(log: Log, witness: Witness, verifies: Verifies, noted: Noted = unheard) -> Found:
    """Read a whole log and return what is wrong with it. `noted` is told every node of the tree on the way."""
    reading = _Reading(witness, verifies, noted)
    remembered = [*witness.checkpoints]
    sizes = {size_claimed(note) for note in (*log.checkpoints, *remembered)}
    sizes |= {receipt.checkpoint.size for receipt in witness.receipts if receipt.checkpoint is not None}
    for leaf in log.leaves:
        reading.take(leaf)
        if reading.edge.size in sizes:
            reading.roots[reading.edge.size] = reading.edge.root
    faults = [*reading.faults, *reading.about_receipts(), *reading.about_notes(log.checkpoints, remembered)]
    return Found(tuple(sorted(set(faults))), reading.size, reading.edge.root, tuple(reading.keys.values()))


class _Reading:
    """One pass over the leaves: the tree so far, the keys trusted so far, and the faults."""

    def __init__(self, witness: Witness, verifies: Verifies, noted: Noted) -> None:
        self.witness, self.verifies, self.noted = witness, verifies, noted
        self.keys = {key.id: key for key in witness.keys}
        self.faults: list[Fault] = []
        self.edge = Edge()
        self.size = 0
        self.roots: dict[int, bytes] = {}
        self._retired: dict[str, int] = {}
        self._held = {receipt.index: receipt.leaf_hash for receipt in witness.receipts}
        self._seen: set[int] = set()

    def take(self, leaf: KeptLeaf) -> None:
        """Read the next leaf."""
        if leaf.index > self.size:
            self._fault("leaf.missing", self.size, leaf.index - 1)
        elif leaf.index < self.size:
            self._fault("leaf.twice", leaf.index)
        self.size = leaf.index + 1
        self._check_signature(leaf)
        leaf_hash = hash_leaf(leaf.leaf)
        if self._held.get(leaf.index, leaf_hash) != leaf_hash:
            self._fault("receipt.contradicted", leaf.index)
        self._seen.add(leaf.index)
        for node, found in self.edge.append(leaf_hash):
            self.noted(node, found)

    def about_receipts(self) -> Iterator[Fault]:
        """Yield what the witness holds a receipt of and the log does not have."""
        for receipt in self.witness.receipts:
            if receipt.index not in self._seen:
                yield Fault(receipt.index, receipt.index, "receipt.not_in_log")

    def about_notes(self, own: Sequence[str], remembered: Sequence[str]) -> Iterator[Fault]:
        """Yield where the log contradicts its own checkpoints, or those that the witness kept."""
        proofs = [receipt.checkpoint for receipt in self.witness.receipts if receipt.checkpoint is not None]
        told = [self._read(note, "checkpoint.forged") for note in own]
        kept = [self._read(note, "checkpoint.not_genuine") for note in remembered]
        yield from (each for each in (*told, *kept) if isinstance(each, Fault))
        notes = [(*each, "checkpoint.broken") for each in told if not isinstance(each, Fault)]
        notes += [(*each, "checkpoint.contradicted") for each in kept if not isinstance(each, Fault)]
        notes += [(proof.size, proof.root, "checkpoint.contradicted") for proof in proofs]
        # What the log says of itself narrows nothing down for a witness: whoever has the key signs what they like.
        agreed = {"checkpoint.broken": 0, "checkpoint.contradicted": 0}
        for size, root, code in sorted(notes):
            if size > self.edge.size:
                yield Fault(min(self.edge.size, size - 1), size - 1, "log.cut")
            elif self.roots.get(size) == root:
                agreed[code] = size
            else:
                yield Fault(agreed[code] if agreed[code] < size else 0, size - 1, code)

    def _read(self, note: str, code: str) -> tuple[int, bytes] | Fault:
        try:
            checkpoint = read_checkpoint(note, self.keys.values(), self.verifies)
        except NoteRefused:
            size = size_claimed(note)
            return Fault(max(size - 1, 0), max(size - 1, 0), code)
        return checkpoint.size, checkpoint.root

    def _check_signature(self, leaf: KeptLeaf) -> None:
        envelope = leaf.envelope
        try:
            if envelope is None:
                raise EnvelopeRefused("leaf.malformed")
            envelope.check(self.keys.values(), self.verifies)
            is_receipt = envelope.payload_type == RECEIPT
            content = members(read(envelope.payload), MEMBERS if is_receipt else EVENT_MEMBERS, "leaf.malformed")
        except (CanonicalRefused, EnvelopeRefused):
            self._fault("leaf.altered", leaf.index)
            return
        if content["index"] != leaf.index or content["key"] != leaf.key_id:
            self._fault("leaf.misplaced", leaf.index)
        if self._retired.get(leaf.key_id, leaf.index) < leaf.index:
            self._fault("key.retired", leaf.index)
        if content["type"] == "key" and content["event"] != "made":
            self._succeed(content, leaf)

    def _succeed(self, content: Mapping[str, Any], leaf: KeptLeaf) -> None:
        """The old key names the new one, and signs no more."""
        raw = decoded(content["public"])
        origin = self.keys[leaf.key_id].name
        if raw is None or len(raw) != 32:
            self._fault("leaf.altered", leaf.index)
            return
        key = PublicKey(origin, raw)
        self.keys[key.id] = key
        self._retired[leaf.key_id] = leaf.index

    def _fault(self, code: str, first: int, last: int | None = None) -> None:
        self.faults.append(Fault(first, first if last is None else last, code))
