"""Policies of gestures: who may propose. Permission, not authority: what may be given stands in the charter."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import Permission
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on


def may_propose(actor: Actor, case: Case) -> Permission:
    """Whoever may work on a case may propose gestures on it, whatever their role."""
    return may_work_on(actor, case)
