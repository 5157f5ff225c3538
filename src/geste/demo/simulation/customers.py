"""Customers: who they are, which language they speak, and who comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from geste.core.charter.vocabulary import Text
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.draws import Facts, Scene, drawn
from geste.phrases.typography import set_words

TITLES = {"en": ("Mr", "Ms"), "fr": ("M.", "Mme")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clientele:
    """Who comes to a business: shares in percent, and what is known of each sort of customer.

    `label` is how the desk names a customer, with the slots {title}, {name} and {place}. Of the cases of customers who
    come back, `same_trouble` percent are about what they came with before.
    """

    names: Mapping[str, tuple[str, ...]]
    places: tuple[str, ...]
    label: Text
    speaks_french: int
    comes_back: int
    same_trouble: int
    back_after_days: int
    sorts: Mapping[str, int]
    known: Mapping[str, Facts]


@dataclass(slots=True)
class Customer:
    """One customer, and what they came with so far, by day."""

    key: str
    label: str
    language: str
    facts: Mapping[str, object]
    came: list[tuple[datetime, str]] = field(default_factory=list)

    def came_with(self, incident: str) -> bool:
        """Return whether they ever came with this."""
        return any(earlier == incident for _, earlier in self.came)

    def came_before_with(self, incident: str) -> bool:
        """Return whether they came with this before the last time they came."""
        return any(earlier == incident for _, earlier in self.came[:-1])


class Customers:
    """The customers a business has had so far."""

    def __init__(self, clientele: Clientele, chance: Chance) -> None:
        self._clientele = clientele
        self._chance = chance
        self._known: list[Customer] = []
        self._names: dict[str, int] = {}

    def who_comes(self, incident: str, at: datetime) -> Customer:
        """Return who comes with this: somebody new, or somebody who has been here before."""
        customer = self._somebody_known(incident, at) or self._somebody_new(at)
        customer.came.append((at, incident))
        return customer

    def _somebody_known(self, incident: str, at: datetime) -> Customer | None:
        chance, rules = self._chance, self._clientele
        if not chance.happens(rules.comes_back):
            return None
        before = at - timedelta(days=rules.back_after_days)
        known = [customer for customer in self._known if customer.came[-1][0] <= before]
        same = [customer for customer in known if customer.came_with(incident)]
        if same and chance.happens(rules.same_trouble):
            return chance.one_of(same)
        return chance.one_of(known) if known else None

    def _somebody_new(self, at: datetime) -> Customer:
        chance, rules = self._chance, self._clientele
        language = "fr" if chance.happens(rules.speaks_french) else "en"
        name, title = chance.one_of(rules.names[language]), chance.one_of(TITLES[language])
        label = rules.label.in_language(language).format(title=title, name=name, place=chance.one_of(rules.places))
        sort = chance.weighed(rules.sorts)
        customer = Customer(
            key=self._key(name),
            label=set_words(label, language),
            language=language,
            facts=drawn(rules.known[sort], Scene(chance, at)),
        )
        self._known.append(customer)
        return customer

    def _key(self, name: str) -> str:
        """A key of their own, also for the second of a name."""
        number = self._names[name] = self._names.get(name, 0) + 1
        return f"{name.casefold().replace(' ', '-')}-{number}"
