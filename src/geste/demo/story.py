"""Story: the shape in which a demonstration is told, with no rows in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geste.apps.cases.models import Kind, Outcome
from geste.apps.people.services.welcome_user import Newcomer


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Something given in the story: what, how much, why."""

    gesture: str
    amount: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCase:
    """One case as it is told: who hears it, when, in which words, and what is known."""

    reference: str
    heard_by: str
    at: str
    customer: str
    customer_label: str
    words: str
    kind: Kind = Kind.COMPLAINT
    language: str = "en"
    facts: Mapping[str, object] = field(default_factory=dict)
    given: tuple[Earlier, ...] = ()
    ended: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company: its people, its charter and its cases, in the order they happened."""

    name: str
    time_zone: str
    charter: str
    steward: str
    first_person: str
    people: tuple[Newcomer, ...]
    cases: tuple[ToldCase, ...]
