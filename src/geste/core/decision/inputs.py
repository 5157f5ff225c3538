"""Inputs: reads a request from plain JSON values, strictly, and says where each mistake stands."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from geste.core import limits
from geste.core.charter.syntax import ActorKind, Charter
from geste.core.charter.types import Money, Time, Words
from geste.core.charter.vocabulary import EVERYONE, NOW, PROPOSAL, FactDeclaration
from geste.core.decision.plan import Plan
from geste.core.decision.request import Actor, Facts, Layout, Proposal, Request
from geste.core.decision.standing import Given, standing_of
from geste.core.decision.values import ValueReader, json_name
from geste.core.findings import Finding, nearest

_REQUEST = ("id", "actor", "facts", "standing", "proposal")
_SUPPLIED = frozenset({"actor.role", "actor.kind", "proposal.gesture", "proposal.amount"})


class InputRefused(ValueError):
    """A request cannot be read; `findings` name the path of each mistake, such as `facts.customer.tier`."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return ", ".join(f"{found.code} at {dict(found.values).get('path')}" for found in self.findings)


def layout_of(charter: Charter) -> Layout:
    """Return the order in which a charter's facts stand in a request."""
    paths = [path for path in charter.vocabulary.facts if path not in _SUPPLIED]
    proposed = tuple(path for path in paths if path.startswith(PROPOSAL))
    values = tuple(path for path in paths if not path.startswith(PROPOSAL))
    types = {path: charter.vocabulary.facts[path].type for path in values}
    return Layout(
        values=values,
        proposed=proposed,
        assumed=tuple(charter.vocabulary.facts[path].assumed for path in proposed),
        words={path: kind.values for path, kind in types.items() if isinstance(kind, Words)},
    )


def read_request(plan: Plan, layout: Layout, value: object) -> Request:
    """Return the request a JSON object spells.

    Raises:
        InputRefused: something is not declared, has the wrong type, or is out of range. Nothing is guessed.
    """
    reader = _RequestReader(plan, layout)
    request = reader.request(value)
    if reader.findings:
        raise InputRefused(tuple(reader.findings[: limits.FINDINGS]))
    return request


class _RequestReader(ValueReader):
    def __init__(self, plan: Plan, layout: Layout) -> None:
        super().__init__(plan.charter.currency)
        self._plan = plan
        self._charter = plan.charter
        self._layout = layout
        self._facts = plan.charter.vocabulary.facts
        self._claimed: set[str] = set()
        self._partial: set[str] = set()

    def request(self, value: object) -> Request:
        fields = self.named(value, "", _REQUEST)
        actor = self._actor(fields.get("actor"))
        stated: dict[str, object] = {}
        self._state(fields.get("facts"), "facts", "", self._layout.values, stated)
        proposal = self._proposal(fields.get("proposal"), stated)
        values = tuple(self._layout.placed(path, self._value(path, stated)) for path in self._layout.values)
        proposed = tuple(self._value(path, stated) for path in self._layout.proposed)
        claimed = sum(1 << index for index, path in enumerate(self._layout.values) if path in self._claimed)
        now = stated.get(NOW)
        standing = self.named(fields.get("standing"), "standing", ("given", "envelopes"))
        return Request(
            id=self._id(fields.get("id")),
            actor=actor,
            facts=Facts(values, proposed, claimed, self._open(values, proposed)),
            standing=standing_of(
                self._plan.counters,
                self._envelopes(standing.get("envelopes")),
                self._history(standing.get("given")),
                now if isinstance(now, datetime) else None,
            ),
            proposal=proposal,
        )

    def _open(self, values: tuple[object, ...], proposed: tuple[object, ...]) -> int:
        slots = zip((*self._layout.values, *self._layout.proposed), (*values, *proposed), strict=True)
        return sum(1 << index for index, (path, value) in enumerate(slots) if value is None or path in self._partial)

    def _id(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**limits.ID_CHARACTERS:
            return str(value)
        if not isinstance(value, str) or len(value) > limits.ID_CHARACTERS:
            self.refuse("input.wrong_type", "id", expected="text", found=json_name(value))
            return ""
        return value

    def _actor(self, value: object) -> Actor:
        fields = self.named(value, "actor", ("role", "kind"))
        role, kind = fields.get("role"), fields.get("kind")
        known = self._plan.roles
        if role is None:
            self.refuse("input.missing", "actor.role")
            return Actor(EVERYONE, "agent")
        if not isinstance(role, str):
            self.refuse("input.wrong_type", "actor.role", expected="text", found=json_name(role))
            return Actor(EVERYONE, "agent")
        if role not in known:
            self.refuse("role.not_known", "actor.role", word=role[:80], nearest=nearest(role, known))
            return Actor(EVERYONE, "agent")
        declared = self._charter.role(role)
        own_kind: ActorKind = declared.kind if declared else "agent"
        if kind is None:
            return Actor(role, own_kind)
        if not isinstance(kind, str):
            self.refuse("input.wrong_type", "actor.kind", expected="text", found=json_name(kind))
        elif kind not in ("agent", "assistant"):
            meant = nearest(kind, ("agent", "assistant"))
            self.refuse("word.not_listed", "actor.kind", word=kind[:80], nearest=meant)
        # Software never gains a person's routes by calling itself one.
        return Actor(role, "assistant" if "assistant" in (kind, own_kind) else "agent")

    def _state(self, value: object, at: str, prefix: str, known: tuple[str, ...], stated: dict[str, object]) -> None:
        """Read a (nested) object of facts under the names in `known`, those of the charter."""
        if value is None:
            return
        if not isinstance(value, Mapping):
            self.refuse("input.wrong_type", at, expected="object", found=json_name(value))
            return
        for name, inner in value.items():
            path, place = f"{prefix}{name}", f"{at}.{name}"[:200]
            if "." not in name and path in known:
                self._state_fact(self._facts[path], inner, place, stated)
            elif "." not in name and any(fact.startswith(f"{path}.") for fact in known):
                self._state(inner, place, f"{path}.", known, stated)
            else:
                self.refuse("fact.not_declared", place, word=path[:80], nearest=nearest(path, known))

    def _state_fact(self, declaration: FactDeclaration, value: object, at: str, stated: dict[str, object]) -> None:
        claimed = declaration.is_claim
        if isinstance(value, Mapping) and set(value) in ({"claimed"}, {"confirmed"}):
            ((word, value),) = value.items()
            claimed = word == "claimed"
        if value is None:
            return
        read = self.typed(declaration.type, value, at)
        if read is None:
            return
        if isinstance(read, tuple) and any(None in record.values() for record in read):
            self._partial.add(declaration.path)
        stated[declaration.path] = read
        if claimed:
            self._claimed.add(declaration.path)

    def _value(self, path: str, stated: dict[str, object]) -> object:
        value = stated.get(path)
        return self._facts[path].assumed if value is None else value

    def _proposal(self, value: object, stated: dict[str, object]) -> Proposal | None:
        if value is None:
            return None
        own = tuple(path.removeprefix(PROPOSAL).partition(".")[0] for path in self._layout.proposed)
        fields = self.named(value, "proposal", ("gesture", "amount", *own))
        gesture, asked = fields.get("gesture"), fields.get("amount")
        known = [plan.id for plan in self._plan.gestures]
        if gesture is None:
            self.refuse("input.missing", "proposal.gesture")
            return None
        if not isinstance(gesture, str):
            self.refuse("input.wrong_type", "proposal.gesture", expected="text", found=json_name(gesture))
            return None
        if gesture not in known:
            self.refuse("gesture.not_known", "proposal.gesture", word=gesture[:80], nearest=nearest(gesture, known))
            return None
        own_facts = {name: inner for name, inner in fields.items() if name in own}
        self._state(own_facts, "proposal", PROPOSAL, self._layout.proposed, stated)
        amount = None if asked is None else self.amount(asked, "proposal.amount", Money())
        return Proposal(gesture, amount)

    def _history(self, value: object) -> list[Given]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse("input.wrong_type", "standing.given", expected="list", found=json_name(value))
            return []
        if len(value) > limits.HISTORY_ITEMS:
            self.refuse("list.too_long", "standing.given", limit=limits.HISTORY_ITEMS)
            return []
        return [given for index, item in enumerate(value) if (given := self._given(item, f"standing.given[{index}]"))]

    def _given(self, value: object, at: str) -> Given | None:
        fields = self.named(value, at, ("gesture", "amount", "at", "scopes"))
        gesture, asked, moment, scopes = (fields.get(name) for name in ("gesture", "amount", "at", "scopes"))
        if not isinstance(gesture, str):
            self.refuse("input.missing", f"{at}.gesture")
            return None
        amount = 0 if asked is None else self.amount(asked, f"{at}.amount", Money())
        when = None if moment is None else self.typed(Time(), moment, f"{at}.at")
        if not isinstance(scopes, list) or not all(isinstance(scope, str) for scope in scopes):
            self.refuse("input.wrong_type", f"{at}.scopes", expected="list", found=json_name(scopes))
            return None
        known = self._charter.vocabulary.scopes
        for scope in scopes:
            if scope not in known:
                self.refuse("scope.not_known", f"{at}.scopes", word=scope[:80], nearest=nearest(scope, known))
        return Given(gesture, amount or 0, cast("datetime | None", when), frozenset(scopes))

    def _envelopes(self, value: object) -> tuple[int, ...]:
        names = tuple(envelope.id for envelope in self._charter.envelopes)
        given = self.named(value, "standing.envelopes", names)
        left = []
        for envelope in self._charter.envelopes:
            at = f"standing.envelopes.{envelope.id}"
            fields = self.named(given.get(envelope.id), at, ("left",))
            asked = fields.get("left")
            minor = envelope.amount if asked is None else self.amount(asked, f"{at}.left", Money(-limits.MONEY_MINOR))
            left.append(minor or 0)
        return tuple(left)
