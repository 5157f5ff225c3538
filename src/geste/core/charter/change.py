"""Change: one thing a new version of a charter gives, takes back, moves or words otherwise, and for whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from geste.core.charter.comparison import of_amounts, of_conditions, shared_types
from geste.core.charter.directions import Direction, flipped, of_numbers
from geste.core.charter.expression import Constant, Expression
from geste.core.charter.syntax import Charter, Otherwise
from geste.core.charter.types import Money, Type
from geste.core.charter.vocabulary import EVERYONE

Kind = Literal["given", "taken", "moved", "changed"]
_SEVERITY = {"bend": 0, "beyond": 1, "hand_over": 2, "forbidden": 3}


class Named(Protocol):
    """Anything in a charter that has an id."""

    @property
    def id(self) -> str:
        """Its name."""
        ...


Rule = TypeVar("Rule", bound=Named)


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    `given` widens what people may do, `taken` narrows it; both are proven. `moved` puts the same thing elsewhere.
    `changed` is everything else, also what may narrow but cannot be proven to. `aspect` says what of the subject it is.
    `roles` are those affected, `everyone` for all of them. Values that are amounts are whole minor units.
    """

    kind: Kind
    section: str
    subject: str
    aspect: str
    roles: tuple[str, ...] = ()
    values: tuple[tuple[str, str | int], ...] = ()

    def value(self, name: str) -> str | int | None:
        """Return the value called `name`, or None."""
        return next((value for key, value in self.values if key == name), None)


def kind_of(direction: Direction) -> Kind:
    """Return what a direction means where wider is more room to act."""
    return "given" if direction == "wider" else "taken" if direction == "narrower" else "changed"


class Versions:
    """Two versions of one charter, and the questions every section asks about them."""

    def __init__(self, old: Charter, new: Charter) -> None:
        self.old = old
        self.new = new
        before = {role.id for role in old.roles}
        common = tuple(role.id for role in new.roles if role.id in before)
        self.roles = common or (EVERYONE,)
        self._facts: dict[str, Type] = shared_types(
            {path: fact.type for path, fact in old.vocabulary.facts.items()},
            {path: fact.type for path, fact in new.vocabulary.facts.items()},
        )

    @property
    def same_currency(self) -> bool:
        """Whether amounts of both versions can be compared at all."""
        return self.old.currency == self.new.currency

    def reached(self, charter: Charter, roles: Iterable[str]) -> frozenset[str]:
        """Return the roles of both versions that are meant by `roles` in one of them, by name or by inheritance."""
        named = frozenset(roles)
        return frozenset(role for role in self.roles if named & frozenset((*charter.ancestry(role), EVERYONE)))

    def affected(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Return roles in the order of the charter; `everyone` if it is all of them."""
        wanted = frozenset(roles)
        if wanted >= frozenset(self.roles):
            return (EVERYONE,)
        return tuple(role for role in self.roles if role in wanted)

    def named(self, charter: Charter, roles: tuple[str, ...]) -> tuple[str, ...]:
        """Return all roles of one version that are meant by `roles`: for what only that version has."""
        if EVERYONE in roles:
            return (EVERYONE,)
        wanted = frozenset(roles)
        found = tuple(role.id for role in charter.roles if wanted & frozenset(charter.ancestry(role.id)))
        return (EVERYONE,) if found and len(found) == len(charter.roles) else found

    def conditions(self, old: Expression | None, new: Expression | None) -> Direction:
        """Return in how many cases a condition holds now, compared with before."""
        return of_conditions(old, new, self._facts)

    def amounts(self, old: Expression | None, new: Expression | None) -> Direction:
        """Return how much a bound allows now, compared with before."""
        direction = of_amounts(old, new, self._facts)
        return direction if self.same_currency or old is None or new is None or direction == "same" else "apart"

    def money(self, old: int, new: int) -> Direction:
        """Return how one amount compares with another."""
        direction = of_numbers(old, new)
        return direction if self.same_currency or direction == "same" else "apart"


def matched(old: tuple[Rule, ...], new: tuple[Rule, ...]) -> Iterator[tuple[Rule, Rule]]:
    """Yield the rules of both versions that have the same id, in the order of the new one."""
    before = {rule.id: rule for rule in old}
    return ((before[rule.id], rule) for rule in new if rule.id in before)


def missing(rules: tuple[Rule, ...], others: tuple[Rule, ...]) -> Iterator[Rule]:
    """Yield the rules whose id none of the others has."""
    known = {rule.id for rule in others}
    return (rule for rule in rules if rule.id not in known)


def of_outcomes(old: Otherwise, new: Otherwise) -> Direction:
    """Return how what a broken rule means compares: milder is wider. Bending another rule cannot be told."""
    if old == new:
        return "same"
    if old.outcome == new.outcome:
        return "apart"
    return flipped(of_numbers(_SEVERITY[old.outcome], _SEVERITY[new.outcome]))


def sides(**values: str | int | None) -> tuple[tuple[str, str | int], ...]:
    """Return the values of a change, those that say nothing left out."""
    return tuple((name, value) for name, value in values.items() if value is not None)


def figure(expression: Expression | None) -> int | None:
    """Return the minor units of an amount that stands in the charter, or None if it is a formula."""
    if isinstance(expression, Constant) and isinstance(expression.type, Money) and isinstance(expression.value, int):
        return expression.value
    return None
