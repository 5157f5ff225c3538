"""Selectors of training: situations made from the charter in force, what somebody said to them, how ready they feel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import get_args

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import CharterText
from geste.apps.charters.selectors import CharterInForce, charter_in_force, ready
from geste.apps.people.models import User
from geste.apps.training.models import SelfTrust, Trial
from geste.apps.training.policies import may_practise
from geste.core.decision.decision import Authority
from geste.core.training.scenarios import Scenario, scenarios

SURE_FROM = 4
MOST_OF = 0.8
"""So much of the situations said as the charter says them, for words that say one is ready. Nothing depends on it."""


class Part(StrEnum):
    """What there is to practise: what the charter is, how to use it, how the house celebrates it."""

    WHAT_IT_IS = "what_it_is"
    HOW_TO_USE_IT = "how_to_use_it"
    HOW_WE_CELEBRATE = "how_we_celebrate"


class Readiness(StrEnum):
    """How ready somebody is, by what they say of themselves and to the situations. It opens and closes nothing."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Tried:
    """One situation, and what somebody said to it last, if anything."""

    scenario: Scenario
    said: Authority | None

    @property
    def is_as_the_charter_says(self) -> bool:
        """Whether the charter says the same."""
        return self.said == self.scenario.answer


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything somebody practises on: the charter, its situations, and how far they trust themselves by part."""

    in_force: CharterInForce
    tried: tuple[Tried, ...]
    trust: dict[Part, int]

    @property
    def readiness(self) -> Readiness:
        """How ready they are: they feel sure, and mostly say what the charter says."""
        said = [one for one in self.tried if one.said is not None]
        if not said and not self.trust:
            return Readiness.NOT_BEGUN
        is_sure = len(self.trust) == len(Part) and all(step >= SURE_FROM for step in self.trust.values())
        knows = sum(one.is_as_the_charter_says for one in self.tried) >= MOST_OF * len(self.tried)
        return Readiness.READY if is_sure and knows else Readiness.UNDER_WAY


def practice_of(actor: Actor, *, now: datetime) -> Practice:
    """Return what this actor practises on, under the charter in force now.

    Raises:
        NotPermitted: software asks.
    """
    require(may_practise(actor))
    return _practice(actor.user_id, actor.role, now)


def readiness_of(person: User, *, now: datetime) -> Readiness:
    """Return how ready somebody is, in a word. Only for whoever they let see; the one who asks has checked that."""
    return _practice(person.pk, person.role, now).readiness


def situation_called(actor: Actor, name: str, *, now: datetime) -> Tried | None:
    """Return one of this actor's situations, or None if the charter has none of this name for them."""
    return next((one for one in practice_of(actor, now=now).tried if one.scenario.id == name), None)


def answer_called(word: str | None) -> Authority | None:
    """Return what may be said to a situation by its word, or None."""
    return next((answer for answer in get_args(Authority) if answer == word), None)


def _practice(person: int, role: str, now: datetime) -> Practice:
    in_force = charter_in_force(at=now)
    rows = Trial.objects.filter(person=person, charter_digest=in_force.row.digest)
    said = dict(rows.values_list("scenario", "said"))
    made = _made(in_force.row.digest, in_force.row.pk, role)
    trust = SelfTrust.objects.filter(person=person).values_list("part", "step")
    return Practice(
        in_force=in_force,
        tried=tuple(Tried(scenario, answer_called(said.get(scenario.id))) for scenario in made),
        trust={Part(part): step for part, step in trust},
    )


@lru_cache(maxsize=64)
def _made(digest: str, text: int, role: str) -> tuple[Scenario, ...]:  # noqa: ARG001 - what it is remembered by
    """The situations of one version for one role. A text that was published never changes."""
    return scenarios(ready(CharterText.objects.get(pk=text)).prepared, role)
