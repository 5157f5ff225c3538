"""Draws: whether a decision was drawn, worked out from the log again by whoever asks. Nothing here is a choice."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from geste.apps.audit.selectors import first_checkpoints_over, receipt_of_decision, receipts_included
from geste.apps.gestures.models import DecisionRecord
from geste.apps.reviews.models import Progress, Sample, SamplingPlan
from geste.apps.reviews.strata import stratum_of
from geste.core.log.checkpoint import Checkpoint
from geste.core.reviews.sampling import Stratum, is_drawn, number_of

DRAWS = "draws"


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw with all it was made from: anybody who has the checkpoint makes it again and comes to the same."""

    decision: int
    leaf: int
    stratum: Stratum
    plan: SamplingPlan
    checkpoint: Checkpoint

    @property
    def rate(self) -> int:
        """Return the rate it was drawn at, in parts of a million."""
        return int(self.plan.rates[self.stratum])

    @property
    def number(self) -> int:
        """Return the number that chance made of it."""
        return number_of(self.checkpoint.root, self.decision)

    @property
    def is_drawn(self) -> bool:
        """Return whether it was drawn."""
        return is_drawn(self.checkpoint.root, self.decision, self.rate)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A decision that was drawn without chance saying so, or that chance drew and nobody wrote down."""

    decision: int
    is_drawn: bool


def draw_of(decision: DecisionRecord) -> Draw | None:
    """Return the draw of a decision, as the log has it; None where no plan stood yet or no checkpoint is over it.

    What was decided in training is never drawn.
    """
    receipt = receipt_of_decision(decision.pk)
    if receipt is None or (decision.case is not None and decision.case.is_training):
        return None
    return next(iter(drawn_at({receipt.index: decision})), None)


def drawn_at(decisions: Mapping[int, DecisionRecord]) -> list[Draw]:
    """Return the draws of decisions by the leaves of their receipts: of those that a plan and a checkpoint are over."""
    plans, checkpoints = plans_at(decisions), first_checkpoints_over(decisions)
    return [
        Draw(decision.pk, leaf, stratum_of(decision), plans[leaf], checkpoints[leaf])
        for leaf, decision in decisions.items()
        if leaf in plans and leaf in checkpoints
    ]


def plans_at(leaves: Collection[int]) -> dict[int, SamplingPlan]:
    """Return the plan that stood when each of these leaves was written, where one stood."""
    plans = list(SamplingPlan.objects.filter(from_leaf__lte=max(leaves, default=-1)).order_by("from_leaf"))
    stood_from = [plan.from_leaf for plan in plans]
    return {leaf: plans[place - 1] for leaf in leaves if (place := bisect_right(stood_from, leaf))}


def with_what_a_draw_needs() -> QuerySet[DecisionRecord]:
    """Return decisions with what says in which stratum they are, and no more of them: many are gone through at once."""
    rows = DecisionRecord.objects.select_related("case", "gesture").prefetch_related("charter_text")
    return rows.only("route", "routes", "charter_text", "case__is_training", "gesture__decision", "gesture__what")


def newest_plan() -> SamplingPlan | None:
    """Return the plan that stands now."""
    return SamplingPlan.objects.order_by("-from_leaf").first()


def disagreements(decisions: Iterable[DecisionRecord]) -> list[Disagreement]:
    """Work these draws out again and return where what was written down is something else.

    Decisions that somebody drew for a reason they signed are left out: they say so themselves.
    """
    found = []
    for decision in decisions:
        sample: Sample | None = getattr(decision, "sample", None)
        if sample is not None and sample.plan_id is None:
            continue
        draw = draw_of(decision)
        is_drawn = draw is not None and draw.is_drawn
        if is_drawn != (sample is not None):
            found.append(Disagreement(decision.pk, is_drawn))
    return found


def up_to_date() -> list[DecisionRecord]:
    """Return every decision whose draw has been made."""
    first, reached = SamplingPlan.objects.order_by("from_leaf").first(), Progress.objects.filter(name=DRAWS).first()
    if first is None or reached is None:
        return []
    passed = receipts_included(since=first.from_leaf, at_most=max(reached.leaf - first.from_leaf, 0))
    numbers = [decision for leaf, decision in passed if leaf < reached.leaf]
    found = with_what_a_draw_needs().prefetch_related("sample").in_bulk(numbers)
    return [found[number] for number in numbers]


def counted_since(moment: datetime) -> Counter[Stratum]:
    """Return how many decisions of each stratum were made since a moment, training left out."""
    rows = with_what_a_draw_needs().filter(decided_at__gte=moment).exclude(case__is_training=True)
    return Counter(stratum_of(row) for row in rows)
