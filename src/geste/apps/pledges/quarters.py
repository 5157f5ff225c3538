"""Quarters: what became of the pledge in three months, in figures of the house. What a report is made from."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from statistics import median

from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.selectors import colleagues
from geste.apps.pledges.crowd import shown
from geste.apps.pledges.days import day_of
from geste.apps.pledges.models import Breach, Fate, PledgeReport, Protection
from geste.apps.pledges.ports import reaction_times
from geste.apps.pledges.selectors import breaches_said, fate_of, steps_of
from geste.core.receipts.canonical import written

NAME = re.compile(r"^(2\d{3})-Q([1-4])$")
MONTHS = 3
Content = Mapping[str, object]


def bounds_of(quarter: str, zone: tzinfo | None) -> tuple[datetime, datetime] | None:
    """Return the first moment of a quarter such as 2026-Q2 and the first after it; None if it is none."""
    named = NAME.match(quarter)
    if named is None:
        return None
    year, number = int(named[1]), int(named[2])
    since = datetime(year, MONTHS * (number - 1) + 1, 1, tzinfo=zone)
    ends_year = number == len("1234")
    until = datetime(year + ends_year, 1 if ends_year else since.month + MONTHS, 1, tzinfo=zone)
    return since, until


def quarter_around(moment: datetime) -> str:
    """Return the name of the quarter a moment is in."""
    return f"{moment.year}-Q{(moment.month - 1) // MONTHS + 1}"


def quarters_over(now: datetime) -> list[str]:
    """Return the last four quarters that are over, the newest first."""
    found = []
    moment = now
    for _quarter in range(4):
        bounds = bounds_of(quarter_around(moment), now.tzinfo)
        assert bounds is not None
        moment = bounds[0] - timedelta(days=1)
        found.append(quarter_around(moment))
    return found


def content_of(since: datetime, until: datetime) -> Content:
    """Return the figures of a time: protected decisions, acts first, reports and their fate, how fast was answered.

    A figure behind which stand fewer than five people is none. No figure is one of a person or of a team.
    """
    decided = DecisionRecord.objects.filter(decided_at__gte=since, decided_at__lt=until)
    decided = decided.exclude(case__is_training=True)
    people = decided.values("decided_by").distinct().count()
    firsts = decided.filter(route="act_first", gesture__isnull=False)
    said = breaches_said(since, until)
    house = len(colleagues())
    return {
        "decisions": shown(decided.count(), people),
        "first": shown(firsts.count(), people),
        "first_honoured": shown(firsts.filter(gesture__reversal=None).count(), people),
        "reports": {promise.value: _fates(said, promise, house) for promise in Protection},
        "repairs": shown(sum(fate_of(breach) is Fate.REPAIRED for breach in said), house),
        "days_to_answer": shown_days(_answered_in(said), house),
        "reaction_hours": _reaction_hours(since, until),
    }


def digest_of_content(quarter: str, content: Content) -> str:
    """Return the fingerprint of a report: over its quarter and its figures, spelled in the one way there is."""
    return hashlib.sha256(written({"quarter": quarter, "content": content})).hexdigest()


def is_as_issued(report: PledgeReport) -> bool:
    """Return whether a report still says what it said when it was issued."""
    return digest_of_content(report.quarter, report.content) == report.digest


def shown_days(days: Sequence[int], among: int) -> int | None:
    """Return the middle one of some days, rounded up, if there are any and enough people stand behind them."""
    return shown(-int(-median(days) // 1), among) if days else None


def _fates(said: Sequence[Breach], promise: Protection, house: int) -> dict[str, int | None]:
    counts = Counter(fate_of(breach) for breach in said if breach.promise == promise.value)
    return {fate.value: shown(counts[fate], house) for fate in Fate}


def _answered_in(said: Sequence[Breach]) -> list[int]:
    return [(day_of(steps[0].taken_at) - breach.said_on).days for breach in said if (steps := steps_of(breach))]


def _reaction_hours(since: datetime, until: datetime) -> int | None:
    times = reaction_times(since, until)
    if not times:
        return None
    middle = median(time.total_seconds() for time in times)
    return shown(round(middle / timedelta(hours=1).total_seconds()), len(times))
