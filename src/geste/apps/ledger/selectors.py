"""Selectors of the ledger: what accounts and envelopes hold."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Min

from geste.apps.base.spelled import Asked, Spelled
from geste.apps.ledger.models import ClosedPeriod, Entry, EnvelopePeriod, LowNotice
from geste.apps.ledger.running import running_of
from geste.apps.people.selectors import on_the_clock_of_the_house
from geste.core.ledger.closing import Dated
from geste.core.ledger.low import is_low
from geste.core.ledger.purse import Purse, is_due, left_at

_running = Spelled(
    lambda: EnvelopePeriod.objects.filter(
        is_in_force=True, envelope__among=Asked("envelopes"), holder__among=Asked("holders")
    )
)
_closed_last = Spelled(lambda: ClosedPeriod.objects.order_by("-until").values_list("until", flat=True)[:1])


def left_in(purses: Sequence[Purse], *, at: datetime) -> list[int]:
    """Return what each purse has left at a moment, in minor units; a period still to be opened is as good as full.

    Inside the transaction that holds the book it is exact.
    """
    running = _in_force(purses)
    return [left_at(purse, running_of(row) if (row := running.get(purse.name)) else None, at) for purse in purses]


def due_to_turn(purses: Sequence[Purse], *, at: datetime) -> list[Purse]:
    """Return the purses whose next period has begun, and those a newer charter sets anew."""
    running = _in_force(purses)
    return [
        purse
        for purse in purses
        if (row := running.get(purse.name)) is not None
        and is_due(purse, running_of(row), at, lambda: on_the_clock_of_the_house(at))
    ]


def low_notices() -> list[LowNotice]:
    """Return the words about envelopes that are low still and that no steward knows of yet, the oldest first."""
    rows = LowNotice.objects.select_related("period").filter(known_at=None, period__is_in_force=True)
    return [row for row in rows.order_by("pk") if _is_low(row.period)]


def letters_due(*, at: datetime) -> list[tuple[LowNotice, bool]]:
    """Return the letters to be tried, each with whether it is still of use."""
    rows = LowNotice.objects.select_related("period").filter(letter_due_at__lte=at).order_by("pk")
    return [(row, row.known_at is None and row.period.is_in_force and _is_low(row.period)) for row in rows]


def _is_low(period: EnvelopePeriod) -> bool:
    return is_low(left=period.left, promised=period.promised)


def closed_until() -> datetime | None:
    """Return the first moment that is not closed, or None while nothing is."""
    return next(iter(_closed_last()), None)


def first_moment() -> datetime | None:
    """Return when the first entry was dated, or None while there is none."""
    first: datetime | None = Entry.objects.aggregate(first=Min("occurred_at"))["first"]
    return first


def dated_entries(*, since: datetime | None = None, until: datetime | None = None) -> Iterator[Dated]:
    """Return the entries dated from `since` to just before `until`, in the order of their numbers."""
    rows = Entry.objects.order_by("pk")
    if since is not None:
        rows = rows.filter(occurred_at__gte=since)
    if until is not None:
        rows = rows.filter(occurred_at__lt=until)
    columns = ("pk", *Dated._fields[1:-1], "reverses_id")
    return (Dated(*values) for values in rows.values_list(*columns).iterator())


def _in_force(purses: Sequence[Purse]) -> dict[tuple[str, str], EnvelopePeriod]:
    if not purses:
        return {}
    rows = _running(envelopes={purse.envelope for purse in purses}, holders={purse.holder for purse in purses})
    return {(row.envelope, row.holder): row for row in rows}
