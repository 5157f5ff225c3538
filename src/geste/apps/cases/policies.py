"""Policies of cases: who may work on them."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case, Status


def may_see(actor: Actor, case: Case) -> Permission:
    """People see the cases of their site; whoever belongs to no site sees all."""
    elsewhere = actor.site_id is not None and case.site_id not in (None, actor.site_id)
    return refused("permission.other_site") if elsewhere else ALLOWED


def may_work_on(actor: Actor, case: Case) -> Permission:
    """Whoever sees an open case may state facts, give and close."""
    seen = may_see(actor, case)
    if not seen.allowed:
        return seen
    return ALLOWED if case.status == Status.OPEN else refused("permission.case_closed")
