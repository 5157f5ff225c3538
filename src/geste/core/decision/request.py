"""Request: one question to a charter — who asks, what is known, what has been given, what is proposed.

These are values: nobody changes one that is made. They are not declared frozen, which would make them four times as
slow to build, and one is built for every question.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from geste.core.charter.syntax import ActorKind
from geste.core.decision.standing import Standing


@dataclass(slots=True)
class Actor:
    """Who would give: the charter's role, and whether it is a person (agent) or software (assistant)."""

    role: str
    kind: ActorKind


@dataclass(slots=True)
class Proposal:
    """What somebody would like to give; `amount` in minor units, or None to have it suggested."""

    gesture: str
    amount: int | None


@dataclass(slots=True)
class Facts:
    """What is known, in the order the charter declares it; None is not known, a word is its place in the list of words.

    `proposal.*` facts stand in `proposed`, because they belong to one proposal only. `claimed` has a bit for each of
    `values` that rests on the customer's word alone. `open` has a bit for each of `values`, then of `proposed`, that
    is not known or is a list some of whose elements lack a field.
    """

    values: tuple[object, ...]
    proposed: tuple[object, ...]
    claimed: int
    open: int


@dataclass(slots=True)
class Request:
    """One question to a charter."""

    id: str
    actor: Actor
    facts: Facts
    standing: Standing
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each fact stands in `Facts.values` and `Facts.proposed`; `assumed` is a proposal that says nothing.

    `words` lists, for each of `values`, the words it is one of, if it is one: there it stands as its place among them,
    which a generated function compares and looks up at once. In `proposed` words stand as they are.
    """

    values: tuple[str, ...]
    proposed: tuple[str, ...]
    assumed: tuple[object, ...]
    words: Mapping[str, tuple[str, ...]]

    def placed(self, path: str, value: object) -> object:
        """Return a fact's value as it stands in `Facts.values`."""
        words = self.words.get(path)
        return value if words is None or value is None else words.index(str(value))

    def stated(self, values: tuple[object, ...]) -> dict[str, object]:
        """Return what `Facts.values` say, by path, words spelled out."""
        told: dict[str, object] = dict(zip(self.values, values, strict=True))
        for path, words in self.words.items():
            place = told[path]
            told[path] = words[place] if isinstance(place, int) else None
        return told
