"""Reader: writes, as Python source, how the records of a line become the request that `read_request` would return."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import UNSET

from geste.core.charter.types import Money, Number, Records, Time, Type, YesNo
from geste.core.charter.vocabulary import NOW, PROPOSAL, FactDeclaration
from geste.core.decision.emit import indented
from geste.core.decision.plan import Plan
from geste.core.decision.request import Actor, Facts, Layout, Proposal, Request
from geste.core.decision.standing import Standing
from geste.wire.amounts import MOST, Unreadable, exact_reading_of, minor_lines, reading_of
from geste.wire.history import History, moment
from geste.wire.shape import Group, Shape, is_flat
from geste.wire.source import function_of

Read = Callable[[Any], Request]
"""Returns the request in a record of the shape, or raises `Unreadable`: then the readable reader says what is wrong."""


def reader_of(plan: Plan, layout: Layout, shape: Shape) -> Read:
    """Return the function that reads the records of one charter's requests."""
    return _Source(plan, layout, shape).compiled()


class _Source:
    """The source of one reader. Facts become `v` and a number, groups `g` and a number, constants `K` and a number.

    `open` and `claimed` gather bits as `Facts` explains them.
    """

    def __init__(self, plan: Plan, layout: Layout, shape: Shape) -> None:
        self._plan = plan
        self._layout = layout
        self._shape = shape
        self._declared = plan.charter.vocabulary.facts
        self._slots = {path: slot for slot, path in enumerate((*layout.values, *layout.proposed))}
        self._places = plan.charter.currency.exponent
        minor = reading_of(plan.charter.currency)
        history = History(plan.counters, minor)
        self._names: dict[str, object] = {
            "new": object.__new__,
            "told": _told,
            "minor": minor,
            "exactly": exact_reading_of(plan.charter.currency),
            "moment": moment,
            "sums": history.sums,
            "nothing": history.nothing,
            "actors": _actors(plan),
            **{made.__name__: made for made in (Facts, Standing, Proposal, Request)},
        }
        self._groups = 0

    def compiled(self) -> Read:
        """Return the function."""
        body = [*self._facts(), *self._proposal(), *self._standing(), *self._request(), "return request"]
        read: Read = function_of("request", "asked", body, self._names)
        return read

    def _constant(self, value: object) -> str:
        name = f"K{len(self._names)}"
        self._names[name] = value
        return name

    def _facts(self) -> Iterator[str]:
        group = self._shape.request.groups["facts"]
        yield "claimed = open = 0; now = None"
        yield from self._within(group, "asked.facts", "")
        yield "facts = new(Facts)"
        yield f"facts.values = {self._listed(self._layout.values)}"

    def _proposal(self) -> Iterator[str]:
        group = self._shape.request.groups["proposal"]
        is_open = sum(1 << self._slots[path] for path in self._layout.proposed if self._declared[path].assumed is None)
        yield "proposing = asked.proposal"
        yield "if proposing is None:"
        yield f"    proposal = None; facts.proposed = {self._constant(self._layout.assumed)}; open += {is_open}"
        yield "else:"
        yield "    proposal = new(Proposal)"
        yield "    proposal.gesture = proposing.gesture; amount = proposing.amount"
        yield "    if amount is not None:"
        yield from indented(minor_lines("amount", 0, MOST, self._places), 2)
        yield "    proposal.amount = amount"
        yield from indented(self._values(group, "proposing", PROPOSAL))
        yield f"    facts.proposed = {self._listed(self._layout.proposed)}"

    def _standing(self) -> Iterator[str]:
        group = self._shape.request.groups["standing"]
        envelopes = group.groups["envelopes"]
        yield "standing = new(Standing)"
        yield f"before = asked.standing or {self._constant(group.record())}"
        yield "if before.given: standing.times, standing.amounts, standing.doubtful = sums(before.given, now)"
        yield "else: standing.times = standing.amounts = nothing; standing.doubtful = 0"
        yield f"left = before.envelopes or {self._constant(envelopes.record())}"
        names = []
        for index, envelope in enumerate(self._plan.charter.envelopes):
            empty = self._constant(envelopes.groups[envelope.id].record())
            yield f"e{index} = (left.{envelopes.attributes[envelope.id]} or {empty}).left"
            yield f"if e{index} is None: e{index} = {envelope.amount}"
            yield "else:"
            yield from indented(minor_lines(f"e{index}", -MOST, MOST, self._places))
            names.append(f"e{index}, ")
        yield f"standing.envelopes = ({''.join(names)})"

    def _request(self) -> Iterator[str]:
        yield "facts.claimed = claimed; facts.open = open"
        yield "actor = asked.actor; identity = asked.id"
        yield "request = new(Request)"
        yield "request.id = identity if type(identity) is str else '' if identity is None else str(identity)"
        yield "request.actor = actors[actor.kind][actor.role]"
        yield "request.facts = facts; request.standing = standing; request.proposal = proposal"

    def _within(self, group: Group, source: str, prefix: str) -> Iterator[str]:
        """Read a group that may not be there."""
        name = f"g{self._groups}"
        self._groups += 1
        yield f"{name} = {source} or {self._constant(group.record())}"
        yield from self._values(group, name, prefix)

    def _values(self, group: Group, source: str, prefix: str) -> Iterator[str]:
        """Read every fact in a group."""
        for name, attribute in group.attributes.items():
            path, place = f"{prefix}{name}", f"{source}.{attribute}"
            if name in group.groups:
                yield from self._within(group.groups[name], place, f"{path}.")
            elif path in self._slots:
                yield from self._fact(self._declared[path], place)

    def _fact(self, fact: FactDeclaration, source: str) -> Iterator[str]:
        slot = self._slots[fact.path]
        name, bit = f"v{slot}", 1 << slot
        claims = f"claimed += {bit}" if slot < len(self._layout.values) else "pass"
        yield f"{name} = {source}"
        yield f"if {name} is None: {self._missing(fact, name, bit)}"
        yield "else:"
        yield f"    if {name}.__class__ is not {_class(fact.type)}:"
        yield f"        {name}, is_claim = told({name})"
        yield f"        if is_claim: {claims}"
        if fact.is_claim:
            yield f"    else: {claims}"
        if isinstance(fact.type, Money):
            yield from indented(minor_lines(name, fact.type.low, fact.type.high, self._places))
        elif typed := self._typed(fact, name):
            yield f"    {name} = {typed}"
        if isinstance(fact.type, Records) and not is_flat(fact.type):
            yield f"    if any(None in record.values() for record in {name}): open += {bit}"
        if fact.path == NOW:
            yield f"    now = {name}"

    def _missing(self, fact: FactDeclaration, name: str, bit: int) -> str:
        if fact.assumed is None:
            return f"open += {bit}"
        return f"{name} = {self._constant(self._layout.placed(fact.path, fact.assumed))}"

    def _typed(self, fact: FactDeclaration, name: str) -> str:
        """The source of a fact's value, empty where what stands there is the value."""
        words = self._layout.words.get(fact.path)
        if words is not None:
            return f"{self._constant({word: place for place, word in enumerate(words)})}[{name}]"
        if not isinstance(fact.type, Records):
            return _converted(fact.type, name)
        if is_flat(fact.type):
            value = _converted(fact.type.fields[0][1], "each") or "each"
            return f"tuple([{{'value': {value}}} for each in {name}])"
        attributes = self._shape.elements[fact.path].attributes
        parts = [f"{part!r}: {_or_none(kind, f'each.{attributes[part]}')}" for part, kind in fact.type.fields]
        return f"tuple([{{{', '.join(parts)}}} for each in {name}])"

    def _listed(self, paths: tuple[str, ...]) -> str:
        return f"({''.join(f'v{self._slots[path]}, ' for path in paths)})"


def _class(kind: Type) -> str:
    """The class of what msgspec makes of a bare value."""
    match kind:
        case YesNo():
            return "bool"
        case Number():
            return "int"
        case Records():
            return "list"
    return "str"


def _converted(kind: Type, source: str) -> str:
    """The source that makes the text of an amount or a moment what it spells; empty for every other type."""
    if isinstance(kind, Money):
        bounds = kind.low, kind.high
        return f"minor({source})" if bounds == (0, MOST) else f"exactly({source}, {kind.low}, {kind.high})"
    return f"moment({source})" if isinstance(kind, Time) else ""


def _or_none(kind: Type, source: str) -> str:
    converted = _converted(kind, source)
    return f"None if {source} is None else {converted}" if converted else source


def _told(told: Any) -> tuple[Any, bool]:
    """What a record that says `claimed` or `confirmed` says, and whether it is only claimed.

    Raises:
        Unreadable: it says both, or neither.
    """
    if (told.claimed is UNSET) is (told.confirmed is UNSET):
        raise Unreadable("claimed")
    return (told.claimed, True) if told.confirmed is UNSET else (told.confirmed, False)


def _actors(plan: Plan) -> Mapping[str | None, Mapping[str, Actor]]:
    """Every actor by the kind that is written, if one is, and the role. Software never calls itself a person."""
    own = {role: declared.kind if (declared := plan.charter.role(role)) else "agent" for role in plan.roles}
    actors = {role: Actor(role, kind) for role, kind in own.items()}
    return {None: actors, "agent": actors, "assistant": {role: Actor(role, "assistant") for role in plan.roles}}
