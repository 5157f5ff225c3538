"""Close: draw the line under a month. From then on nothing is dated in it; corrections are dated after."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.ledger.models import ClosedPeriod
from geste.apps.ledger.policies import may_close_periods
from geste.apps.ledger.selectors import closed_until, dated_entries, first_moment
from geste.apps.ledger.services.open_book import open_book
from geste.apps.ledger.soundness import BookReader
from geste.apps.people.selectors import clock_of_the_house
from geste.core.ledger.closing import fingerprint, month_named, movements
from geste.core.ledger.soundness import Unsound


class CloseRefused(Exception):
    """The month stays open; `code` says why, `faults` what is wrong with the books."""

    def __init__(self, code: str, faults: Sequence[Unsound] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.faults = tuple((fault.code, dict(fault.values)) for fault in faults)


@transaction.atomic(durable=True)
def close_period(*, actor: Actor, month: str, now: datetime) -> ClosedPeriod:
    """Close a month such as `2026-05`, and with it every earlier one that is open. Closed twice it stays as it was.

    Raises:
        NotPermitted: the actor does not look after the charter.
        CloseRefused: it is no month, it is not over yet, a later one is closed already, or the books
            are not as they must be.
    """
    require(may_close_periods(actor))
    open_book()
    closed = ClosedPeriod.objects.filter(name=month).first()
    if closed is not None:
        return closed
    since, until = _bounds(month, now)
    unsound = BookReader().read()
    if unsound:
        raise CloseRefused("close.flawed", unsound)

    entries = list(dated_entries(since=since, until=until))
    return ClosedPeriod.objects.create(
        name=month,
        since=since,
        until=until,
        closed_at=now,
        closed_by_id=actor.user_id or None,
        entries=len(entries),
        movements=[list(movement) for movement in movements(entries)],
        digest=fingerprint(entries),
    )


def _bounds(month: str, now: datetime) -> tuple[datetime, datetime]:
    named = month_named(month, clock_of_the_house())
    if named is None:
        raise CloseRefused("close.no_month")
    since, until = named
    before = closed_until()
    if now < until:
        raise CloseRefused("close.not_over")
    if before is not None and before >= until:
        raise CloseRefused("close.closed_later")
    return min(since, first_moment() or since) if before is None else before, until
