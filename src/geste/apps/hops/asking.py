"""Asking: whom a question goes to. Those the charter names who are there, else who manages, else who leads."""

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.hops.models import HopKind
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import colleagues, holders, stewards
from geste.core.charter.syntax import Charter


def whom_to_ask(actor: Actor, case: Case, charter: Charter, kind: HopKind) -> list[User]:
    """Return who is to answer, never whoever asks; nobody if there is nobody else.

    An extraordinary act is for one leader; a quick yes or no is for everybody in the charter's role who may see the
    case: whoever is quicker answers.
    """
    if kind is HopKind.EXTRAORDINARY:
        return leaders_for(actor, case)[:1]
    return _named(actor, case, charter) or _managers(actor) or leaders_for(actor, case)[:1]


def leaders_for(actor: Actor, case: Case) -> list[User]:
    """Return the leaders one may turn to about a case, those of its place first; where nobody leads, the stewards."""
    leaders = [user for user in holders(DutyKind.LEADER) or stewards() if user.pk != actor.user_id]
    return sorted(leaders, key=lambda user: (user.site_id != case.site_id, user.display_name))


def _named(actor: Actor, case: Case, charter: Charter) -> list[User]:
    if charter.one_hop is None:
        return []
    roles = {role.id for role in charter.roles if charter.one_hop.to in charter.ancestry(role.id)}
    return [
        user
        for user in colleagues()
        if user.role in roles and user.site_id in (None, case.site_id) and user.pk != actor.user_id
    ]


def _managers(actor: Actor) -> list[User]:
    if actor.team_id is None:
        return []
    return [user for user in holders(DutyKind.MANAGER, actor.team_id) if user.pk != actor.user_id]
