"""Close: draw the line under a month. From then on nothing is dated in it; corrections are dated after."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.ledger.models import ClosedPeriod
from geste.apps.ledger.policies import may_close_periods
from geste.apps.ledger.selectors import closed_until, dated_entries, first_moment, journal_lines
from geste.apps.ledger.services.open_book import open_book
from geste.apps.people.selectors import clock_of_the_house
from geste.core.ledger.closing import fingerprint, month_named, movements
from geste.core.ledger.journal import faults_in


class CloseRefused(Exception):
    """The month stays open; `code` says why, `entry` where the journal cannot be so."""

    def __init__(self, code: str, entry: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.entry = entry


@transaction.atomic(durable=True)
def close_period(*, actor: Actor, month: str, now: datetime) -> ClosedPeriod:
    """Close a month such as `2026-05`, and with it every earlier one that is open. Closed twice it stays as it was.

    Raises:
        NotPermitted: the actor does not look after the charter.
        CloseRefused: it is no month, it is not over yet, a later one is closed already, or the journal cannot be so.
    """
    require(may_close_periods(actor))
    open_book()
    closed = ClosedPeriod.objects.filter(name=month).first()
    if closed is not None:
        return closed
    since, until = _bounds(month, now)
    flaw = next(faults_in(journal_lines()), None)
    if flaw is not None:
        raise CloseRefused("close.flawed", flaw.number)

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
