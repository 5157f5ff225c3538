"""Three: problems that reach the owner, what customers got and how people fare, side by side. Never one score."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import visible_cases
from geste.apps.gestures.models import Feedback, Satisfaction
from geste.apps.hops.models import Interruption
from geste.apps.refusals.models import Wish
from geste.apps.refusals.noes import COUNTED_OVER, ENOUGH

BACK_WITHIN = timedelta(days=7)
Move = Literal["better", "worse", "same", "unknown"]
Verdict = Literal["win", "not_yet", "same", "worse", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """Four weeks: of `cases`, how many reached a leader, brought their customer back within a week, or left a wish.

    `satisfied` of `heard` decisions left their customer satisfied, as far as somebody heard.
    """

    cases: int
    reached: int
    back: int
    wishes: int
    satisfied: int
    heard: int


@dataclass(frozen=True, slots=True)
class Three:
    """The four weeks before and the last four, how each of the three moved, and what they say together."""

    before: Period
    now: Period
    owner: Move
    customer: Move
    people: Move
    verdict: Verdict


def three_numbers(actor: Actor, *, at: datetime) -> Three:
    """Return the three side by side, for the places an actor sees."""
    before = _period(actor, at - COUNTED_OVER)
    now = _period(actor, at)
    owner, people = _per_case(before, now, "reached"), _per_case(before, now, "wishes")
    customer = worst(_per_case(before, now, "back"), _satisfaction(before, now))
    return Three(before, now, owner, customer, people, verdict_of(owner, customer, people))


def verdict_of(owner: Move, customer: Move, people: Move) -> Verdict:
    """Return what three moves say together: it is a win only if one got better and none at another's expense."""
    moves = (owner, customer, people)
    if "worse" in moves:
        return "not_yet" if "better" in moves else "worse"
    if "unknown" in moves:
        return "unknown"
    return "win" if "better" in moves else "same"


def worst(*moves: Move) -> Move:
    """Return the worst of several moves of one thing; what is not known counts only if nothing is."""
    for move in ("worse", "better", "same"):
        if move in moves:
            return move
    return "unknown"


def _per_case(before: Period, now: Period, name: Literal["reached", "back", "wishes"]) -> Move:
    """How often something happened for each case: less is better."""
    if min(before.cases, now.cases) < ENOUGH:
        return "unknown"
    was, is_now = Fraction(getattr(before, name), before.cases), Fraction(getattr(now, name), now.cases)
    return "same" if was == is_now else "better" if is_now < was else "worse"


def _satisfaction(before: Period, now: Period) -> Move:
    if min(before.heard, now.heard) < ENOUGH:
        return "unknown"
    was, is_now = Fraction(before.satisfied, before.heard), Fraction(now.satisfied, now.heard)
    return "same" if was == is_now else "better" if is_now > was else "worse"


def _period(actor: Actor, until: datetime) -> Period:
    since = until - COUNTED_OVER
    seen = visible_cases(actor).filter(is_training=False)
    cases = list(seen.filter(opened_at__gt=since, opened_at__lte=until).select_related(None).order_by("opened_at"))
    numbers = [case.pk for case in cases]
    said = Feedback.objects.filter(decision__case__in=numbers, withdrawal=None)
    return Period(
        cases=len(cases),
        reached=Interruption.objects.filter(is_of_a_leader=True, case__in=numbers).values("case").distinct().count(),
        back=_back(cases),
        wishes=Wish.objects.filter(said_on__gt=since.date(), said_on__lte=until.date()).count(),
        satisfied=said.filter(satisfaction=Satisfaction.SATISFIED.value).count(),
        heard=said.exclude(satisfaction=Satisfaction.UNCLEAR.value).count(),
    )


def _back(cases: list[Case]) -> int:
    """How many cases were followed by another of the same customer within a week."""
    came: dict[str, datetime] = {}
    back = 0
    for case in cases:
        if not case.customer:
            continue
        last = came.get(case.customer)
        back += last is not None and case.opened_at - last <= BACK_WITHIN
        came[case.customer] = case.opened_at
    return back
