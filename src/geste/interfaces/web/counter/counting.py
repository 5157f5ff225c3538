"""Counting: how often the small gestures of a month were used and what they came to. Never by person."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from geste.apps.gestures.policies import may_see_counts
from geste.apps.gestures.selectors import Use, small_gestures_used
from geste.core.charter.syntax import Charter
from geste.core.decision.rounding import forecast_of_rounding
from geste.core.ledger.periods import period_around
from geste.interfaces.web.counter.rounding import step_of
from geste.interfaces.web.counter.till import Till
from geste.interfaces.web.speech import amount, gesture_words, month

SALES_A_DAY, DAYS = 200, 300
# Nobody sells more in a day.
MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class UsedLine:
    """One gesture: how often, what was given, what it cost."""

    name: str
    times: int
    given: str
    cost: str


@dataclass(frozen=True, slots=True)
class Counted:
    """One month of small gestures."""

    month: str
    words: str
    lines: tuple[UsedLine, ...]
    cost: str
    forecast: "Forecast | None"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What rounding would come to in a year of so many days with so many sales each, to the step of the charter."""

    sales: str
    days: str
    step: str
    cost: str


def counted(asked: QueryDict, till: Till) -> Counted | None:
    """Return what this month came to, for whoever looks after the charter; None for everybody else."""
    if not may_see_counts(till.actor).allowed:
        return None
    since, until = period_around(till.at, "month")
    uses = small_gestures_used(till.actor, since=since, until=until)
    charter = till.charter
    return Counted(
        month=f"{since:%Y-%m}",
        words=month(since),
        lines=tuple(used_line(use, charter) for use in uses),
        cost=amount(sum(use.cost for use in uses), charter.currency),
        forecast=forecast(asked, charter),
    )


def forecast(asked: QueryDict, charter: Charter) -> Forecast | None:
    """Return what rounding would cost with the sales and days that are asked about; None where nothing is rounded."""
    step = next((step for gesture in charter.gestures if (step := step_of(charter, gesture)) is not None), None)
    if step is None:
        return None
    sales, days = (_number(asked.get(name, ""), usual) for name, usual in (("sales", SALES_A_DAY), ("days", DAYS)))
    cost = forecast_of_rounding(step=step, sales_per_day=sales, days=days)
    return Forecast(str(sales), str(days), amount(step, charter.currency), amount(cost, charter.currency))


def _number(text: str, usual: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else usual


def used_line(use: Use, charter: Charter) -> UsedLine:
    """Return the use of one gesture in words."""
    return UsedLine(
        gesture_words(charter, use.what),
        use.times,
        "" if use.given is None else amount(use.given, charter.currency),
        amount(use.cost, charter.currency),
    )


def month_of(text: str, at: datetime) -> tuple[datetime, datetime] | None:
    """Return the first moment of a month, written like `2026-05`, and the first after it; None if it is none.

    Without a month it is the one of `at`.
    """
    if not text:
        return period_around(at, "month")
    try:
        first = datetime.strptime(text, "%Y-%m").replace(tzinfo=at.tzinfo)
    except ValueError:
        return None
    return period_around(first, "month")
