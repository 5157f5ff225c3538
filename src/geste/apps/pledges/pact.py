"""Pact: what leaders promise and what each person promises, with what shows that it is kept. Figures of the house."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import F, Q, QuerySet

from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.ledger.models import Account
from geste.apps.people.models import Duty, DutyKind
from geste.apps.pledges.crowd import ENOUGH
from geste.apps.pledges.days import day_of
from geste.apps.pledges.models import Fate, Protection
from geste.apps.pledges.selectors import breaches_said, fate_of, steps_of

TIES = ("is_family", "is_relative", "is_self")
"""Facts of these names say that a customer is the person who decides, or theirs."""
LEADING = (DutyKind.LEADER.value, DutyKind.MANAGER.value)


UNCOUNTED = ("record", "share")
"""Promised by each person, and counted by nobody."""


class Side(StrEnum):
    """Whose promise it is."""

    LEADERS = "leaders"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Clause:
    """One promise of the pact: how often it was kept and not kept. None where fewer than five people are behind it."""

    side: Side
    name: str
    kept: int | None
    not_kept: int | None


@dataclass(frozen=True, slots=True)
class SelfDealing:
    """Gestures to oneself or one's family, looked for alike among those who lead and everybody else.

    With fewer than five who lead, what they gave themselves would be one person's figure: it is told with the rest.
    """

    by_leaders: int
    by_others: int
    looked_at: int
    leaders: int

    @property
    def is_told_apart(self) -> bool:
        """Return whether enough people lead for their figure to be nobody's own."""
        return self.leaders >= ENOUGH

    @property
    def found(self) -> int:
        """Return how many there were in all."""
        return self.by_leaders + self.by_others


def pact(since: datetime, until: datetime) -> list[Clause]:
    """Return both sides of the pact with what these days show of each promise."""
    decided = _decided(since, until)
    people = decided.values("decided_by").distinct().count()
    within, given = decided.filter(authority="within"), decided.filter(gesture__isnull=False)
    firsts = given.filter(route="act_first")
    undone = Q(gesture__reversal__isnull=False) & ~Q(gesture__reversal__taken_back_by=F("decided_by"))
    dealing = self_dealing(since, until)
    return [
        _clause(Side.LEADERS, "trust", _split(within, Q(gesture=None)), people),
        _clause(Side.LEADERS, "honoured", _split(firsts, undone), people),
        *_promises(since, until, people, decided.count()),
        _clause(Side.LEADERS, "answers", _answers(since, until), people),
        _clause(Side.EVERYBODY, "use", _split(given, Q(authority="forbidden")), people),
        _clause(Side.EVERYBODY, "no_gift_to_self", (dealing.looked_at - dealing.found, dealing.found), people),
        *(Clause(Side.EVERYBODY, name, None, None) for name in UNCOUNTED),
    ]


def self_dealing(since: datetime, until: datetime) -> SelfDealing:
    """Look for what was worth money on a case whose customer bears the giver's own name, or is stated to be theirs.

    A word of explanation is no gift, and what is owed is owed to everybody.
    The same look at everybody: whoever leads or manages is counted apart, so that neither hides in the other.
    """
    given = Gesture.objects.filter(given_at__gte=since, given_at__lt=until, case__isnull=False, reversal=None)
    given = given.filter(amount__gt=0).exclude(entry__debit=Account.OWED.value).exclude(case__is_training=True)
    given = given.select_related("case", "given_by")
    leading = set(Duty.objects.filter(kind__in=LEADING, until=None).values_list("user_id", flat=True))
    found = [gesture for gesture in given if _is_to_oneself(gesture)]
    by_leaders = sum(gesture.given_by_id in leading for gesture in found)
    return SelfDealing(by_leaders, len(found) - by_leaders, given.count(), len(leading))


def _is_to_oneself(gesture: Gesture) -> bool:
    case = gesture.case
    assert case is not None
    if case.customer_label.strip().casefold() == gesture.given_by.display_name.casefold():
        return True
    facts = case.facts if isinstance(case.facts, dict) else {}
    stated = [facts, *(group for group in facts.values() if isinstance(group, dict))]
    return any(_said(group.get(tie)) is True for group in stated for tie in TIES)


def _said(value: object) -> object:
    """What a fact says, whoever it is known from."""
    return next(iter(value.values()), None) if isinstance(value, dict) else value


def _decided(since: datetime, until: datetime) -> QuerySet[DecisionRecord]:
    rows = DecisionRecord.objects.filter(decided_at__gte=since, decided_at__lt=until)
    return rows.exclude(case__is_training=True)


def _promises(since: datetime, until: datetime, people: int, decisions: int) -> list[Clause]:
    """The three promises: each decision kept them but those with a report that was confirmed."""
    confirmed = [breach.promise for breach in breaches_said(since, until) if fate_of(breach) is Fate.REPAIRED]
    counts = {promise: confirmed.count(promise.value) for promise in Protection}
    return [
        _clause(Side.LEADERS, promise.value, (max(0, decisions - broken), broken), people)
        for promise, broken in counts.items()
    ]


def _answers(since: datetime, until: datetime) -> tuple[int, int]:
    """Reports that were answered by their day, and those that were not or are late."""
    kept = late = 0
    for breach in breaches_said(since, until):
        steps = steps_of(breach)
        answered = day_of(steps[0].taken_at if steps else until)
        is_late = answered > breach.answer_by
        late += is_late
        kept += bool(steps) and not is_late
    return kept, late


def _split(rows: QuerySet[DecisionRecord], broken: Q) -> tuple[int, int]:
    not_kept = rows.filter(broken).count()
    return rows.count() - not_kept, not_kept


def _clause(side: Side, name: str, counts: tuple[int, int], people: int) -> Clause:
    return Clause(side, name, *counts) if people >= ENOUGH else Clause(side, name, None, None)
