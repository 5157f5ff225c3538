"""Proposals: what somebody wants to give, as values, and what makes two of them one and the same intention. No rows."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor

KEY = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
NOTE_CHARACTERS, ITEM_CHARACTERS = 500, 80
DUPLICATE_WITHIN = timedelta(minutes=10)
"""The same again on one case within this time may be a slip, so the person is asked once."""


class ProposalRefused(Exception):
    """The proposal cannot be taken as it stands; `code` says why. Nothing was written, and the key stays unused."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class PossibleDuplicate(ProposalRefused):
    """The same was given on this case minutes ago, under another key; `first` is the number of that gesture."""

    def __init__(self, first: int) -> None:
        super().__init__("gesture.possible_duplicate")
        self.first = first


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody wants to give.

    `key` is made by the client, once for each intention. `amount` is a decimal text; none means what the charter
    suggests. `act_first` says that the person decides in good faith where the charter does not reach. `item` names
    what goes with a purchase. `distinct_from` is the number of a gesture that this one is meant to be given besides.
    `green_light` is the number of the yes, or of the silence, by which it is given beyond the charter.
    `more` holds what the charter asks of the proposal itself.
    """

    key: str
    gesture: str
    amount: str | None = None
    act_first: bool = False
    note: str = ""
    item: str = ""
    distinct_from: int | None = None
    green_light: int | None = None
    more: Mapping[str, object] = field(default_factory=dict)

    def in_wire_form(self) -> dict[str, object]:
        """Return the proposal as the core reads it."""
        amount = {} if self.amount is None else {"amount": self.amount}
        return {"gesture": self.gesture, **amount, **self.more}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """A proposal with who makes it, when, and on which case. Without a case, `facts` are what is known of the sale.

    A case may be named by its `reference` alone. What came with a token has what is kept of it in `token`. Both are
    looked up where the proposal is written, for all that are written together.
    """

    actor: Actor
    proposal: Proposal
    now: datetime
    case_id: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    reference: str = ""
    token: str = ""

    @property
    def route(self) -> str:
        """What is asked for, and of what."""
        return "give at once" if self.case_id is None else f"give on case {self.case_id}"

    @property
    def fingerprint(self) -> str:
        """What tells this intention from any other that might come with the same key."""
        proposal = self.proposal
        return fingerprint_of(
            self.route,
            {
                "proposal": proposal.in_wire_form(),
                "act_first": proposal.act_first,
                "note": proposal.note.strip(),
                "item": proposal.item.strip(),
                "distinct_from": proposal.distinct_from,
                "facts": dict(self.facts),
                # Left out where there is none, so that keys used before there were any still stand for the same.
                **({} if proposal.green_light is None else {"green_light": proposal.green_light}),
            },
        )


def fingerprint_of(route: str, body: Mapping[str, object]) -> str:
    """Return the SHA-256 of what is asked for, with members in one order and nothing between them."""
    told = json.dumps([route, body], sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def require_well_formed(proposal: Proposal) -> None:
    """Do nothing if a proposal has a key and nothing in it is too long.

    Raises:
        ProposalRefused: the key is malformed, or the note or the item is too long.
    """
    require_key(proposal.key)
    if len(proposal.note) > NOTE_CHARACTERS:
        raise ProposalRefused("note.too_long")
    if len(proposal.item) > ITEM_CHARACTERS:
        raise ProposalRefused("item.too_long")


def require_key(key: str) -> None:
    """Do nothing if a key is one.

    Raises:
        ProposalRefused: it is malformed.
    """
    if KEY.fullmatch(key) is None:
        raise ProposalRefused("key.malformed")
