"""Inputs: reads a request from plain JSON values, strictly, and says where each mistake stands."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from geste.core import limits
from geste.core.charter import literals
from geste.core.charter.syntax import ActorKind, Charter
from geste.core.charter.types import FreeText, Money, Number, Records, Time, Type, Words, YesNo, type_name
from geste.core.charter.vocabulary import EVERYONE, NOW, PROPOSAL, FactDeclaration
from geste.core.decision.plan import Plan
from geste.core.decision.request import Actor, Facts, Layout, Proposal, Request
from geste.core.decision.standing import Given, standing_of
from geste.core.findings import NOWHERE, Finding, finding, nearest
from geste.core.money import AmountRefused, Currency

_REQUEST = ("id", "actor", "facts", "standing", "proposal")
_SUPPLIED = frozenset({"actor.role", "actor.kind", "proposal.gesture", "proposal.amount"})


class InputRefused(ValueError):
    """A request cannot be read; `findings` name the path of each mistake, such as `facts.customer.tier`."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(f"{found.code} at {dict(found.values).get('path')}" for found in findings))
        self.findings = findings


def layout_of(charter: Charter) -> Layout:
    """Return the order in which a charter's facts stand in a request."""
    paths = [path for path in charter.vocabulary.facts if path not in _SUPPLIED]
    return Layout(
        tuple(path for path in paths if not path.startswith(PROPOSAL)),
        tuple(path for path in paths if path.startswith(PROPOSAL)),
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


class _RequestReader:
    def __init__(self, plan: Plan, layout: Layout) -> None:
        self._plan = plan
        self._charter = plan.charter
        self._layout = layout
        self._facts = plan.charter.vocabulary.facts
        self._claimed: set[str] = set()
        self._partial: set[str] = set()
        self.findings: list[Finding] = []

    def request(self, value: object) -> Request:
        fields = self._object(value, "", _REQUEST)
        actor = self._actor(fields.get("actor"))
        stated: dict[str, object] = {}
        self._state(fields.get("facts"), "facts", "", stated)
        proposal = self._proposal(fields.get("proposal"), stated)
        values = tuple(self._value(path, stated) for path in self._layout.values)
        proposed = tuple(self._value(path, stated) for path in self._layout.proposed)
        claimed = sum(1 << index for index, path in enumerate(self._layout.values) if path in self._claimed)
        now = stated.get(NOW)
        standing = self._object(fields.get("standing"), "standing", ("given", "envelopes"))
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

    def _refuse(self, code: str, path: str, **values: str | int) -> None:
        self.findings.append(finding(code, NOWHERE, "error", path=path, **values))

    def _object(self, value: object, path: str, known: tuple[str, ...]) -> Mapping[str, object]:
        """A JSON object with known names; a missing one is empty."""
        if value is None and path:
            return {}
        if not isinstance(value, Mapping):
            self._refuse("input.wrong_type", path, expected="object", found=_json_name(value))
            return {}
        for name in value:
            if name not in known:
                at = f"{path}.{name}" if path else str(name)
                self._refuse("input.not_known", at[:200], word=str(name)[:80], nearest=nearest(str(name), known))
        return value

    def _id(self, value: object) -> str:
        if value is None:
            return ""
        if not isinstance(value, (str, int)) or isinstance(value, bool) or len(str(value)) > 200:
            self._refuse("input.wrong_type", "id", expected="text", found=_json_name(value))
            return ""
        return str(value)

    def _actor(self, value: object) -> Actor:
        fields = self._object(value, "actor", ("role", "kind"))
        role, kind = fields.get("role"), fields.get("kind")
        known = self._plan.roles
        if role is None:
            self._refuse("input.missing", "actor.role")
            return Actor(EVERYONE, "agent")
        if not isinstance(role, str) or role not in known:
            self._refuse("role.not_known", "actor.role", word=str(role)[:80], nearest=nearest(str(role), known))
            return Actor(EVERYONE, "agent")
        declared = self._charter.role(role)
        own_kind: ActorKind = declared.kind if declared else "agent"
        if kind is None:
            return Actor(role, own_kind)
        if kind not in ("agent", "assistant"):
            self._refuse("word.not_listed", "actor.kind", word=str(kind)[:80], nearest=nearest(str(kind), ("agent", "assistant")))
        # Software never gains a person's routes by calling itself one.
        return Actor(role, "assistant" if "assistant" in (kind, own_kind) else "agent")

    def _state(self, value: object, at: str, prefix: str, stated: dict[str, object]) -> None:
        """Read a (nested) object of facts under the names the charter declares."""
        if value is None:
            return
        if not isinstance(value, Mapping):
            self._refuse("input.wrong_type", at, expected="object", found=_json_name(value))
            return
        for name, inner in value.items():
            path, place = f"{prefix}{name}", f"{at}.{name}"[:200]
            declaration = self._facts.get(path)
            if declaration is not None and path not in _SUPPLIED:
                self._state_fact(declaration, inner, place, stated)
            elif any(known.startswith(f"{path}.") for known in self._layout.values) and not path.startswith("proposal"):
                self._state(inner, place, f"{path}.", stated)
            else:
                known = [*self._layout.values]
                self._refuse("fact.not_declared", place, word=path[:80], nearest=nearest(path, known))

    def _state_fact(self, declaration: FactDeclaration, value: object, at: str, stated: dict[str, object]) -> None:
        claimed = declaration.is_claim
        if isinstance(value, Mapping) and set(value) in ({"claimed"}, {"confirmed"}):
            ((word, value),) = value.items()
            claimed = word == "claimed"
        if value is None:
            return
        read = self._typed(declaration.type, value, at)
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

    def _typed(self, kind: Type, value: object, at: str) -> object:
        """Return a JSON value as the type a fact is declared with; None after noting why it is not."""
        match kind:
            case YesNo():
                return value if isinstance(value, bool) else self._wrong(kind, value, at)
            case Number(low, high):
                if not isinstance(value, int) or isinstance(value, bool):
                    return self._wrong(kind, value, at)
                return value if low <= value <= high else self._outside(at, str(value), str(low), str(high))
            case Money():
                return self._amount(value, at, kind)
            case Words(values):
                if not isinstance(value, str):
                    return self._wrong(kind, value, at)
                if value in values:
                    return value
                self._refuse("word.not_listed", at, word=value[:80], nearest=nearest(value, values))
                return None
            case FreeText():
                if not isinstance(value, str):
                    return self._wrong(kind, value, at)
                if len(value) <= limits.TEXT_CHARACTERS:
                    return value
                self._refuse("text.too_long", at, limit=limits.TEXT_CHARACTERS)
                return None
            case Time():
                moment = literals.moment(value) if isinstance(value, str) else None
                return moment if moment is not None else self._wrong(kind, value, at)
            case Records(fields):
                return self._records(fields, value, at)
        return self._wrong(kind, value, at)

    def _records(
        self, fields: tuple[tuple[str, Type], ...], value: object, at: str
    ) -> tuple[dict[str, object], ...] | None:
        if not isinstance(value, list):
            self._wrong(Records(fields), value, at)
            return None
        if len(value) > limits.LIST_ITEMS:
            self._refuse("list.too_long", at, limit=limits.LIST_ITEMS)
            return None
        names = tuple(name for name, _ in fields)
        records = []
        for index, element in enumerate(value):
            place = f"{at}[{index}]"
            if names == ("value",) and not isinstance(element, Mapping):
                element = {"value": element}  # noqa: PLW2901
            given = self._object(element, place, names)
            record: dict[str, object] = {}
            for name, kind in fields:
                raw = given.get(name)
                record[name] = None if raw is None else self._typed(kind, raw, f"{place}.{name}")
            records.append(record)
        return tuple(records)

    def _amount(self, value: object, at: str, kind: Money) -> int | None:
        currency = self._charter.currency
        if not isinstance(value, str):
            self._refuse("amount.not_text", at, found=_json_name(value), currency=currency.code)
            return None
        minor = read_amount(value, currency)
        if isinstance(minor, str):
            self._refuse(minor, at, found=value[:40], currency=currency.code)
            return None
        if not kind.low <= minor <= kind.high:
            if minor < 0 <= kind.low:
                self._refuse("amount.negative", at, found=value[:40])
                return None
            self._outside(at, value[:40], str(kind.low), str(kind.high))
            return None
        return minor

    def _proposal(self, value: object, stated: dict[str, object]) -> Proposal | None:
        if value is None:
            return None
        own = tuple(path.removeprefix(PROPOSAL).partition(".")[0] for path in self._layout.proposed)
        fields = self._object(value, "proposal", ("gesture", "amount", *own))
        gesture, asked = fields.get("gesture"), fields.get("amount")
        known = [plan.id for plan in self._plan.gestures]
        if gesture is None:
            self._refuse("input.missing", "proposal.gesture")
            return None
        if not isinstance(gesture, str) or gesture not in known:
            self._refuse("gesture.not_known", "proposal.gesture", word=str(gesture)[:80], nearest=nearest(str(gesture), known))
            return None
        for path in self._layout.proposed:
            inner: object = fields
            for part in path.removeprefix(PROPOSAL).split("."):
                inner = inner.get(part) if isinstance(inner, Mapping) else None
            self._state_fact(self._facts[path], inner, path, stated)
        amount = None if asked is None else self._amount(asked, "proposal.amount", Money())
        return Proposal(gesture, amount)

    def _history(self, value: object) -> list[Given]:
        if value is None:
            return []
        if not isinstance(value, list):
            self._refuse("input.wrong_type", "standing.given", expected="list", found=_json_name(value))
            return []
        if len(value) > limits.HISTORY_ITEMS:
            self._refuse("list.too_long", "standing.given", limit=limits.HISTORY_ITEMS)
            return []
        return [given for index, item in enumerate(value) if (given := self._given(item, f"standing.given[{index}]"))]

    def _given(self, value: object, at: str) -> Given | None:
        fields = self._object(value, at, ("gesture", "amount", "at", "scopes"))
        gesture, asked, moment, scopes = (fields.get(name) for name in ("gesture", "amount", "at", "scopes"))
        if not isinstance(gesture, str):
            self._refuse("input.missing", f"{at}.gesture")
            return None
        amount = 0 if asked is None else self._amount(asked, f"{at}.amount", Money())
        when = None if moment is None else self._typed(Time(), moment, f"{at}.at")
        if not isinstance(scopes, list) or not all(isinstance(scope, str) for scope in scopes):
            self._refuse("input.wrong_type", f"{at}.scopes", expected="list", found=_json_name(scopes))
            return None
        known = self._charter.vocabulary.scopes
        for scope in scopes:
            if scope not in known:
                self._refuse("scope.not_known", f"{at}.scopes", word=scope[:80], nearest=nearest(scope, known))
        return Given(gesture, amount or 0, cast("datetime | None", when), frozenset(scopes))

    def _envelopes(self, value: object) -> tuple[int, ...]:
        names = tuple(envelope.id for envelope in self._charter.envelopes)
        given = self._object(value, "standing.envelopes", names)
        left = []
        for envelope in self._charter.envelopes:
            at = f"standing.envelopes.{envelope.id}"
            fields = self._object(given.get(envelope.id), at, ("left",))
            asked = fields.get("left")
            minor = envelope.amount if asked is None else self._amount(asked, f"{at}.left", Money(-limits.MONEY_MINOR))
            left.append(minor or 0)
        return tuple(left)

    def _wrong(self, kind: Type, value: object, at: str) -> None:
        self._refuse("input.wrong_type", at, expected=type_name(kind), found=_json_name(value))

    def _outside(self, at: str, found: str, low: str, high: str) -> None:
        self._refuse("input.out_of_range", at, found=found[:40], low=low, high=high)


def read_amount(text: str, currency: Currency) -> int | str:
    """Return the minor units a decimal text spells, or the code of what is wrong with it."""
    try:
        minor = literals.amount(text, currency)
    except literals.WrongCurrency:
        return "amount.wrong_currency"
    except AmountRefused as refused:
        return refused.code
    return "amount.unreadable" if minor is None else minor


def _json_name(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes_no"
        case int() | float():
            return "number"
        case str():
            return "text"
        case list():
            return "list"
    return "object"


