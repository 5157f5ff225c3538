"""Envelope: a payload with its one Ed25519 signature (DSSE v1). What is signed names its own type, so no header lies.

The key's id stands in the envelope and in the payload; both must be that of the pinned key. There is no field that
names an algorithm, so none can be swapped.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geste.core.log.checkpoint import SIGNATURE_BYTES, PublicKey, Sign, Verifies, decoded

RECEIPT = "application/vnd.geste.receipt+json;v=1"
EVENT = "application/vnd.geste.log-event+json;v=1"


class EnvelopeRefused(ValueError):
    """An envelope is not what it should be; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Envelope:
    """A payload of a type, signed with the key that has this id."""

    payload_type: str
    payload: bytes
    key_id: str
    signature: bytes

    def as_value(self) -> dict[str, object]:
        """Return the envelope as it stands in JSON."""
        return {
            "payload": base64.b64encode(self.payload).decode("ascii"),
            "payloadType": self.payload_type,
            "signatures": [{"keyid": self.key_id, "sig": base64.b64encode(self.signature).decode("ascii")}],
        }

    def check(self, keys: Iterable[PublicKey], verifies: Verifies) -> PublicKey:
        """Return which of `keys` signed it.

        Raises:
            EnvelopeRefused: none of them did.
        """
        key = next((key for key in keys if key.id == self.key_id), None)
        if key is None:
            raise EnvelopeRefused("key.not_pinned")
        if not verifies(key.raw, to_sign(self.payload_type, self.payload), self.signature):
            raise EnvelopeRefused("signature.wrong")
        return key


def to_sign(payload_type: str, payload: bytes) -> bytes:
    """Return the bytes a signature is over (DSSE pre-authentication encoding)."""
    named = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(named), named, len(payload), payload)


def sealed(payload_type: str, payload: bytes, key_id: str, sign: Sign) -> Envelope:
    """Return a payload in its envelope."""
    return Envelope(payload_type, payload, key_id, sign(to_sign(payload_type, payload)))


def envelope_in(value: object) -> Envelope:
    """Return the envelope that stands in JSON.

    Raises:
        EnvelopeRefused: it has other members, not one signature, or bytes that are misspelled.
    """
    match value:
        case {
            "payload": str(payload),
            "payloadType": str(payload_type),
            "signatures": [{"keyid": str(key_id), "sig": str(signature), **more}],
            **others,
        } if not more and not others:
            content, raw = decoded(payload), decoded(signature)
        case _:
            raise EnvelopeRefused("envelope.malformed")
    if content is None or raw is None or len(raw) != SIGNATURE_BYTES:
        raise EnvelopeRefused("envelope.malformed")
    return Envelope(payload_type, content, key_id, raw)


def members(value: object, names: frozenset[str], code: str) -> Mapping[str, object]:
    """Return an object that has exactly these members.

    Raises:
        EnvelopeRefused: it is none, or has others.
    """
    if not isinstance(value, dict) or value.keys() != names:
        raise EnvelopeRefused(code)
    return value
