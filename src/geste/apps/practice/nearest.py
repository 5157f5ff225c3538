"""Nearest: the past cases most like one at hand, what was done in them, and what cases like it received."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import quantiles

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status
from geste.apps.cases.selectors import moment_of, visible_cases
from geste.apps.charters.selectors import CharterInForce, charter_to_show
from geste.apps.gestures.feedback import standing_feedback
from geste.apps.gestures.models import Gesture, Satisfaction
from geste.apps.gestures.selectors import standing_gestures
from geste.apps.practice.models import Practice, Story
from geste.apps.practice.selectors import practices_on, stories_on
from geste.apps.practice.situations import facts_for, types_in
from geste.core.practice.nearest import SHOWN, Experience, Near, Past
from geste.core.reasons import Reason

LOOKED_BACK = 1_000
"""Cases compared: the newest. What is older was decided under other charters."""
ALIKE = 0.25
"""Further apart than this, what a colleague did is no example: it would be a tip out of nowhere."""
COMPARED = 40
ENOUGH = 5
"""As many of the nearest say what is usual; with fewer, a range tells of single customers."""


@dataclass(frozen=True, slots=True)
class Example:
    """One past case without a name: what was done, how it ended, what was heard, what it shares with this one."""

    what: tuple[str, ...]
    outcome: str
    satisfaction: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a colleague shared of a case like this one: a practice, a story, or both."""

    practice: Practice | None
    story: Story | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """What like cases received of one gesture: how many of them, and half of them from `low` to `high` minor units."""

    what: str
    times: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Everything that past cases say of this one. None of it is applied by itself, and none of it is a duty."""

    in_force: CharterInForce
    told: Told | None
    examples: tuple[Example, ...]
    usual: tuple[Usual, ...]
    compared: int


def likeness_of(case: Case, *, actor: Actor, now: datetime) -> Likeness:
    """Return what past cases say of a case, as far as this actor may see them."""
    at = moment_of(case, now)
    in_force = charter_to_show(at=at)
    past = _past_cases(case, actor, at)
    known = {str(row.pk): row for row in past}
    experience = Experience([Past(str(row.pk), facts_for(row, in_force)) for row in past], types_in(in_force))
    nearest = experience.nearest(facts_for(case, in_force, at=at), COMPARED)
    near = [(each, known[each.past.id]) for each in nearest]
    given = _given_on([row for _, row in near])
    shown = [(each, row) for each, row in near if _shares(each)][:SHOWN]
    alike = [row for each, row in near if _is_alike(each)]
    return Likeness(
        in_force=in_force,
        told=_told(near, actor),
        examples=tuple(_examples(shown, given)),
        usual=tuple(_usual(alike, given, in_force)),
        compared=len(alike),
    )


def _past_cases(case: Case, actor: Actor, at: datetime) -> list[Case]:
    """Cases that are over, of other customers, the newest first; trials left out."""
    rows = visible_cases(actor).select_related(None)
    rows = rows.filter(status=Status.CLOSED.value, is_training=False, opened_at__lte=at).exclude(pk=case.pk)
    if case.customer:
        rows = rows.exclude(customer=case.customer)
    return list(rows.exclude(facts={}).only("reference", "facts", "outcome", "kind")[:LOOKED_BACK])


def _given_on(cases: Sequence[Case]) -> Mapping[int, list[Gesture]]:
    found: dict[int, list[Gesture]] = defaultdict(list)
    numbers = [case.pk for case in cases]
    for gesture in standing_gestures().filter(case__in=numbers).select_related("decision").order_by("given_at", "pk"):
        assert gesture.case_id is not None, "looked for by its case"
        found[gesture.case_id].append(gesture)
    return found


def _examples(near: Iterable[tuple[Near, Case]], given: Mapping[int, list[Gesture]]) -> Iterable[Example]:
    pairs = list(near)
    heard = standing_feedback([gesture.decision for _, row in pairs for gesture in given.get(row.pk, ())])
    for each, row in pairs:
        gestures = given.get(row.pk, [])
        words = [word.satisfaction for gesture in gestures for word in heard.get(gesture.decision_id, ())]
        known = [word for word in words if word != Satisfaction.UNCLEAR]
        what = tuple(dict.fromkeys(gesture.what for gesture in gestures))
        yield Example(what, row.outcome, known[0] if known else "", each.reasons)


def _shares(near: Near) -> bool:
    """Whether something that tells is the same in both."""
    return any(reason.code == "nearest.same" for reason in near.reasons)


def _is_alike(near: Near) -> bool:
    return near.distance <= ALIKE and _shares(near)


def _told(near: Sequence[tuple[Near, Case]], actor: Actor) -> Told | None:
    """What was shared of the nearest case of which anything was, if it is near enough to be an example."""
    rows = [row for each, row in near if _is_alike(each)]
    practices, stories = practices_on(rows), stories_on(actor, rows)
    for each, row in near:
        if row in rows and (row.pk in practices or row.pk in stories):
            return Told(practices.get(row.pk), stories.get(row.pk), each.reasons)
    return None


def _usual(cases: Sequence[Case], given: Mapping[int, list[Gesture]], in_force: CharterInForce) -> Iterable[Usual]:
    """What each gesture came to in like cases, what was given most often first; single cases tell of nobody."""
    received: dict[str, list[Gesture]] = defaultdict(list)
    for gesture in (gesture for case in cases for gesture in given.get(case.pk, ())):
        received[gesture.what].append(gesture)
    for what, gestures in sorted(received.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if len(gestures) < ENOUGH:
            continue
        currency = in_force.charter.currency.code
        amounts = [row.amount for row in gestures if row.amount is not None and row.currency == currency]
        low, _, high = quantiles(amounts, n=4, method="inclusive") if len(amounts) >= ENOUGH else (None, None, None)
        yield Usual(what, len(gestures), None if low is None else round(low), None if high is None else round(high))
