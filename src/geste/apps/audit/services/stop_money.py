"""Stop money: from this moment nothing is given, taken back or paid; everything can still be read."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from geste.apps.audit.models import Standstill
from geste.apps.audit.standstills import standstill_now

MOST_TOLD = 20
Told = tuple[str, Sequence[tuple[str, str | int]]]


@transaction.atomic(durable=True)
def stop_money(*, faults: Sequence[Told], now: datetime) -> Standstill:
    """Stop money because of these faults, codes with their values. Where it stands still already, nothing changes."""
    standing = standstill_now()
    if standing is not None:
        return standing
    told = [[code, dict(values)] for code, values in faults[:MOST_TOLD]]
    row, _ = Standstill.objects.get_or_create(is_over=False, defaults={"begun_at": now, "faults": told})
    return row
