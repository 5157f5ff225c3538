"""Empowered: which decisions were fast, on the spot and in the customer's favour. Never of a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.selectors import visible_cases
from geste.apps.gestures.models import DecisionRecord
from geste.apps.refusals.declining import value_in
from geste.apps.refusals.models import Handover
from geste.apps.refusals.noes import COUNTED_OVER, Share

FAST_SECONDS = 600
"""From the first look to the first decision: as long as a quick yes or no may take."""
HELPED = (Outcome.FIXED.value, Outcome.FIXED_WITH_GESTURE.value, Outcome.OWED_ONLY.value, Outcome.HEARD.value)
FEWEST_PEOPLE = 5
"""Where fewer decide, the figure would tell of a person."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One case that needed a decision, and which of the three it met. `by` and `team` only group it."""

    is_fast: bool
    is_on_the_spot: bool
    is_in_favour: bool
    by: int
    team_id: int | None

    @property
    def is_empowered(self) -> bool:
        """Whether it met all three."""
        return self.is_fast and self.is_on_the_spot and self.is_in_favour


@dataclass(frozen=True, slots=True)
class Empowered:
    """Of the cases that needed a decision, refusals and hand-overs included: so many met each of the three, and all."""

    whole: int
    fast: Share
    on_the_spot: Share
    in_favour: Share
    all_three: Share

    @classmethod
    def of(cls, decided: list[Decided]) -> "Empowered":
        """Count."""
        whole = len(decided)
        return cls(
            whole,
            Share(sum(one.is_fast for one in decided), whole),
            Share(sum(one.is_on_the_spot for one in decided), whole),
            Share(sum(one.is_in_favour for one in decided), whole),
            Share(sum(one.is_empowered for one in decided), whole),
        )


def empowered(actor: Actor, *, at: datetime) -> tuple[Empowered | None, dict[int, Empowered]]:
    """Return the last four weeks, for the places an actor sees and for each team; none where fewer than five decide."""
    decided = list(_decided(actor, at))
    teams: dict[int, list[Decided]] = {}
    for one in decided:
        if one.team_id is not None:
            teams.setdefault(one.team_id, []).append(one)
    told = {team: Empowered.of(ones) for team, ones in teams.items() if _is_enough(ones)}
    return Empowered.of(decided) if _is_enough(decided) else None, told


def _is_enough(decided: list[Decided]) -> bool:
    return len({one.by for one in decided}) >= FEWEST_PEOPLE


def _decided(actor: Actor, at: datetime) -> Iterator[Decided]:
    closed = visible_cases(actor).filter(is_training=False, closed_at__gt=at - COUNTED_OVER, closed_at__lte=at)
    cases = list(closed.select_related("opened_by").order_by("pk"))
    first = _first_decisions(cases)
    handed = set(Handover.objects.filter(case__in=[case.pk for case in cases]).values_list("case_id", flat=True))
    for case in cases:
        decisions = first.get(case.pk, [])
        if not decisions and case.outcome == Outcome.HEARD:
            continue
        yield Decided(
            is_fast=_is_fast(case, decisions),
            is_on_the_spot=case.outcome != Outcome.HANDED_OVER
            and case.pk not in handed
            and all(decision.decided_by_id == case.opened_by_id for decision in decisions),
            is_in_favour=_is_in_favour(case, decisions),
            by=case.opened_by_id,
            team_id=case.opened_by.team_id,
        )


def _first_decisions(cases: Iterable[Case]) -> dict[int, list[DecisionRecord]]:
    rows = DecisionRecord.objects.select_related("charter_text", "gesture__reversal").filter(case__in=cases)
    found: dict[int, list[DecisionRecord]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.case_id or 0, []).append(row)
    return found


def _is_fast(case: Case, decisions: list[DecisionRecord]) -> bool:
    """Whether the first decision came within minutes of somebody having the case before them."""
    if case.offered_after_seconds is not None:
        return case.offered_after_seconds <= FAST_SECONDS
    return bool(decisions) and decisions[0].decided_at - case.opened_at <= timedelta(seconds=FAST_SECONDS)


def _is_in_favour(case: Case, decisions: list[DecisionRecord]) -> bool:
    """Whether the customer got what the charter reckons right for their loss, or more; else whether it was mended."""
    given = [one for one in decisions if hasattr(one, "gesture") and not hasattr(one.gesture, "reversal")]
    right = next((value for value in map(value_in, given) if value is not None), None)
    if right is None or case.outcome not in HELPED:
        return case.outcome in HELPED
    return sum(one.amount or 0 for one in given) >= right or case.outcome == Outcome.FIXED
