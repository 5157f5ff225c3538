"""Opportunity: a situation in which authority could have been used, and what was done. Values only, nobody's name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["small", "spoiled", "ruined", "danger"]
HandoverCause = Literal[
    "beyond_cap",
    "no_authority",
    "did_not_know",
    "customer_wish",
    "non_negotiable",
    "overload",
    "second_failure",
    "safety",
]

NOT_A_CHOICE: frozenset[HandoverCause] = frozenset(
    {"beyond_cap", "no_authority", "customer_wish", "non_negotiable", "overload", "safety"}
)
"""Causes that speak of the charter, the workload or the customer, not of how somebody uses their room."""

NO_OTHER_WAY: frozenset[HandoverCause] = frozenset({"customer_wish", "non_negotiable", "safety"})
"""Causes for which a no was nobody's choice. Below a cap, or beside a line, there always was something to give."""

RARE_SHARE = 0.10
"""The kinds called rarely used make up at most this share of all gifts."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What makes two opportunities comparable: the same touchpoint, severity and kind of loss."""

    touchpoint: str
    severity: Severity
    loss: str


@dataclass(frozen=True, slots=True)
class Signals:
    """What made the case hard beside its severity, as recorded when it was opened or decided."""

    repeated_failure: bool = False
    ambiguous: bool = False
    upset: bool = False
    first_of_its_kind: bool = False


@dataclass(frozen=True, slots=True)
class NotGiven:
    """Nothing was given: the customer was told no, or the question was turned aside. Why, as far as somebody said."""

    how: Literal["refused", "deflected"]
    cause: HandoverCause | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The case was passed to somebody else."""

    cause: HandoverCause


@dataclass(frozen=True, slots=True)
class Given:
    """Something was given.

    `share` is what part of the room it took, in percent; None for what costs nothing or comes in one size, which is
    used room and has no size to compare. `beyond_charter` is acting first, which is protected and no fault by itself.
    """

    share: int | None
    beyond_charter: bool = False
    red_line: bool = False
    rare_kind: bool = False
    root_issue_open: bool = False


Deed = NotGiven | HandedOver | Given


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An eligible situation with what made it hard and what was done: gifts, refusals, deflections and hand-overs."""

    situation: Situation
    signals: Signals
    deed: Deed


@dataclass(frozen=True, slots=True)
class OwnOpportunity:
    """An opportunity of the person the portrait is for, with the case it comes from."""

    case: str
    opportunity: Opportunity


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """What others did in one situation, and how many people they were. Not who, and never the person's own."""

    people: int
    opportunities: tuple[Opportunity, ...]

    def __post_init__(self) -> None:
        assert len({lived.situation for lived in self.opportunities}) == 1, "one group, one situation"


def is_choice(deed: Deed) -> bool:
    """Return whether what was done was for the person to choose."""
    match deed:
        case HandedOver(cause):
            return cause not in NOT_A_CHOICE
        case NotGiven(cause=cause):
            return cause not in NO_OTHER_WAY
        case Given():
            return True


def rare_kinds(given: Iterable[str]) -> frozenset[str]:
    """Return the kinds of gesture that are rarely given: the rarest ones, a tenth of all gifts together at most."""
    counted = Counter(given)
    allowance = counted.total() * RARE_SHARE
    rare: set[str] = set()
    for kind, times in sorted(counted.items(), key=lambda pair: (pair[1], pair[0])):
        allowance -= times
        if allowance < 0:
            break
        rare.add(kind)
    return frozenset(rare)
