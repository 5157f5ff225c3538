#!/usr/bin/env python3
"""Verify receipts and logs of Geste, trusting nothing but a key: one file, Python 3.9 or newer, nothing to install.

    python3 geste_verify.py --key KEY [--key KEY] [--checkpoint OLD] [--log EXPORT] [RECEIPT ...]

KEY is the organisation's key, one line of text or a file that holds it; get it where you trust the answer, not from
whoever gave you the receipt. Status 0: everything is genuine. 1: something is not. 2: nothing could be checked.

It shares no line of code with Geste. Formats: Ed25519 (RFC 8032), DSSE v1, Merkle tree (RFC 9162), checkpoint (C2SP).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

RECEIPT = "application/vnd.geste.receipt+json;v=1"
EVENT = "application/vnd.geste.log-event+json;v=1"
LEAF_TAG = b"geste/leaf/v1\0"
RECEIPT_NAMES = {
    *("type", "v", "index", "key", "at", "decision", "gesture", "what", "amount", "currency", "authority", "route"),
    *("routes", "charter", "clause", "reasons", "role", "actor", "agent", "facts", "pledge", "training"),
}
EVENT_NAMES = {"type", "v", "index", "key", "at", "event", "public", "handle"}
MOST_BYTES = 256 * 1024


class Refused(Exception):
    """Something is not genuine; the text says what."""


def refuse(why: str) -> NoReturn:
    """Say no."""
    raise Refused(why)


# ------------------------------------------------------------------------------------------------- Ed25519, RFC 8032
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]
NOUGHT = (0, 1, 1, 0)


def add(one: Point, other: Point) -> Point:
    """Return the sum of two points."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def point_in(spelled: bytes) -> Point | None:
    """Return the point these bytes spell, or None."""
    y = int.from_bytes(spelled, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return (x, y, 1, x * y % P)


def spelled_point(point: Point) -> bytes:
    """Return the bytes that spell a point."""
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point_in((4 * pow(5, P - 2, P) % P).to_bytes(32, "little")) or NOUGHT


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether the signature over the message was made with this key."""
    key, s = point_in(public), int.from_bytes(signature[32:], "little")
    if len(public) != 32 or len(signature) != 64 or key is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    minus = (P - key[0], key[1], key[2], P - key[3])
    both, reached = add(BASE, minus), NOUGHT
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        reached = add(reached, reached)
        step = (s >> bit & 1, k >> bit & 1)
        if step != (0, 0):
            reached = add(reached, both if step == (1, 1) else BASE if step[0] else minus)
    return spelled_point(reached) == signature[:32]


# ------------------------------------------------------------------------------------------------- one spelling only
def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which no name stands twice."""
    found = dict(pairs)
    return found if len(found) == len(pairs) else refuse("a name stands twice")


def spelled(value: object) -> bytes:
    """Return the one spelling of a JSON value."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def read(text: bytes) -> Any:
    """Return the value of a JSON text that is spelled as Geste spells it."""
    no_fraction = lambda _: refuse("not a whole number")  # noqa: E731 - one line says it
    try:
        value = json.loads(
            text.decode("utf-8"), object_pairs_hook=once, parse_float=no_fraction, parse_constant=no_fraction
        )
        same = spelled(value) == text
    except (ValueError, RecursionError):
        refuse("this is no JSON")
    return value if same and len(text) <= MOST_BYTES else refuse("it is spelled in another way, so it was changed")


def unbased(text: object, length: int = 0) -> bytes:
    """Return the bytes a base64 text spells, in the one way there is."""
    try:
        raw = base64.b64decode(text if isinstance(text, str) else "*", validate=True)
    except ValueError:
        refuse("this is no base64")
    is_right = base64.b64encode(raw).decode() == text and length in (0, len(raw))
    return raw if is_right else refuse("this is no base64 of the right length")


def has(value: object, names: set[str], what: str) -> dict[str, Any]:
    """Return an object with exactly these names."""
    return value if isinstance(value, dict) and set(value) == names else refuse(f"the {what} has other parts")


# ------------------------------------------------------------------------------------------------- keys, notes, tree
class Key:
    """A pinned key: origin of the log, and 32 bytes."""

    def __init__(self, name: str, raw: bytes) -> None:
        self.name, self.raw, self.id = name, raw, hashlib.sha256(raw).hexdigest()
        self.hint = hashlib.sha256(name.encode() + b"\n\x01" + raw).digest()[:4]

    @classmethod
    def read(cls, text: str) -> Key:
        """Return the key a line of text spells: name, hint, and Ed25519 bytes, nothing else."""
        name, hint, rest = ([*text.strip().split("+", 2), "", ""])[:3]
        blob = unbased(rest, 33)
        key = cls(name, blob[1:])
        return key if blob[:1] == b"\x01" and name and key.hint.hex() == hint else refuse("this is no key of a log")


def read_note(note: object, keys: dict[str, Key]) -> tuple[int, bytes]:
    """Return size and root of a checkpoint that one of the keys signed."""
    form = r"([!-*,-~]+)\n([1-9][0-9]{0,15})\n(\S{44})\n\n— (\S+) (\S+)\n"
    found = re.fullmatch(form, note, re.ASCII) if isinstance(note, str) else None
    if found is None:
        refuse("this is no checkpoint")
    origin, size, root, name, blob = found.groups()
    signature = unbased(blob, 68)
    key = next((key for key in keys.values() if (key.name, key.hint) == (name, signature[:4])), None)
    if key is None or key.name != origin:
        refuse("the checkpoint is not signed with a key you trust")
    text = found.string[: found.start(4) - 3]
    if not verifies(key.raw, text.encode(), signature[4:]):
        refuse("the checkpoint is forged")
    return int(size), unbased(root, 32)


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_from(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """Return the root a path leads to from a leaf at this place."""
    if not 0 <= index < size:
        refuse("it has no place in this log")
    last, reached = size - 1, leaf
    for beside in path:
        if last == 0:
            refuse("the path is too long")
        if index & 1 or index == last:
            reached = node(beside, reached)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            reached = node(reached, beside)
        index, last = index >> 1, last >> 1
    return reached if last == 0 else refuse("the path is too short")


# ------------------------------------------------------------------------------------------------------------ receipts
def check_envelope(kind: str, payload: bytes, key_id: object, signature: bytes, keys: dict[str, Key]) -> Any:
    """Return what a payload says if a pinned key signed it, and it names that key itself."""
    key = keys.get(key_id) if isinstance(key_id, str) else None
    if key is None:
        refuse("it is not signed with a key you trust")
    if not verifies(key.raw, b"DSSEv1 %d %b %d %b" % (len(kind), kind.encode(), len(payload), payload), signature):
        refuse("the signature does not fit")
    content = has(read(payload), RECEIPT_NAMES if kind == RECEIPT else EVENT_NAMES, "content")
    is_whole = type(content["index"]) is int and content["v"] == 1 and content["key"] == key_id
    return (
        content
        if is_whole and (content["type"] == "receipt") is (kind == RECEIPT)
        else refuse("the content is not what its envelope says")
    )


def check_receipt(kept: bytes, keys: dict[str, Key]) -> tuple[dict[str, Any], bytes, tuple[int, bytes] | None]:
    """Return content, leaf hash and checkpoint of a receipt that is genuine."""
    file = has(read(kept), {"geste", "envelope", "proof", "opened", "pledge"}, "file")
    envelope = has(file["envelope"], {"payload", "payloadType", "signatures"}, "envelope")
    signatures = envelope["signatures"]
    if file["geste"] != "receipt/1" or envelope["payloadType"] != RECEIPT or not isinstance(signatures, list):
        refuse("this is no receipt")
    signed = has(signatures[0] if len(signatures) == 1 else None, {"keyid", "sig"}, "signature")
    payload = unbased(envelope["payload"])
    content = check_envelope(RECEIPT, payload, signed["keyid"], unbased(signed["sig"], 64), keys)
    for name, opening in file["opened"].items() if isinstance(file["opened"], dict) else refuse("no openings"):
        check_opening(content["agent"]["commitment"] if name == "agent" else content["facts"].get(name), opening)
    pledge = file["pledge"] if isinstance(file["pledge"], dict) else {}
    if content["pledge"] != {"version": pledge.get("version"), "sha256": hashlib.sha256(spelled(pledge)).hexdigest()}:
        refuse("the pledge is not the one that was given")
    leaf = hashlib.sha256(b"\0" + LEAF_TAG + payload).digest()
    if file["proof"] is None:
        return content, leaf, None
    proof = has(file["proof"], {"checkpoint", "path"}, "proof")
    size, root = read_note(proof["checkpoint"], keys)
    path = [unbased(part, 32) for part in proof["path"]] if isinstance(proof["path"], list) else refuse("no path")
    if root_from(leaf, content["index"], size, path) != root:
        refuse("the proof does not lead to the checkpoint")
    return content, leaf, (size, root)


def check_opening(commitment: object, opening: object) -> None:
    """Check that what a file opens is what was committed to."""
    opened = has(opening, {"salt", "value"}, "opening")
    salt, value = opened["salt"], opened["value"]
    if not isinstance(value, str) or not isinstance(salt, str) or not re.fullmatch("[0-9a-f]{64}", salt):
        refuse("the opening has other parts")
    if hmac.new(bytes.fromhex(salt), value.encode(), hashlib.sha256).hexdigest() != commitment:
        refuse("what it opens is not what was committed to")


# ---------------------------------------------------------------------------------------------------------------- logs
def check_log(lines: list[bytes], keys: dict[str, Key], held: dict[int, bytes], notes: list[object]) -> list[str]:
    """Return what is wrong with an exported log, and where; `held` are leaves, `notes` checkpoints kept apart."""
    trusted, position = dict(keys), 0
    retired: dict[str, int] = {}
    edge: list[bytes] = []
    roots: dict[int, list[bytes]] = {}
    faults: list[str] = []
    own: list[object] = []
    for number, line in enumerate(lines[1:], 2):
        row = read(line.rstrip(b"\n"))
        if set(row) == {"checkpoint"}:
            own.append(row["checkpoint"])
            continue
        row = has(row, {"index", "key", "leaf", "sig"}, f"line {number}")
        leaf = unbased(row["leaf"])
        if row["index"] != position:
            faults.append(f"leaf {position}: missing, or in another place")
            position = row["index"]
        try:
            check_leaf(leaf, row, trusted, retired)
        except Refused as why:
            faults.append(f"leaf {position}: {why}")
        reached = hashlib.sha256(b"\0" + leaf).digest()
        if held.pop(position, reached) != reached:
            faults.append(f"leaf {position}: not what a receipt says that was given out")
        position, index = position + 1, position
        while index & 1 and edge:
            reached, index = node(edge.pop(), reached), index >> 1
        edge.append(reached)
        roots[position] = list(edge)
    faults += [f"leaf {index}: a receipt was given out, and the log does not have it" for index in sorted(held)]
    return [*faults, *faults_of_notes(own, trusted, roots), *faults_of_notes(notes, trusted, roots)]


def check_leaf(leaf: bytes, row: dict[str, Any], trusted: dict[str, Key], retired: dict[str, int]) -> None:
    """Check one leaf: its signature, its number, and whether its key was still in use; learn the key it tells of."""
    payload = leaf[len(LEAF_TAG) :] if leaf.startswith(LEAF_TAG) else refuse("not a leaf")
    kind = RECEIPT if b'"type":"receipt"' in payload else EVENT
    content = check_envelope(kind, payload, row["key"], unbased(row["sig"], 64), trusted)
    if content["index"] != row["index"]:
        refuse("signed for another place")
    if retired.get(row["key"], row["index"]) < row["index"]:
        refuse("signed with a key that was replaced before")
    if content["type"] == "key" and content["event"] != "made":
        successor = Key(trusted[row["key"]].name, unbased(content["public"], 32))
        trusted[successor.id], retired[row["key"]] = successor, row["index"]


def faults_of_notes(notes: list[Any], keys: dict[str, Key], roots: dict[int, list[bytes]]) -> list[str]:
    """Return which checkpoints the log contradicts."""
    agreed = 0
    faults: list[str] = []
    read_notes: list[tuple[int, bytes]] = []
    for note in notes:
        try:
            read_notes.append(note if isinstance(note, tuple) else read_note(note, keys))
        except Refused as why:
            faults.append(f"a checkpoint: {why}")
    for size, root in sorted(read_notes):
        if size not in roots:
            faults.append(f"leaves up to {size - 1}: the end was cut off")
            continue
        reached = roots[size][-1]
        for left in reversed(roots[size][:-1]):
            reached = node(left, reached)
        if reached == root:
            agreed = size
        else:
            first = agreed if agreed < size else 0
            faults.append(f"leaves {first} to {size - 1}: not what the checkpoint of {size} says")
    return faults


# -------------------------------------------------------------------------------------------------------- command line
def main(arguments: list[str]) -> int:
    """Check what the command line names."""
    options: dict[str, list[str]] = {"--key": [], "--log": [], "--checkpoint": [], "": []}
    words = iter(arguments)
    for word in words:
        options[word if word in options and word else ""].append(next(words, "") if word in options and word else word)
    if not options["--key"] or not (options["--log"] or options[""]):
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        keys = {key.id: key for text in options["--key"] for key in [Key.read(text_of(text))]}
        kept: list[object] = [Path(name).read_bytes().decode("utf-8") for name in options["--checkpoint"]]
        logs = [Path(name).read_bytes().splitlines(keepends=True) for name in options["--log"]]
        receipts = {name: Path(name).read_bytes() for name in options[""]}
    except (OSError, ValueError, Refused) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    held: dict[int, bytes] = {}
    wrong = check_receipts(receipts, keys, kept, held)
    wrong += check_logs(logs, keys, held, kept)
    return 1 if any(wrong) else 0


def text_of(word: str) -> str:
    """Return what a file holds, or the word itself if it names none."""
    return word if "+" in word and not Path(word).exists() else Path(word).read_text(encoding="utf-8")


def check_receipts(
    receipts: dict[str, bytes], keys: dict[str, Key], notes: list[object], held: dict[int, bytes]
) -> list[bool]:
    """Say of each receipt whether it is genuine; keep what it is a witness of."""
    wrong = []
    for name, kept in receipts.items():
        try:
            content, leaf, checkpoint = check_receipt(kept, keys)
        except (Refused, KeyError, TypeError, AttributeError) as why:
            sys.stdout.write(f"NOT GENUINE  {name}: {why if isinstance(why, Refused) else 'it has other parts'}\n")
            wrong.append(True)
            continue
        held[content["index"]] = leaf
        if checkpoint is not None:
            notes.append(checkpoint)
        state = "signed, not yet shown to be in the log" if checkpoint is None else f"in the log at {content['index']}"
        charter = content["charter"]
        sys.stdout.write(
            f"GENUINE      {name}: decision {content['decision']}, {content['authority']} under "
            f"{charter.get('id')} v{charter.get('version')}, {state}\n"
        )
    return wrong


def check_logs(
    logs: list[list[bytes]], keys: dict[str, Key], held: dict[int, bytes], notes: list[object]
) -> list[bool]:
    """Say of each log whether it is as it was written."""
    wrong = []
    for lines in logs:
        try:
            head = has(read((lines or [b""])[0].rstrip(b"\n")), {"geste", "origin"}, "first line")
            faults = check_log(lines, keys, dict(held), notes) if head["geste"] == "log/1" else ["this is no log"]
        except (Refused, KeyError, TypeError, AttributeError) as why:
            faults = [str(why)]
        told = "".join(f"NOT AS WRITTEN  {fault}\n" for fault in faults)
        sys.stdout.write(told or f"AS WRITTEN   {len(lines)} lines\n")
        wrong.append(bool(faults))
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
