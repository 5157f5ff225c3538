"""Register: the frictions of a quarter. The same misunderstanding, the same gap, the same rule, again and again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case, Understanding
from geste.apps.cases.where import matter_of, touchpoint_of
from geste.apps.frictions.models import ChecklistItem, Unclear
from geste.apps.frictions.policies import may_see_frictions
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.refusals.noes import Powerless, powerlessness

COUNTED_OVER = timedelta(weeks=13)
SAME_MISUNDERSTANDINGS = 5
SAME_GAP = 3
"""A gap is about the start of our own work, whoever stood there: three times are no chance any more."""


@dataclass(frozen=True, slots=True)
class Clarity:
    """Customers keep misunderstanding the same thing: then it is ours to say more clearly."""

    touchpoint: str
    matter: str
    days: tuple[date, ...]

    @property
    def times(self) -> int:
        """How many customers it happened to."""
        return len(self.days)


@dataclass(frozen=True, slots=True)
class Intake:
    """Things are given again and again for what nobody asked at the start; `asked` is the question that now is."""

    gap_id: int
    name: str
    times: int
    given: tuple[tuple[str, int], ...]
    asked: ChecklistItem | None


@dataclass(frozen=True, slots=True)
class Register:
    """What comes again: unclear words, gaps at the start, and rules people wished away."""

    clarity: tuple[Clarity, ...]
    intake: tuple[Intake, ...]
    powerless: tuple[Powerless, ...]


def frictions(actor: Actor, *, at: datetime) -> Register:
    """Return the frictions of a quarter, the most frequent first. Of the whole house, never of a person.

    Raises:
        NotPermitted: the actor looks after nobody.
    """
    require(may_see_frictions(actor))
    return Register(_clarity(at), _intake(at), powerlessness(at=at))


def _clarity(at: datetime) -> tuple[Clarity, ...]:
    """One case of a customer counts once: whoever comes back about the same has misunderstood once."""
    found: dict[tuple[str, str], dict[str, date]] = defaultdict(dict)
    mistaken = Case.objects.exclude(understanding=Understanding.AS_SAID.value).filter(is_training=False)
    for case in mistaken.filter(opened_at__gt=at - COUNTED_OVER, opened_at__lte=at).select_related("site"):
        about = touchpoint_of(case.facts), matter_of(case.facts)
        if any(about):
            day = on_the_clock_of(case.site, case.opened_at).date()
            found[about].setdefault(case.customer or case.reference, day)
    enough = [
        Clarity(touchpoint, matter, tuple(sorted(days.values())))
        for (touchpoint, matter), days in found.items()
        if len(days) >= SAME_MISUNDERSTANDINGS
    ]
    return tuple(sorted(enough, key=lambda one: (-one.times, one.touchpoint, one.matter)))


def _intake(at: datetime) -> tuple[Intake, ...]:
    rows = Unclear.objects.select_related("gap", "gesture").filter(said_at__gt=at - COUNTED_OVER, said_at__lte=at)
    by_gap: dict[int, list[Unclear]] = defaultdict(list)
    for row in rows.filter(gesture__reversal=None).order_by("pk"):
        by_gap[row.gap_id].append(row)
    asked = {item.gap_id: item for item in ChecklistItem.objects.filter(until=None)}
    enough = [
        Intake(gap, rows[0].gap.name, len(rows), _given(rows), asked.get(gap))
        for gap, rows in by_gap.items()
        if len({row.gesture.case_id or -row.gesture_id for row in rows}) >= SAME_GAP
    ]
    return tuple(sorted(enough, key=lambda one: (-one.times, one.name)))


def _given(rows: Iterable[Unclear]) -> tuple[tuple[str, int], ...]:
    """What was given because of it, by currency."""
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        sums[row.gesture.currency] += row.gesture.amount or 0
    return tuple(sorted(sums.items()))
