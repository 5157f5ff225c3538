"""Vocabulary: the names one charter declares, and the words every charter knows."""

from dataclasses import dataclass, field
from typing import Literal

from geste.core.charter.expression import Constant, Value
from geste.core.charter.types import FreeText, Money, Time, Type, Words, YesNo
from geste.core.findings import NOWHERE, Place
from geste.core.money import Currency
from geste.core.windows import Span

Origin = Literal["record", "customer", "agent"]

LOSS_KINDS = ("money", "product", "service", "time", "effort", "attention", "trust", "safety")
SEVERITIES = ("small", "spoiled", "ruined", "danger")
RESPONSIBILITIES = ("ours", "shared", "third_party", "customer", "nobody")
GESTURE_KINDS = (
    "explanation",
    "fix",
    "replace",
    "money_now",
    "money_later",
    "fee_waiver",
    "time",
    "upgrade",
    "extra",
    "rounding",
    "attention",
)
BEND_KIND = "rule_bent"
OWED_KIND = "owed"
MONEY_KINDS = frozenset({"money_now", "money_later"})
FIX_KINDS = frozenset({"fix", "replace"})
BUILT_IN_SCOPES = ("case", "customer", "agent", "instrument", "contact", "team", "site")
ALWAYS_OPEN = ("explain", "call_back", "question_rule")
"""What anybody may always do: say sorry and why, give a name and a time, put the rule in question."""
EVERYONE = "everyone"
NOBODY = "nobody"

KINDS_THAT_REPAIR: dict[str, tuple[str, ...]] = {
    "money": ("money_now", "money_later", "fee_waiver"),
    "product": ("replace", "fix"),
    "service": ("fix", "upgrade"),
    "time": ("time", "extra", "attention"),
    "effort": ("time", "fee_waiver", "fix"),
    "attention": ("explanation", "attention", "extra"),
    "trust": ("explanation", "attention", "fix"),
    "safety": ("fix", "explanation"),
}
"""Which kinds of gesture answer which kind of loss: like for like (Roschk and Gelbrich 2014, meta-analysis)."""

RESPONSIBILITY = "case.responsibility"
NOW = "now"
ASKED = "case.asked"
ASKED_AMOUNT = "proposal.amount"
MARGIN = "margin"
PROPOSAL = "proposal."


CUSTOMER_VALUE, LEAVING_EARLY, TOUCHPOINT = "customer.value", "case.leaving_early", "case.touchpoint"
READ_BY_THE_HOUSE = frozenset({CUSTOMER_VALUE, LEAVING_EARLY, TOUCHPOINT})
"""Facts a charter may declare for what stands around a decision: they decide nothing, and are not for nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in English and French; a text written once serves both."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """Return the words in `language`, `en` or `fr`."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """A fact a charter may ask about: its type, who it comes from, and how to ask for it.

    `words` says what each word is called that the fact can be; `fields` describes fields of a list's elements that are
    declared with words of their own.
    """

    path: str
    type: Type
    origin: Origin = "record"
    assumed: Value | None = None
    label: Text | None = None
    ask: Text | None = None
    unit: str = ""
    words: tuple[tuple[str, Text], ...] = ()
    fields: tuple["FactDeclaration", ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    built_in: bool = False

    @property
    def is_claim(self) -> bool:
        """Whether a bare value counts as claimed only."""
        return self.origin == "customer"

    def word_label(self, word: str) -> Text | None:
        """Return what one of the fact's words is called, or None."""
        return dict(self.words).get(word)

    def field(self, name: str) -> "FactDeclaration | None":
        """Return how a field of the list's elements is declared, or None if it has no words of its own."""
        return next((declared for declared in self.fields if declared.path == name), None)


@dataclass(frozen=True, slots=True)
class Table:
    """A parameter that gives a value for each word, or each pair of words, of one or two facts."""

    keys: tuple[str, ...]
    gives: Type
    cells: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number, amount, share, length of time, set of words or table that stands apart from the rules."""

    name: str
    value: Constant | Table
    span: Span | None = None
    label: Text | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name that conditions and amounts of one charter may use."""

    currency: Currency
    facts: dict[str, FactDeclaration]
    parameters: dict[str, Parameter]
    gestures: frozenset[str]
    scopes: tuple[str, ...]
    scope_labels: dict[str, Text] = field(default_factory=dict)
    scope_facts: dict[str, str] = field(default_factory=dict)

    def fact_names(self) -> tuple[str, ...]:
        """Return the paths of all facts."""
        return tuple(self.facts)


BUILT_IN_FACTS: tuple[FactDeclaration, ...] = (
    FactDeclaration(NOW, Time(), built_in=True),
    FactDeclaration("actor.role", FreeText(), built_in=True),
    FactDeclaration("actor.kind", Words(("agent", "assistant")), built_in=True),
    FactDeclaration("proposal.gesture", FreeText(), built_in=True),
    FactDeclaration(ASKED_AMOUNT, Money(), built_in=True),
    FactDeclaration("case.loss", Words(LOSS_KINDS), origin="agent", built_in=True),
    FactDeclaration("case.severity", Words(SEVERITIES), origin="agent", built_in=True),
    FactDeclaration(RESPONSIBILITY, Words(RESPONSIBILITIES), origin="agent", built_in=True),
    FactDeclaration(ASKED, YesNo(), origin="agent", built_in=True),
)
