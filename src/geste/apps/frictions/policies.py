"""Policies of frictions: who says what was unclear or hurt, who sees what comes again, who changes the start."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_see
from geste.apps.gestures.models import Gesture
from geste.apps.hops.policies import may_see_floor
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import duties_of


def may_note_unclear(actor: Actor, gesture: Gesture) -> Permission:
    """Whoever gave it knows what nobody had asked at the start."""
    return _whoever_gave(actor, gesture)


def may_note_hurt(actor: Actor, gesture: Gesture) -> Permission:
    """Whoever gave it, in person."""
    return _whoever_gave(actor, gesture)


def may_see_frictions(actor: Actor) -> Permission:
    """Whoever looks after people or the charter."""
    return may_see_floor(actor)


def may_change_checklist(actor: Actor) -> Permission:
    """Whoever leads, manages a team or looks after the charter, in person."""
    kinds = (DutyKind.LEADER.value, DutyKind.MANAGER.value)
    is_theirs = actor.is_steward or any(duty.kind in kinds for duty in duties_of(actor.user_id))
    return ALLOWED if is_theirs and actor.kind == "agent" else refused("permission.managers_only")


def may_look_closer(actor: Actor, case: Case) -> Permission:
    """Whoever sees a case, in person: a pattern is for a person to weigh."""
    return may_see(actor, case) if actor.kind == "agent" else refused("permission.person_only")


def _whoever_gave(actor: Actor, gesture: Gesture) -> Permission:
    is_theirs = gesture.given_by_id == actor.user_id and actor.kind == "agent"
    return ALLOWED if is_theirs else refused("permission.given_by_another")
