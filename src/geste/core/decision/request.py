"""Request: one question to a charter — who asks, what is known, what has been given, what is proposed."""

from dataclasses import dataclass
from typing import NamedTuple

from geste.core.charter.syntax import ActorKind
from geste.core.decision.standing import Standing


class Actor(NamedTuple):
    """Who would give: the charter's role, and whether it is a person (agent) or software (assistant)."""

    role: str
    kind: ActorKind


class Proposal(NamedTuple):
    """What somebody would like to give; `amount` in minor units, or None to have it suggested."""

    gesture: str
    amount: int | None


class Facts(NamedTuple):
    """What is known, in the order the charter declares it; None is not known.

    `proposal.*` facts stand in `proposed`, because they belong to one proposal only. `claimed` has a bit for each of
    `values` that rests on the customer's word alone. `open` has a bit for each of `values`, then of `proposed`, that
    is not known or is a list some of whose elements lack a field.
    """

    values: tuple[object, ...]
    proposed: tuple[object, ...]
    claimed: int
    open: int


class Request(NamedTuple):
    """One question to a charter."""

    id: str
    actor: Actor
    facts: Facts
    standing: Standing
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each fact stands in `Facts.values` and `Facts.proposed`; `assumed` is a proposal that says nothing."""

    values: tuple[str, ...]
    proposed: tuple[str, ...]
    assumed: tuple[object, ...]

    @property
    def unproposed(self) -> int:
        """The bits of `Facts.open` for what a proposal that says nothing leaves open."""
        first = len(self.values)
        return sum(1 << (first + index) for index, value in enumerate(self.assumed) if value is None)
