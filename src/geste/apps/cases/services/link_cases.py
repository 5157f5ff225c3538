"""Link: say that two cases are one incident, so that their caps count together."""

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_see


@transaction.atomic(durable=True)
def link_cases(*, actor: Actor, case: Case, other: Case) -> None:
    """Link two cases both ways. Linking twice changes nothing.

    Raises:
        NotPermitted: the actor may not see one of them.
    """
    require(may_see(actor, case))
    require(may_see(actor, other))

    case.linked.add(other)
