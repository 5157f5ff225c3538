"""Turn: open the periods whose time has come, before anybody draws on them. A worker's way of saying a month is new."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from geste.apps.audit.standstills import require_running
from geste.apps.ledger.running import RunningPeriods
from geste.apps.ledger.selectors import closed_until
from geste.apps.ledger.services.open_book import open_book
from geste.core.ledger.purse import Purse

WORKER = "worker"


@transaction.atomic(durable=True)
def turn_periods(purses: Sequence[Purse], *, now: datetime) -> None:
    """Open what is due and set what a newer charter has raised or lowered. Nothing happens where nothing is due.

    It is the same turn that the first gesture of a period would make, so whoever comes first makes it.
    """
    open_book()
    require_running()
    periods = RunningPeriods(closed_until())
    periods.hold(purses, ())
    for purse in purses:
        periods.in_force(purse, at=now, opened_by=WORKER)
    periods.write()
