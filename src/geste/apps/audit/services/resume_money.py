"""Resume money: somebody has mended what was wrong, says how, and answers for it."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.models import Standstill
from geste.apps.audit.standstills import standstill_now


class NothingStopped(Exception):
    """Money does not stand still."""


class ReasonMissing(Exception):
    """Nobody said what was mended."""


@transaction.atomic(durable=True)
def resume_money(*, user_id: int, reason: str, now: datetime) -> Standstill:
    """End the standstill. Whoever calls has looked at the books before: what is still wrong stops money again.

    Raises:
        NothingStopped: there is none.
        ReasonMissing: nobody said what was mended.
    """
    standing = standstill_now()
    if standing is None:
        raise NothingStopped
    if not reason.strip():
        raise ReasonMissing
    standing.is_over = True
    standing.ended_at, standing.ended_by_id, standing.reason = now, user_id, reason.strip()[:500]
    standing.save()
    return standing
