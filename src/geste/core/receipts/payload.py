"""Payload: what a receipt says of one decision, and what else is written into the log. No leaf holds personal data.

Who decided and what was stated appear as commitments only. The texts in clear are the charter's own: ids of gestures,
clauses and roles, codes of reasons and their figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from geste.core.reasons import Reason
from geste.core.receipts.canonical import spelled, written
from geste.core.receipts.commitment import committed, pseudonym_of, salt_for, stated_in

LEAF_TAG = b"geste/leaf/v1\0"
AGENT, REQUEST = "agent", "request"
MEMBERS = frozenset(
    {
        *("type", "v", "index", "key", "at", "decision", "gesture", "what", "amount", "currency", "authority", "route"),
        *("routes", "charter", "clause", "reasons", "role", "actor", "agent", "facts", "pledge", "training"),
    }
)
EVENT_MEMBERS = frozenset({"type", "v", "index", "key", "at", "event", "public", "handle"})
KeyEvent = Literal["made", "rotated", "compromised"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision as a receipt tells it. `at` is the moment as text with its offset, `month` is that of the moment.

    `gesture` is none where nothing was given. `amount` is in minor units. `person` and `request` stay in the house:
    the leaf holds commitments to them. `subject` names whose facts they are, so that they can be forgotten together.
    """

    decision: int
    gesture: int | None
    what: str
    amount: int | None
    currency: str
    authority: str
    route: str
    routes: Sequence[str]
    charter: str
    charter_version: int
    charter_digest: str
    clause: str
    reasons: Sequence[Reason]
    role: str
    actor_kind: str
    person_id: int
    person: str
    subject: str
    request: Mapping[str, object]
    at: str
    is_training: bool

    @property
    def month(self) -> str:
        """Return the month of the decision."""
        return self.at[:7]


@dataclass(frozen=True, slots=True)
class Pledge:
    """What the company promises to whoever decides in good faith, in both languages. Its digest is in every receipt."""

    version: int
    en: str
    fr: str

    def as_value(self) -> dict[str, object]:
        """Return the pledge as it stands in a receipt's file; the digest is over its canonical spelling."""
        return {"version": self.version, "en": self.en, "fr": self.fr}


@dataclass(frozen=True, slots=True)
class Hiding:
    """What stays in the vault: the key of the person who decided, the name committed to, the key of the facts."""

    person: bytes
    name: str
    subject: bytes


def receipt_payload(
    decided: Decided, hiding: Hiding, *, index: int, key_id: str, pledge: Mapping[str, object]
) -> bytes:
    """Return the receipt of a decision at `index` of the log, ready to be signed with the key that has this id.

    `pledge` is the version of the pledge and its digest.
    """
    return spelled(
        {
            "type": "receipt",
            "v": 1,
            "index": index,
            "key": key_id,
            "at": decided.at,
            "decision": decided.decision,
            "gesture": decided.gesture,
            "what": decided.what,
            "amount": decided.amount,
            "currency": decided.currency,
            "authority": decided.authority,
            "route": decided.route,
            "routes": list(decided.routes),
            "charter": {
                "id": decided.charter,
                "version": decided.charter_version,
                "sha256": decided.charter_digest,
            },
            "clause": decided.clause,
            "reasons": [{"code": reason.code, "values": dict(reason.values)} for reason in decided.reasons],
            "role": decided.role,
            "actor": decided.actor_kind,
            "agent": {
                "pseudonym": pseudonym_of(hiding.person, decided.month),
                "commitment": committed(salt_for(hiding.person, index, AGENT), hiding.name),
            },
            "facts": {
                name: committed(salt_for(hiding.subject, index, name), value)
                for name, value in facts_committed(decided.request).items()
            },
            "pledge": pledge,
            "training": decided.is_training,
        }
    ).encode()


def facts_committed(request: Mapping[str, object]) -> dict[str, str]:
    """Return what a receipt commits to: each fact stated, by its path, and the whole question as it is on record."""
    facts = request.get("facts")
    whole = dict(stated_in({REQUEST: [request]}))
    return whole | {f"facts.{path}": value for path, value in stated_in(facts if isinstance(facts, Mapping) else {})}


def event_payload(event: str, *, index: int, key_id: str, at: str, public: str = "", handle: str = "") -> bytes:
    """Return what else the log tells: of keys, or that somebody was forgotten.

    `public` is the key that was made or follows, `handle` what the vault called the key of whoever was forgotten.
    """
    kind = "forgotten" if handle else "key"
    return written(
        {
            "type": kind,
            "v": 1,
            "index": index,
            "key": key_id,
            "at": at,
            "event": event,
            "public": public,
            "handle": handle,
        }
    )


def leaf_of(payload: bytes) -> bytes:
    """Return the leaf of the log that holds a payload, byte for byte."""
    return LEAF_TAG + payload


def payload_in(leaf: bytes) -> bytes | None:
    """Return the payload a leaf holds, or None if it is no leaf of ours."""
    return leaf[len(LEAF_TAG) :] if leaf.startswith(LEAF_TAG) else None
