"""Room: how somebody uses their room to act, worked out when it is asked for, and what of it a coach may read."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.people.models import User
from geste.apps.portraits.lived import Lived, lived_beside
from geste.apps.portraits.models import Look
from geste.apps.portraits.policies import may_look_at_room, may_open_room
from geste.core.portrait.comparables import comparables
from geste.core.portrait.difficulty import Difficulty, difficulty
from geste.core.portrait.opportunity import Opportunity, OwnOpportunity, PeerGroup, Situation
from geste.core.portrait.portrait import Portrait, portrait
from geste.core.portrait.sharing import SharedPortrait, shared

LOOKED_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class OwnRoom:
    """A portrait for the person it is of, with their cases by the names it calls them, and what made each hard."""

    portrait: Portrait
    cases: dict[str, Case]
    hard: dict[str, Difficulty]
    not_noted: tuple[str, ...]
    since: datetime


def own_room(actor: Actor, *, now: datetime) -> OwnRoom:
    """Return how this actor uses their room, of the last year.

    Raises:
        NotPermitted: software asks.
    """
    require(may_open_room(actor))
    lived = lived_beside(actor.role, since=now - LOOKED_BACK, until=now)
    own = _own(lived, actor.user_id)
    not_noted = tuple(str(case) for case, by in lived.not_noted if by == actor.user_id)
    numbers = [int(one.case) for one in own] + [int(case) for case in not_noted]
    return OwnRoom(
        portrait=portrait(own, comparables(_others(lived, actor.user_id))),
        cases={str(pk): case for pk, case in Case.objects.select_related("site").in_bulk(numbers).items()},
        hard={one.case: difficulty(one.opportunity.situation.severity, one.opportunity.signals) for one in own},
        not_noted=not_noted,
        since=now - LOOKED_BACK,
    )


def shared_room(actor: Actor, person: User) -> SharedPortrait:
    """Return what a coach may read: patterns in words, no figure and no case, nothing the person has not seen.

    Raises:
        NotPermitted: the actor is no coach of theirs, they have not consented, or have not looked themselves.
    """
    require(may_look_at_room(actor, person))
    seen = Look.objects.filter(person=person, looker=person.pk).latest("looked_at").looked_at
    lived = lived_beside(person.role, since=seen - LOOKED_BACK, until=seen)
    return shared(portrait(_own(lived, person.pk), comparables(_others(lived, person.pk))))


def _own(lived: Lived, person: int) -> list[OwnOpportunity]:
    return [OwnOpportunity(str(met.case), met.opportunity) for met in lived.met if met.by == person]


def _others(lived: Lived, person: int) -> list[PeerGroup]:
    """What others did in each situation the person met: how many they were, and never who."""
    own = {met.opportunity.situation for met in lived.met if met.by == person}
    people: dict[Situation, set[int]] = defaultdict(set)
    opportunities: dict[Situation, list[Opportunity]] = defaultdict(list)
    for met in lived.met:
        if met.by != person and met.opportunity.situation in own:
            people[met.opportunity.situation].add(met.by)
            opportunities[met.opportunity.situation].append(met.opportunity)
    return [PeerGroup(len(people[one]), tuple(opportunities[one])) for one in opportunities]
