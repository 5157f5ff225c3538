"""Burn: how much of each envelope is used, live, and where it will stand at the end of its period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from geste.apps.ledger.models import Account, EnvelopePeriod
from geste.core.ledger.forecast import Forecast, forecast
from geste.core.ledger.low import is_low
from geste.core.ledger.purse import Purse


@dataclass(frozen=True, slots=True)
class Burn:
    """One period of one envelope: what was put in, what is drawn and left, in minor units, and what is to be expected.

    `forecast` is what will have been drawn at the end of the period; none as long as too little is known.
    """

    envelope: str
    holder: str
    since: datetime
    until: datetime
    cap: int
    drawn: int
    left: int
    is_low: bool
    forecast: Forecast | None


def burn_of(purses: Sequence[Purse], *, at: datetime) -> list[Burn]:
    """Return the period in force of each purse that has one, in the order of the purses."""
    names = {purse.name for purse in purses}
    rows = EnvelopePeriod.objects.filter(is_in_force=True, envelope__in={envelope for envelope, _ in names})
    by_name = {(row.envelope, row.holder): row for row in rows}
    return [_burn(by_name[purse.name], at) for purse in purses if purse.name in by_name]


def _burn(row: EnvelopePeriod, at: datetime) -> Burn:
    drawn = row.entries.filter(reverses=None, reversed_by=None)
    drawn = drawn.exclude(debit=Account.ENVELOPES).exclude(credit=Account.ENVELOPES)
    now = min(max(at, row.since), row.until)
    return Burn(
        envelope=row.envelope,
        holder=row.holder,
        since=row.since,
        until=row.until,
        cap=row.cap,
        drawn=row.cap - row.left,
        left=row.left,
        is_low=is_low(left=row.left, promised=row.promised),
        forecast=forecast(
            list(drawn.values_list("amount", flat=True)),
            elapsed=int((now - row.since).total_seconds()),
            remaining=int((row.until - now).total_seconds()),
        ),
    )
