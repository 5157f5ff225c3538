"""Policies of hops: who may ask, answer, bend and declare. Permission, not authority: that stands in the charter."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on
from geste.apps.gestures.models import Gesture
from geste.apps.hops.models import Hop
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import duties_of, holds

ON_THE_FLOOR = (
    DutyKind.LEADER.value,
    DutyKind.MANAGER.value,
    DutyKind.COACH.value,
    DutyKind.STAFF_REPRESENTATIVE.value,
)


def may_ask(actor: Actor, case: Case) -> Permission:
    """Any person who may work on a case may ask about it; software hands over."""
    return may_work_on(actor, case) if actor.kind == "agent" else refused("permission.hands_over")


def may_answer(actor: Actor, hop: Hop) -> Permission:
    """Whoever was asked, in person, and nobody else; never whoever asks."""
    is_asked = actor.kind == "agent" and hop.asked.filter(pk=actor.user_id).exists()
    return ALLOWED if is_asked and hop.asked_by_id != actor.user_id else refused("permission.not_asked")


def may_act_on(actor: Actor, hop: Hop) -> Permission:
    """Whoever asked acts: they stay with the case."""
    return ALLOWED if hop.asked_by_id == actor.user_id else refused("permission.asked_by_another")


def may_note_bend(actor: Actor, gesture: Gesture) -> Permission:
    """Whoever bent a rule says how far and for how long."""
    return ALLOWED if gesture.given_by_id == actor.user_id else refused("permission.given_by_another")


def may_declare_variant(actor: Actor) -> Permission:
    """A leader, in person, says that a rule is bent somewhere for a while."""
    return ALLOWED if holds(actor, DutyKind.LEADER) else refused("permission.leader_only")


def may_see_floor(actor: Actor) -> Permission:
    """Whoever looks after people or the charter sees counts of hops and interruptions: never of one person."""
    is_in_charge = actor.is_steward or any(duty.kind in ON_THE_FLOOR for duty in duties_of(actor.user_id))
    return ALLOWED if is_in_charge and actor.kind == "agent" else refused("permission.floor_only")
