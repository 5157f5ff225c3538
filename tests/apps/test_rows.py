"""Rows written together: what is read of them is what was written, as if Django had written them one by one."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from geste.apps.base.models import EventRow
from geste.apps.base.rows import add_rows

pytestmark = pytest.mark.django_db
PAYLOAD = {"é": ["'", None, 1, "\u2028"]}
PARIS = ZoneInfo("Europe/Paris")
MOMENTS = [
    datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    datetime(2026, 7, 2, 3, 4, 5, 678, tzinfo=UTC),
    datetime(2026, 7, 2, 0, 30, tzinfo=PARIS),
    datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=PARIS),
    datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=PARIS),
    datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
]


def _as_kept() -> list[tuple[object, ...]]:
    """The columns as the engine's own words have them, without any converter of the driver's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, '' || at, '' || handed_on_at FROM base_eventrow ORDER BY id")
        kept: list[tuple[object, ...]] = cursor.fetchall()
    return kept


def test_moments_are_kept_as_django_keeps_them() -> None:
    def rows() -> list[EventRow]:
        return [EventRow(name="l'été", at=at, payload=PAYLOAD, handed_on_at=at) for at in MOMENTS]

    for row in rows():
        row.save()
    by_django = _as_kept()
    EventRow.objects.all().delete()
    add_rows(rows())

    assert len(by_django) == len(MOMENTS)
    assert _as_kept() == by_django
    kept = list(EventRow.objects.order_by("pk"))
    assert [row.at for row in kept] == [at.astimezone(UTC) for at in MOMENTS]
    assert all(row.payload == PAYLOAD for row in kept)
