"""Signed: a small log with its receipts, made of the core alone, and ways of damaging a receipt."""

import base64
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from geste.apps.audit.pledge import OF_THE_HOUSE, pledge_named
from geste.core.log.checkpoint import Checkpoint, PublicKey
from geste.core.log.tree import Edge, Node, hash_leaf, inclusion_parts, proof_of
from geste.core.reasons import Reason
from geste.core.receipts.canonical import written
from geste.core.receipts.commitment import salt_for
from geste.core.receipts.envelope import EVENT, RECEIPT, Envelope, sealed
from geste.core.receipts.examination import KeptLeaf, Log
from geste.core.receipts.export import export_lines
from geste.core.receipts.file import Inclusion, receipt_file
from geste.core.receipts.payload import AGENT, Decided, Hiding, event_payload, leaf_of, receipt_payload

MOMENT = "2026-05-14T01:07:00+10:00"
NAME = "Zoé Nguyễn"


@dataclass(frozen=True)
class SignedLog:
    """A log of so many leaves, the first of them its key, signed with the key of this seed."""

    size: int = 12
    seed: bytes = b"\x07" * 32
    amount: int = 1_800

    @cached_property
    def secret(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def key(self) -> PublicKey:
        return PublicKey("geste-test", self.secret.public_key().public_bytes_raw())

    @cached_property
    def envelopes(self) -> list[Envelope]:
        public = base64.b64encode(self.key.raw).decode()
        first = event_payload("made", index=0, key_id=self.key.id, at=MOMENT, public=public)
        receipts = [
            sealed(RECEIPT, self._payload(index), self.key.id, self.secret.sign) for index in range(1, self.size)
        ]
        return [sealed(EVENT, first, self.key.id, self.secret.sign), *receipts]

    @cached_property
    def leaves(self) -> list[KeptLeaf]:
        return [
            KeptLeaf(index, leaf_of(each.payload), each.key_id, each.signature)
            for index, each in enumerate(self.envelopes)
        ]

    def note(self, size: int) -> str:
        """Return the checkpoint at some size."""
        edge, _ = self._tree(size)
        return Checkpoint(self.key.name, size, edge.root).signed(self.key, self.secret.sign)

    def file(self, index: int, *, size: int | None = None, included: bool = True) -> bytes:
        """Return the file of a receipt."""
        at = size or self.size
        _, nodes = self._tree(at)
        inclusion = Inclusion(self.note(at), proof_of(inclusion_parts(index, at), nodes.__getitem__))
        opened = {AGENT: (salt_for(b"p" * 32, index, AGENT), NAME)}
        return receipt_file(self.envelopes[index], inclusion if included else None, opened, OF_THE_HOUSE[-1].as_value())

    def log(self) -> Log:
        return Log(self.leaves, [self.note(size) for size in range(1, self.size + 1)])

    def export(self) -> bytes:
        return b"".join(export_lines(self.log(), self.key.name))

    def _tree(self, size: int) -> tuple[Edge, dict[Node, bytes]]:
        edge = Edge()
        nodes = {node: found for leaf in self.leaves[:size] for node, found in edge.append(hash_leaf(leaf.leaf))}
        return edge, nodes

    def _payload(self, index: int) -> bytes:
        decided = Decided(
            decision=index,
            gesture=index,
            what="credit",
            amount=self.amount + index,
            currency="EUR",
            authority="within",
            route="do",
            routes=["do"],
            charter="harbour",
            charter_version=3,
            charter_digest="ab" * 32,
            clause="credit",
            reasons=[Reason("gesture.covered", (("gesture", "credit"), ("role", "reception")))],
            role="reception",
            actor_kind="agent",
            person_id=1,
            person=NAME,
            subject="case:1",
            request={"facts": {"stay": {"price": "390", "late": True}}, "id": "C-1"},
            at=MOMENT,
            is_training=False,
        )
        hiding = Hiding(b"p" * 32, NAME, b"s" * 32)
        pledge = pledge_named(OF_THE_HOUSE[-1])
        return receipt_payload(decided, hiding, index=index, key_id=self.key.id, pledge=pledge)


Mutation = Callable[[bytes, random.Random], bytes]


def mutations(kept: bytes, other: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield damaged receipts without end, each with the name of what was done; none of them is the one it was.

    `other` is another genuine receipt of the same log, to take parts from.
    """
    kinds: dict[str, Mutation] = {
        "bit": _bit,
        "byte": _byte,
        "cut": _cut,
        "doubled": _doubled,
        "spaced": _spaced,
        "swapped": lambda text, luck: _swapped(text, other, luck),
        "payload": _payload,
        "payload_bit": _payload_bit,
        "algorithm": _algorithm,
        "key": _key,
        "member": _member,
        "escaped": _escaped,
    }
    while True:
        name = chance.choice(list(kinds))
        damaged = kinds[name](kept, chance)
        if damaged not in (kept, other):
            yield name, damaged


def _bit(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + bytes([text[at] ^ 1 << chance.randrange(8)]) + text[at + 1 :]


def _byte(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]


def _cut(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.randrange(1, 4) :]


def _doubled(text: bytes, chance: random.Random) -> bytes:
    """One name twice: readers differ on which of them counts."""
    file = json.loads(text)
    name = chance.choice(list(file))
    value = written(chance.choice([file[name], None, {}, "x", file["envelope"]])).decode()
    pair = f'"{name}":{value}'
    whole = text.decode()
    return (f"{{{pair},{whole[1:]}" if chance.random() < 0.5 else f"{whole[:-1]},{pair}}}").encode()


def _spaced(text: bytes, chance: random.Random) -> bytes:
    spelled = text.decode()
    at = chance.choice([index for index, letter in enumerate(spelled) if letter in ',:{}[]"'])
    return (spelled[:at] + chance.choice([" ", "\n", "\t", "\r", "\ufeff"]) + spelled[at:]).encode()


def _swapped(text: bytes, other: bytes, chance: random.Random) -> bytes:
    """A part of another genuine receipt in the place of this one's."""
    mine, theirs = json.loads(text), json.loads(other)
    places = [("envelope",), ("proof",), ("opened",), ("envelope", "payload"), ("envelope", "signatures")]
    *outer, name = chance.choice([*places, ("proof", "path"), ("opened", "agent"), ("opened", "agent", "salt")])
    here, there = mine, theirs
    for step in outer:
        here, there = here[step], there[step]
    here[name] = there[name]
    return written(mine)


def _payload(text: bytes, chance: random.Random) -> bytes:
    """Another value in what was signed."""
    file = json.loads(text)
    content: dict[str, Any] = json.loads(base64.b64decode(file["envelope"]["payload"]))
    name = chance.choice(list(content))
    values = [None, 0, 1, "x", [], {}, True, content["amount"] + 1, "forbidden", 2**60, -1]
    content[name] = chance.choice(values)
    if chance.random() < 0.2:
        del content[name]
    file["envelope"]["payload"] = base64.b64encode(written_anyhow(content)).decode()
    return written_anyhow(file)


def _payload_bit(text: bytes, chance: random.Random) -> bytes:
    """A bit of the bytes inside base64: payload, signature, or a hash of the path."""
    file = json.loads(text)
    holder, name = chance.choice(
        [
            (file["envelope"], "payload"),
            (file["envelope"]["signatures"][0], "sig"),
            (file["proof"]["path"], chance.randrange(len(file["proof"]["path"]))),
        ]
    )
    holder[name] = base64.b64encode(_bit(base64.b64decode(holder[name]), chance)).decode()
    return written(file)


def _algorithm(text: bytes, chance: random.Random) -> bytes:
    """A field that claims another algorithm, another type, no signature, or several."""
    file = json.loads(text)
    envelope = file["envelope"]
    signature = envelope["signatures"][0]
    match chance.randrange(6):
        case 0:
            signature["alg"] = chance.choice(["none", "HS256", "EdDSA", "RS256"])
        case 1:
            envelope["alg"] = envelope["payloadType"] = chance.choice(["none", "application/json"])
        case 2:
            envelope["payloadType"] = chance.choice([EVENT, "", RECEIPT.upper(), f"{RECEIPT} ", "application/json"])
        case 3:
            envelope["signatures"] = chance.choice([[], [signature, signature], None, {}, signature])
        case 4:
            signature["sig"] = chance.choice(["", "AA==", base64.b64encode(bytes(64)).decode(), None])
        case _:
            file["geste"] = chance.choice(["receipt/0", "receipt/2", 1, None])
    return written(file)


def _key(text: bytes, chance: random.Random) -> bytes:
    """The id of another key, and a signature that is right under that one."""
    file = json.loads(text)
    stranger = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
    payload = base64.b64decode(file["envelope"]["payload"])
    key_id = PublicKey("", stranger.public_key().public_bytes_raw()).id
    signature = file["envelope"]["signatures"][0]
    signed = sealed(RECEIPT, payload, key_id, stranger.sign)
    if chance.random() < 0.7:
        signature["keyid"] = chance.choice([key_id, "", key_id[:16], signature["keyid"].upper()])
    if chance.random() < 0.7:
        signature["sig"] = base64.b64encode(signed.signature).decode()
    return written(file)


def _member(text: bytes, chance: random.Random) -> bytes:
    """A member too many, too few, or one that is something else."""
    file = json.loads(text)
    holder = chance.choice([file, file["envelope"], file["proof"], file["opened"]["agent"], file["pledge"]])
    name = chance.choice(list(holder))
    match chance.randrange(3):
        case 0:
            holder["more"] = chance.choice([None, "x", 0])
        case 1:
            del holder[name]
        case _:
            holder[name] = chance.choice([[], 0, "", True, {"x": 1}])
    return written(file)


def _escaped(text: bytes, chance: random.Random) -> bytes:
    """The same text, spelled with an escape."""
    spelled = text.decode()
    at = chance.choice([index for index, letter in enumerate(spelled) if letter.isalpha()])
    return (f"{spelled[:at]}\\u{ord(spelled[at]):04x}{spelled[at + 1 :]}").encode()


def written_anyhow(value: object) -> bytes:
    """Return the spelling of a value that the house itself would not write."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
