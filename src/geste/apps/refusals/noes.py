"""Noes: how often customers heard no, were put off or handed over, what stood in the way, and what it put at stake.

Counted on cases, for the places somebody sees, never on people.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import visible_cases
from geste.apps.gestures.models import Gesture
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.refusals.models import Refusal, RefusalKind, SupervisorRequest, Wish
from geste.apps.refusals.models.supervisor_request import AVOIDABLE

COUNTED_OVER = timedelta(weeks=4)
ENOUGH = 5
"""Fewer tell of one person or one customer, not of the house."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def basis_points(self) -> int | None:
        """The share in hundredths of a percent; None while there are too few to say."""
        return self.part * 10_000 // self.whole if self.whole >= ENOUGH else None


@dataclass(slots=True)
class Block:
    """One rule that stood in the way: a clause of the charter or a policy, how often, on which days, and the value.

    `value` is what is known to have been at stake in minor units, by currency; `unknown` counts those without one.
    """

    clause: str
    policy: str
    days: list[date] = field(default_factory=list)
    value: dict[str, int] = field(default_factory=dict)
    unknown: int = 0

    @property
    def times(self) -> int:
        """How often it stood in the way."""
        return len(self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noes:
    """The last four weeks: each kind of no per case, requests for a superior, and the rules behind both.

    `tapped` are the noes somebody told of, of all that there were: what nobody taps is not forgotten.
    """

    cases: int
    refused: Share
    deflected: Share
    handed_over: Share
    asked_for_superior: Share
    avoidable: Share
    causes: tuple[tuple[str, int], ...]
    tapped: Share
    blocks: tuple[Block, ...]
    superior_blocks: tuple[Block, ...]


def standing_noes(actor: Actor, *, since: datetime, until: datetime) -> QuerySet[Refusal]:
    """Return the noes of the places an actor sees, but for those that were a yes after all.

    A proposal that was declined and then given, by acting first or after asking, was no no; nobody has to say so.
    """
    rows = Refusal.objects.filter(said_at__gt=since, said_at__lte=until, case__is_training=False)
    if actor.site_id is not None:
        rows = rows.filter(Q(site=None) | Q(site_id=actor.site_id))
    given = Gesture.objects.filter(case=OuterRef("case"), what=OuterRef("what"), reversal=None)
    return rows.exclude(Exists(given) & Q(is_tapped=False, kind=RefusalKind.REFUSED.value)).order_by("said_at", "pk")


def noes(actor: Actor, *, at: datetime) -> Noes:
    """Return the noes of the last four weeks."""
    since = at - COUNTED_OVER
    cases = visible_cases(actor).filter(is_training=False, opened_at__gt=since, opened_at__lte=at)
    found = list(standing_noes(actor, since=since, until=at).select_related("policy", "site"))
    asked = list(_requests(cases).select_related("policy", "site"))
    number = cases.count()
    kinds = {kind: Share(len({no.case_id for no in found if no.kind == kind}), number) for kind in RefusalKind}
    of_case: dict[tuple[int, str], bool] = defaultdict(bool)
    for no in found:
        of_case[no.case_id, no.kind] |= no.is_tapped
    blocking = [request for request in asked if request.cause in AVOIDABLE]
    return Noes(
        cases=number,
        refused=kinds[RefusalKind.REFUSED],
        deflected=kinds[RefusalKind.DEFLECTED],
        handed_over=kinds[RefusalKind.HANDED_OVER],
        asked_for_superior=Share(len({request.case_id for request in asked}), number),
        avoidable=Share(len(blocking), len(asked)),
        causes=_counted(request.cause for request in asked),
        tapped=Share(sum(of_case.values()), len(of_case)),
        blocks=blocks_of(found),
        superior_blocks=blocks_of(blocking),
    )


def _requests(cases: QuerySet[Case]) -> QuerySet[SupervisorRequest]:
    return SupervisorRequest.objects.filter(case__in=cases.order_by().values("pk"))


def _counted(causes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    times: dict[str, int] = defaultdict(int)
    for cause in causes:
        times[cause] += 1
    return tuple(sorted(times.items(), key=lambda each: (-each[1], each[0])))


def blocks_of(rows: Iterable[Refusal | SupervisorRequest]) -> tuple[Block, ...]:
    """Return the rules behind noes or requests, the most frequent first; where nobody knows the rule, none."""
    blocks: dict[tuple[str, str], Block] = {}
    for row in rows:
        policy = "" if row.policy is None else row.policy.name
        if not policy and not row.clause:
            continue
        block = blocks.setdefault((row.clause, policy), Block(row.clause, policy))
        moment = row.said_at if isinstance(row, Refusal) else row.asked_at
        block.days.append(on_the_clock_of(row.site, moment).date())
        if isinstance(row, Refusal):
            _add_value(block, row)
    return tuple(sorted(blocks.values(), key=lambda block: (-block.times, block.clause, block.policy)))


def _add_value(block: Block, row: Refusal) -> None:
    if row.value is None:
        block.unknown += 1
    else:
        block.value[row.currency] = block.value.get(row.currency, 0) + row.value


@dataclass(frozen=True, slots=True)
class Powerless:
    """How often people wished they could have done something, about one rule or point of contact."""

    policy: str
    clause: str
    touchpoint: str
    wishes: int


def powerlessness(*, at: datetime) -> tuple[Powerless, ...]:
    """Return what wishes of the last four weeks were about, the most frequent first; of fewer than five, nothing."""
    since = (at - COUNTED_OVER).date()
    rows = Wish.objects.filter(said_on__gt=since, said_on__lte=at.date()).exclude(policy=None, clause="", touchpoint="")
    counted = rows.order_by().values("policy__name", "clause", "touchpoint").annotate(times=Count("pk"))
    found = [
        Powerless(row["policy__name"] or "", row["clause"], row["touchpoint"], row["times"])
        for row in counted.filter(times__gte=ENOUGH)
    ]
    return tuple(sorted(found, key=lambda each: (-each.wishes, each.policy, each.clause, each.touchpoint)))
