"""Reviewing: people with duties, and decisions worth looking at again, for tests of reviews."""

from geste.apps.audit.services.include_leaves import include_leaves
from geste.apps.base.actor import Actor
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.reviews.models import Sample
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.wording import Wording
from tests.make import NOW, make_case, make_user, propose

KIND_WORDS = "Well decided: you saw that the guest could not wait."
HARSH_WORDS = "You always give away far too much money."


def somebody(name: str, kind: DutyKind, *, team: str = "") -> Actor:
    """Return somebody with a duty, the team of the agents' unless one is named."""
    make_user(name)
    of_team = kind in (DutyKind.MANAGER, DutyKind.COACH)
    place = Team.objects.get(name=team or "Night") if of_team else None
    steward = actor_for(make_user("steward", is_steward=True) if not _known("steward") else _known("steward")[0])
    give_duty(actor=steward, username=name, kind=kind, team=place, now=NOW)
    return actor_for(User.objects.get(username=name))


def _known(name: str) -> list[User]:
    return list(User.objects.filter(username=name))


def act_first(agent: Actor) -> DecisionRecord:
    """Return a decision in which somebody acted before anybody was asked."""
    return propose(agent, make_case(agent), "credit", "700", act_first=True, note="He could not wait.").decision


def drawn(reviewer: Actor, decision: DecisionRecord) -> Sample:
    """Return a decision drawn by somebody, for a reason."""
    return draw_for_reason(actor=reviewer, decision_id=decision.pk, reason="The guest wrote to us.", now=NOW)


def said(words: str = KIND_WORDS, *, is_meant: bool = False, offered: frozenset[str] = frozenset()) -> Wording:
    """Return words on their way."""
    return Wording(words=words, language="en", is_meant=is_meant, offered=offered)


def include_all() -> None:
    """Put everything that was decided under a checkpoint."""
    while include_leaves():
        pass
