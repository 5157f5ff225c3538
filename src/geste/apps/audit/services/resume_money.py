"""Resume money: somebody has mended what was wrong, says how, and answers for it."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.models import Standstill
from geste.apps.audit.policies import may_resume_money
from geste.apps.audit.standstills import standstill_now
from geste.apps.base.actor import Actor
from geste.apps.base.permission import require


class NothingStopped(Exception):
    """Money does not stand still."""


class ReasonMissing(Exception):
    """Nobody said what was mended."""


@transaction.atomic(durable=True)
def resume_money(*, actor: Actor, reason: str, now: datetime) -> Standstill:
    """End the standstill. Whoever calls has looked at the books before: what is still wrong stops money again.

    Raises:
        NotPermitted: the actor does not look after the charter.
        NothingStopped: there is none.
        ReasonMissing: nobody said what was mended.
    """
    require(may_resume_money(actor))
    standing = standstill_now()
    if standing is None:
        raise NothingStopped
    if not reason.strip():
        raise ReasonMissing
    standing.is_over = True
    standing.ended_at, standing.ended_by_id, standing.reason = now, actor.user_id, reason.strip()[:500]
    standing.save()
    return standing
