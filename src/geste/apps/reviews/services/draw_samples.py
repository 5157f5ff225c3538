"""Draw samples: let chance choose which decisions are looked at again, as soon as the log has them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from geste.apps.audit.selectors import receipts_included, size_of_log
from geste.apps.gestures.models import DecisionRecord
from geste.apps.reviews.draws import DRAWS, Draw, counted_since, drawn_at, newest_plan, with_what_a_draw_needs
from geste.apps.reviews.models import Progress, Sample, SamplingPlan
from geste.core.reviews.sampling import planned

WANTED_A_WEEK = 20
PLAN_LASTS = timedelta(days=7)
LOOKED_BACK = timedelta(days=28)
AT_ONCE = 100


def draw_samples(*, now: datetime) -> int:
    """Go on through the log and keep what chance draws; return how many decisions were gone through.

    The rates stand before what they draw: a new plan counts from the end of the log on, and one is made every week.
    Nobody is kept from writing while draws are worked out; if somebody else went on meanwhile, they are not kept.
    """
    plan, progress = newest_plan(), Progress.objects.filter(name=DRAWS).first()
    if plan is None or progress is None or now - plan.made_at >= PLAN_LASTS:
        plan, progress = _ready(now)
    passed = receipts_included(since=progress.leaf, at_most=AT_ONCE)
    return _keep(passed, _drawn(passed), progress.leaf, plan, now) if passed else 0


@transaction.atomic(durable=True)
def _ready(now: datetime) -> tuple[SamplingPlan, Progress]:
    """Return the plan that stands and how far draws have come, made where there was none."""
    progress, _ = Progress.objects.select_for_update().get_or_create(name=DRAWS, defaults={"leaf": size_of_log()})
    plan = newest_plan()
    return make_plan(now=now) if plan is None or now - plan.made_at >= PLAN_LASTS else plan, progress


@transaction.atomic(durable=True)
def _keep(
    passed: Sequence[tuple[int, int]], drawn: Mapping[int, Draw], since: int, plan: SamplingPlan, now: datetime
) -> int:
    progress = Progress.objects.select_for_update().get(name=DRAWS)
    if (progress.leaf, newest_plan()) != (since, plan):
        return 0
    there = set(Sample.objects.filter(decision__in=drawn).values_list("decision", flat=True))
    Sample.objects.bulk_create(
        Sample(
            decision_id=number,
            stratum=draw.stratum.value,
            plan=draw.plan,
            checkpoint_size=draw.checkpoint.size,
            drawn_at=now,
        )
        for number, draw in drawn.items()
        if number not in there
    )
    progress.leaf = passed[-1][0] + 1
    progress.save()
    return len(passed)


def make_plan(*, now: datetime) -> SamplingPlan:
    """Return the plan from the end of the log on, made from what four weeks led to expect.

    One that stands from there already stays.
    """
    weeks = LOOKED_BACK // PLAN_LASTS
    expected = {stratum: -(-count // weeks) for stratum, count in counted_since(now - LOOKED_BACK).items()}
    rates = {stratum.value: rate for stratum, rate in planned(expected, WANTED_A_WEEK).items()}
    plan, _ = SamplingPlan.objects.get_or_create(from_leaf=size_of_log(), defaults={"rates": rates, "made_at": now})
    return plan


def _drawn(passed: Sequence[tuple[int, int]]) -> dict[int, Draw]:
    decisions = with_what_a_draw_needs().in_bulk([decision for _, decision in passed])
    earnest = {leaf: decision for leaf, number in passed if not _is_training(decision := decisions[number])}
    return {draw.decision: draw for draw in drawn_at(earnest) if draw.is_drawn}


def _is_training(decision: DecisionRecord) -> bool:
    return decision.case is not None and decision.case.is_training
