"""Carry over: entries that drew on an envelope before its periods were rows get a period, a number and what was left."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils import timezone

from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Envelope
from geste.core.ledger.periods import period_around

CARRIED_OVER = "carried over"
Span = tuple[datetime, datetime]


def carry_over(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Open a period for every week, month, quarter or year in which something was drawn, and number what was."""
    drawing = apps.get_model("ledger", "Entry").objects.exclude(envelope="").order_by("envelope", "pk")
    if not drawing.exists():
        return
    charters = _Charters(apps)
    for name, entries in groupby(drawing, key=lambda entry: entry.envelope):
        spans = _spans(list(entries), charters)
        for number, span in enumerate(sorted(spans), start=1):
            _open(apps, name, number, span, spans[span], charters, is_last=number == len(spans))


class _Charters:
    """The published versions, to look up how an envelope was filled."""

    def __init__(self, apps: StateApps) -> None:
        rows = apps.get_model("charters", "CharterText").objects.order_by("-effective", "-version")
        self._versions = [(row.effective, row.version, read_charter(row.text).charter) for row in rows]
        first = apps.get_model("people", "Site").objects.order_by("pk").first()
        self.zone = timezone.get_default_timezone() if first is None else ZoneInfo(first.time_zone)

    def filled(self, name: str, day: date) -> tuple[int, Envelope | None]:
        """Return the version that was in force on a day with its envelope of this name, or none."""
        for effective, version, charter in self._versions:
            envelopes = [] if charter is None else [each for each in charter.envelopes if each.id == name]
            if effective <= day and envelopes:
                return version, envelopes[0]
        return 0, None


def _spans(entries: list[Any], charters: _Charters) -> dict[Span, list[Any]]:
    """Sort entries into the periods they drew on. What was reversed goes back to where it came from."""
    found: dict[Span, list[Any]] = {}
    of_entry: dict[int, Span] = {}
    for entry in entries:
        local = entry.occurred_at.astimezone(charters.zone)
        _, envelope = charters.filled(entry.envelope, local.date())
        span = of_entry.get(entry.reverses_id) or period_around(local, "month" if envelope is None else envelope.every)
        of_entry[entry.pk] = span
        found.setdefault(span, []).append(entry)
    return found


def _open(
    apps: StateApps,
    name: str,
    number: int,
    span: Span,
    entries: list[Any],
    charters: _Charters,
    *,
    is_last: bool,
) -> None:
    version, envelope = charters.filled(name, entries[0].occurred_at.astimezone(charters.zone).date())
    promised = 0 if envelope is None else envelope.amount
    cap = max(promised, _most_drawn(entries))
    first = min(entry.occurred_at for entry in entries)
    period = apps.get_model("ledger", "EnvelopePeriod").objects.create(
        envelope=name,
        number=number,
        since=span[0],
        until=span[1],
        currency=entries[0].currency,
        opened_at=first,
        opened_by=CARRIED_OVER,
        is_in_force=is_last,
        cap=cap,
        left=cap,
        promised=promised,
        charter_version=version,
    )
    left = _number(apps, period, cap, first, entries)
    apps.get_model("ledger", "EnvelopePeriod").objects.filter(pk=period.pk).update(left=left, seq=len(entries) + 1)


def _number(apps: StateApps, period: Any, cap: int, first: datetime, entries: list[Any]) -> int:
    """Write what filled the period and number what was drawn from it; return what is left."""
    rows = apps.get_model("ledger", "Entry").objects
    filled = rows.create(
        debit="envelopes",
        credit="budget",
        amount=cap,
        currency=period.currency,
        envelope=period.envelope,
        envelope_period=period,
        envelope_seq=1,
        envelope_left=cap,
        occurred_at=first,
        gesture_key=f"envelope:{period.pk}:1",
    )
    apps.get_model("ledger", "EnvelopeChange").objects.create(
        entry=filled, why="opened", charter_version=period.charter_version, reason=CARRIED_OVER
    )
    left = cap
    for seq, (entry, effect) in enumerate(_effects(entries), start=2):
        left += effect
        rows.filter(pk=entry.pk).update(envelope_period=period, envelope_seq=seq, envelope_left=left)
    return left


def _effects(entries: list[Any]) -> Iterator[tuple[Any, int]]:
    for entry in entries:
        yield entry, -entry.amount if entry.reverses_id is None else entry.amount


def _most_drawn(entries: list[Any]) -> int:
    drawn = most = 0
    for _, effect in _effects(entries):
        drawn -= effect
        most = max(most, drawn)
    return most


class Migration(migrations.Migration):
    """Nothing is undone on the way back: the columns go with the migration before."""

    dependencies = (
        ("ledger", "0003_accounts_and_envelope_periods"),
        ("charters", "0003_page_turns"),
        ("people", "0002_founding"),
    )

    operations = (migrations.RunPython(carry_over, migrations.RunPython.noop),)
