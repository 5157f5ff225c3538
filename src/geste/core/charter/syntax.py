"""Syntax: the frozen shape of a charter. Places are kept for findings and do not count when charters are compared."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.expression import Constant, Expression
from geste.core.charter.vocabulary import FactDeclaration, Parameter, Text, Vocabulary
from geste.core.findings import NOWHERE, Place
from geste.core.money import Currency
from geste.core.windows import Span

Sector = Literal["business", "public_service"]
ActorKind = Literal["agent", "assistant"]
Outcome = Literal["beyond", "forbidden", "hand_over", "bend"]
Books = Literal["gesture", "foregone_revenue", "cost_price", "owed"]
Line = Literal["recovery", "delight", "sale", "micro"]
Because = Literal["law", "contract", "promise"]
Period = Literal["week", "month", "quarter", "year"]
Each = Literal["site", "team"]
Proactive = Literal["allowed", "required", "forbidden"]
Silence = Literal["act", "hand_over"]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What a broken clause means; `bend` names the rule that may be bent instead."""

    outcome: Outcome = "beyond"
    bend: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the company: who it inherits from and what it may give per case in all, in minor units."""

    id: str
    name: Text
    parent: str
    cap: int | None
    kind: ActorKind
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a gesture really costs: a share of the amount in hundredths of a percent, or an amount of its own."""

    share: int | None = None
    amount: Expression | None = None


@dataclass(frozen=True, slots=True)
class Gesture:
    """Something a person may give or do for a customer."""

    id: str
    name: Text
    kind: str
    roles: tuple[str, ...]
    cap: Expression | None
    caps: tuple[tuple[str, int], ...]
    amount: AmountRule
    real_cost: Cost
    books: Books
    line: Line
    when: Expression | None
    otherwise: Otherwise
    repairs: tuple[str, ...]
    proactive: Proactive
    steps: tuple[Text, ...]
    say: Text | None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def is_reserved(self) -> bool:
        """Whether nobody may give it."""
        return not self.roles

    @property
    def has_amount(self) -> bool:
        """Whether an amount is given at all."""
        return not self.amount.none

    @property
    def picks_item(self) -> bool:
        """Whether it is one item out of many that is given: goods at cost price, worth more or less."""
        return self.books == "cost_price" and self.has_amount and self.amount.exactly is None


@dataclass(frozen=True, slots=True)
class Clause:
    """A rule by name: where it covers and its guard holds, what it requires must hold."""

    id: str
    says: Text
    covers: tuple[str, ...]
    excepted: tuple[str, ...]
    roles: tuple[str, ...]
    when: Expression | None
    require: Expression
    otherwise: Otherwise
    place: Place = field(default=NOWHERE, compare=False)

    def concerns(self, rule_id: str, kind: str) -> bool:
        """Return whether the clause is about a gesture or bendable rule of this id and kind."""
        names = {rule_id, kind}
        return names.isdisjoint(self.excepted) and (not self.covers or not names.isdisjoint(self.covers))


@dataclass(frozen=True, slots=True)
class Bend:
    """A rule people may bend, and how far."""

    id: str
    name: Text
    says: Text
    roles: tuple[str, ...]
    when: Expression | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RedLine:
    """What is not negotiable. Without a condition it is a principle in words."""

    id: str
    says: Text
    when: Expression | None
    forbids: tuple[str, ...]
    instead: tuple[str, ...]
    help: Text | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Owed:
    """What law, contract or a promise already owes the customer. Never a gesture."""

    id: str
    name: Text
    because: Because
    when: Expression | None
    amount: AmountRule
    say: Text | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Limit:
    """How often or how much may be given to one customer, by one agent, on one instrument, in a rolling window."""

    id: str
    says: Text | None
    per: str
    span: Span | None
    covers: tuple[str, ...]
    roles: tuple[str, ...]
    when: Expression | None
    times: int | None
    amount: Expression | None
    otherwise: Otherwise
    guidance: bool
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Envelope:
    """Money set aside for a period, in minor units; with `each`, so much for every site or team of its own."""

    id: str
    name: Text
    amount: int
    every: Period
    covers: tuple[str, ...]
    line: Line | None
    roles: tuple[str, ...]
    each: Each | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Sizing:
    """How large a suggestion is. Shares in hundredths of a percent; it never decides what may be given."""

    loss: Expression | None = None
    severity: tuple[tuple[str, int], ...] = ()
    responsibility: tuple[tuple[str, int], ...] = ()
    uplift_when: Expression | None = None
    uplift: int = 0
    uplift_says: Text | None = None
    floor: int = 0
    ceiling: int = 15_000
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Margin:
    """What is left of a price: the facts that hold price and cost, and the share that a sale keeps, if one is set."""

    price: str
    cost: str
    floor: Constant | None


@dataclass(frozen=True, slots=True)
class OneHop:
    """One named role answers within minutes; silence has a meaning. Amounts in minor units."""

    to: str
    answer_within: Span
    on_silence: Silence
    up_to: int | None
    silence_up_to: int | None


@dataclass(frozen=True, slots=True)
class Charter:
    """A whole charter, every condition and amount in its typed form."""

    id: str
    name: Text
    version: int
    currency: Currency
    effective: date
    sector: Sector
    signed_by: tuple[str, ...]
    purpose: Text
    distinctive: Text | None
    guidelines: tuple[Text, ...]
    trust_line: int
    case_cap: int
    facts: tuple[FactDeclaration, ...]
    parameters: tuple[Parameter, ...]
    scopes: tuple[str, ...]
    roles: tuple[Role, ...]
    gestures: tuple[Gesture, ...]
    clauses: tuple[Clause, ...]
    bendable: tuple[Bend, ...]
    red_lines: tuple[RedLine, ...]
    owed: tuple[Owed, ...]
    limits: tuple[Limit, ...]
    envelopes: tuple[Envelope, ...]
    sizing: Sizing | None
    one_hop: OneHop | None
    vocabulary: Vocabulary = field(compare=False, repr=False)
    guidelines_place: Place = field(default=NOWHERE, compare=False)
    scope_labels: tuple[tuple[str, Text], ...] = ()
    scope_facts: tuple[tuple[str, str], ...] = ()
    margin: Margin | None = None

    @property
    def margin_rule(self) -> Clause | None:
        """The clause that keeps the floor under the margin, or None. It stands before all others."""
        return self.clauses[0] if self.margin is not None and self.margin.floor is not None else None

    def needs_case(self, what: str) -> bool:
        """Return whether something is given on a case only: whatever mends a failure, is owed, or bends a rule.

        What is given for the pleasure of it, to close a sale or to spare the change has no root issue to write down.
        """
        gesture = self.gesture(what)
        return gesture is None or gesture.line == "recovery"

    def role(self, role_id: str) -> Role | None:
        """Return the role with this id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

    def gesture(self, gesture_id: str) -> Gesture | None:
        """Return the gesture with this id, or None."""
        return next((gesture for gesture in self.gestures if gesture.id == gesture_id), None)

    def ancestry(self, role_id: str) -> tuple[str, ...]:
        """Return a role and those it inherits from, itself first, `everyone` last."""
        parents = {role.id: role.parent for role in self.roles}
        line: list[str] = []
        current = role_id
        while current and current not in line:
            line.append(current)
            current = parents.get(current, "")
        return tuple(line)

    def cap_of(self, role_id: str) -> tuple[str, int]:
        """Return the clause id and the amount, in minor units, of what a role may give per case in all."""
        caps = {role.id: role.cap for role in self.roles}
        for ancestor in self.ancestry(role_id):
            cap = caps.get(ancestor)
            if cap is not None:
                return f"{ancestor}.cap", cap
        return "case_cap", self.case_cap
