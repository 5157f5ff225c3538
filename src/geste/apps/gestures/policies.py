"""Policies of gestures: who may propose, take back, and say how it went. Permission, not authority: see the charter."""

from collections.abc import Collection

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on
from geste.apps.gestures.models import Feedback, Gesture, Source
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holds


def may_propose(actor: Actor, case: Case) -> Permission:
    """Whoever may work on a case may propose gestures on it, whatever their role."""
    return may_work_on(actor, case)


def may_take_back(actor: Actor, gesture: Gesture) -> Permission:
    """Whoever gave it, and nobody over their head."""
    return ALLOWED if gesture.given_by_id == actor.user_id else refused("permission.given_by_another")


def may_settle(actor: Actor, gesture: Gesture, stewards: Collection[int]) -> Permission:
    """In person: a steward, a reviewer, or whoever manages a team; nobody settles what they gave.

    A steward does that where there is no other; `stewards` are the ids of all who are active.
    """
    if gesture.given_by_id == actor.user_id:
        is_alone = actor.is_steward and set(stewards) == {actor.user_id} and actor.kind == "agent"
        return ALLOWED if is_alone else refused("permission.settled_by_another")
    looks = actor.is_steward and actor.kind == "agent"
    settles = looks or holds(actor, DutyKind.MANAGER) or holds(actor, DutyKind.REVIEWER)
    return ALLOWED if settles else refused("permission.reviewer_only")


def may_note_feedback(actor: Actor, source: Source) -> Permission:
    """Whoever sees a decision says how it left the customer; what nobody but a person can have seen, a person says."""
    is_persons = source == Source.AGENT_NOTE
    return refused("permission.person_only") if is_persons and actor.kind != "agent" else ALLOWED


def may_withdraw(actor: Actor, feedback: Feedback) -> Permission:
    """Whoever noted it, or a steward: a bad word does not disappear because a colleague would like it to."""
    is_theirs = feedback.noted_by_id == actor.user_id or actor.is_steward
    return ALLOWED if is_theirs else refused("permission.noted_by_another")


def may_see_counts(actor: Actor) -> Permission:
    """Whoever looks after the charter sees how often its small gestures are used, and what they come to."""
    return ALLOWED if actor.is_steward else refused("permission.steward_only")
