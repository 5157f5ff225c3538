"""Windows: hours are exact, days and months follow the calendar where now is."""

from datetime import datetime

import pytest

from geste.core.windows import Span, days_since, months_since, within


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("since", "now", "span", "expected"),
    [
        ("2026-05-13T01:07:00+10:00", "2026-05-14T01:07:00+10:00", Span(24, "hour"), True),
        ("2026-05-13T01:06:59+10:00", "2026-05-14T01:07:00+10:00", Span(24, "hour"), False),
        ("2026-05-12T15:07:00Z", "2026-05-13T01:07:00+10:00", Span(0, "second"), True),
        ("2026-05-13T00:00:00+10:00", "2026-05-14T23:59:59+10:00", Span(1, "day"), True),
        ("2026-05-12T23:59:59+10:00", "2026-05-14T00:00:00+10:00", Span(1, "day"), False),
        ("2026-01-31T12:00:00+10:00", "2026-02-28T23:59:59+10:00", Span(1, "month"), True),
        ("2026-01-31T12:00:00+10:00", "2026-03-01T00:00:00+10:00", Span(1, "month"), False),
        ("2024-02-29T12:00:00Z", "2025-02-28T12:00:00Z", Span(1, "year"), True),
        ("2024-02-29T12:00:00Z", "2025-03-01T00:00:00Z", Span(1, "year"), False),
        ("2026-05-20T12:00:00Z", "2026-05-14T12:00:00Z", Span(0, "day"), True),
        ("2026-05-14T12:00:00Z", "2026-05-14T12:00:00Z", Span(120_000, "year"), True),
    ],
)
def test_window_closes_when_its_last_second_or_day_is_over(since: str, now: str, span: Span, *, expected: bool) -> None:
    assert within(at(since), at(now), span) is expected


def test_day_is_counted_in_the_offset_of_now() -> None:
    late_in_sydney = at("2026-05-13T23:30:00+10:00")

    assert days_since(late_in_sydney, at("2026-05-14T00:10:00+10:00")) == 1
    assert days_since(late_in_sydney, at("2026-05-13T14:10:00+00:00")) == 0


@pytest.mark.parametrize(
    ("since", "now", "days", "months"),
    [
        ("2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z", 28, 1),
        ("2026-01-31T00:00:00Z", "2026-02-27T00:00:00Z", 27, 0),
        ("2025-05-14T00:00:00Z", "2026-05-13T00:00:00Z", 364, 11),
        ("2025-05-14T00:00:00Z", "2026-05-14T00:00:00Z", 365, 12),
        ("2026-05-15T00:00:00Z", "2026-05-14T00:00:00Z", -1, 0),
    ],
)
def test_whole_days_and_months_have_passed(since: str, now: str, days: int, months: int) -> None:
    assert days_since(at(since), at(now)) == days
    assert months_since(at(since), at(now)) == months
