"""Lived: cases read as opportunities: what each was, what made it hard, and what each person who had it did.

Read from gestures, refusals and hand-overs when somebody asks, in a handful of statements, and kept nowhere.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, get_args

from django.db.models.fields.json import KeyTextTransform, KeyTransform

from geste.apps.cases.models import Case, Kind, RootIssue, Status, Understanding
from geste.apps.charters.models import CharterText
from geste.apps.charters.selectors import charter_in_force, charter_of
from geste.apps.gestures.models import Gesture
from geste.apps.refusals.models import Cause, Refusal, RefusalKind, SecondIncident, SupervisorRequest
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import EVERYONE
from geste.core.portrait.opportunity import (
    Deed,
    Given,
    HandedOver,
    HandoverCause,
    NotGiven,
    Opportunity,
    Severity,
    Signals,
    Situation,
    rare_kinds,
)

UNCLEAR = ("shared", "nobody")
"""Whose doing it was, where that is not plain."""

CAUSES: Mapping[str, HandoverCause] = {
    Cause.BEYOND_CAP: "beyond_cap",
    Cause.NO_AUTHORITY: "no_authority",
    Cause.DID_NOT_KNOW: "did_not_know",
    Cause.CUSTOMERS_WISH: "customer_wish",
    Cause.NON_NEGOTIABLE: "non_negotiable",
    Cause.OVERLOAD: "overload",
    Cause.SECOND_FAILURE: "second_failure",
    Cause.SAFETY: "safety",
}
_FACTS = {
    f"fact_{name}": KeyTextTransform(name, KeyTransform("case", "case__facts"))
    for name in ("loss", "severity", "responsibility", "second_failure")
}
_COLUMNS = (
    "case_id",
    "case__kind",
    "case__understanding",
    "case__root_issue",
    "case__status",
    *_FACTS,
)


@dataclass(frozen=True, slots=True)
class Met:
    """What one person did on one case. Nobody's name leaves this app."""

    case: int
    by: int
    opportunity: Opportunity


@dataclass(frozen=True, slots=True)
class Lived:
    """Everything that was met, and the cases of which nobody noted what was lost or how badly."""

    met: tuple[Met, ...]
    not_noted: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Gift:
    """One gift as its row tells it. `room` is what its giver may give on a case in all."""

    what: str
    amount: int | None
    room: int
    is_sized: bool
    is_beyond: bool
    is_red: bool


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of a case."""

    kind: str
    understanding: str
    root_issue: str
    status: str
    loss: str | None
    severity: str | None
    responsibility: str | None
    second_failure: str | None


def lived_beside(role: str, *, since: datetime, until: datetime) -> Lived:
    """Return what people did on their cases in these days: those of a role, and of roles that rest on the same one.

    Each one's gifts are measured by their own room. Only what a case was decided for counts: nothing owed, nothing
    taken back, no trial, nothing without a case.
    """
    desk = _desk_of(role, charter_in_force(at=until).charter)
    cases: dict[int, _About] = {}
    gifts: dict[tuple[int, int], list[_Gift]] = defaultdict(list)
    noes: dict[tuple[int, int], Deed] = {}
    for key, about, gift in _gifts(desk, since, until):
        cases[key[0]] = about
        gifts[key].append(gift)
    for key, about, no in _noes(desk, since, until):
        cases[key[0]] = about
        if not isinstance(noes.get(key), HandedOver) or isinstance(no, HandedOver):
            noes[key] = no
    rare = rare_kinds(gift.what for given in gifts.values() for gift in given)
    deeds = {**noes, **{key: _given(given, rare, cases[key[0]]) for key, given in gifts.items()}}
    situations = {case: _situation(desk.name, about) for case, about in cases.items()}
    signals = _signals(cases, situations, since)
    met, not_noted = [], []
    for (case, by), deed in sorted(deeds.items()):
        situation = situations[case]
        if situation is None:
            not_noted.append((case, by))
        else:
            met.append(Met(case, by, Opportunity(situation, signals[case], deed)))
    return Lived(tuple(met), tuple(not_noted))


@dataclass(frozen=True, slots=True)
class _Desk:
    """Roles that meet customers in the same place: one that rests on no other, and all that rest on it."""

    name: str
    roles: frozenset[str]


def _desk_of(role: str, charter: Charter) -> _Desk:
    root = _root(role, charter)
    return _Desk(root, frozenset({role, *(one.id for one in charter.roles if _root(one.id, charter) == root)}))


def _root(role: str, charter: Charter) -> str:
    return next((one for one in reversed(charter.ancestry(role)) if one != EVERYONE), role)


def _gifts(desk: _Desk, since: datetime, until: datetime) -> Iterator[tuple[tuple[int, int], _About, _Gift]]:
    rows = Gesture.objects.filter(
        given_by__role__in=desk.roles, given_at__gte=since, given_at__lte=until, reversal=None
    )
    rows = rows.filter(case__isnull=False, case__is_training=False)
    red = set(
        rows.exclude(decision__authority="within")
        .filter(decision__reasons__icontains="red_line.crossed")
        .values_list("pk", flat=True)
    )
    charters = _Charters()
    told = rows.annotate(**_FACTS).values_list(
        *_COLUMNS,
        "pk",
        "given_by_id",
        "given_by__role",
        "what",
        "amount",
        "decision__authority",
        "decision__charter_text_id",
    )
    for row in told.iterator(chunk_size=5_000):
        *about, number, by, role, what, amount, authority, text = row
        room = charters.room(text, role)
        if what in room.owed:
            continue
        yield (
            (row[0], by),
            _about(about[1:]),
            _Gift(what, amount, room.cap, what in room.sized, authority == "beyond", number in red),
        )


@dataclass(frozen=True, slots=True)
class _Room:
    """What one version of the charter lets a role give on a case, what has sizes, and what is owed, not given."""

    cap: int
    sized: frozenset[str]
    owed: frozenset[str]


class _Charters:
    """The versions of the charter that were decided under, each read once for each role."""

    def __init__(self) -> None:
        self._rooms: dict[tuple[int, str], _Room] = {}

    def room(self, text: int, role: str) -> _Room:
        """Return the room of a role under one version."""
        known = self._rooms.get((text, role))
        if known is None:
            known = self._rooms[text, role] = _room(charter_of(CharterText.objects.get(pk=text)), role)
        return known


def _room(charter: Charter, role: str) -> _Room:
    return _Room(
        cap=charter.cap_of(role)[1],
        sized=frozenset(one.id for one in charter.gestures if one.has_amount and one.amount.exactly is None),
        owed=frozenset(one.id for one in charter.owed),
    )


def _noes(desk: _Desk, since: datetime, until: datetime) -> Iterator[tuple[tuple[int, int], _About, Deed]]:
    rows = Refusal.objects.filter(said_by__role__in=desk.roles, said_at__gte=since, said_at__lte=until)
    rows = rows.filter(case__is_training=False).order_by("pk")
    told = rows.annotate(**_FACTS).values_list(*_COLUMNS, "said_by_id", "kind", "cause")
    for row in told.iterator(chunk_size=5_000):
        *about, by, kind, cause = row
        yield (row[0], by), _about(about[1:]), _no(kind, CAUSES[cause])


def _no(kind: str, cause: HandoverCause) -> Deed:
    if kind == RefusalKind.HANDED_OVER:
        return HandedOver(cause)
    return NotGiven("refused" if kind == RefusalKind.REFUSED else "deflected", cause)


def _about(columns: Sequence[Any]) -> _About:
    return _About(*columns)


def _given(gifts: list[_Gift], rare: frozenset[str], about: _About) -> Given:
    """Everything one person gave on one case, as one deed."""
    sized = [gift for gift in gifts if gift.is_sized and gift.amount is not None and gift.room]
    share = sum(gift.amount or 0 for gift in sized) * 100 // sized[0].room if sized else None
    return Given(
        share=share,
        beyond_charter=any(gift.is_beyond for gift in gifts),
        red_line=any(gift.is_red for gift in gifts),
        rare_kind=any(gift.what in rare for gift in gifts),
        root_issue_open=about.kind == Kind.COMPLAINT
        and about.status == Status.CLOSED
        and about.root_issue == RootIssue.OPEN,
    )


def _situation(desk: str, about: _About) -> Situation | None:
    """What makes a case comparable, or None where nobody noted it. Where nothing went wrong, nothing was lost."""
    if about.kind == Kind.REQUEST:
        return _shared(f"{about.kind} {desk}", "small", "nothing")
    loss, severity = _word(about.loss), _word(about.severity)
    if not loss or severity not in get_args(Severity):
        return None
    return _shared(f"{about.kind} {desk}", severity, loss)


@lru_cache(maxsize=4096)
def _shared(touchpoint: str, severity: Severity, loss: str) -> Situation:
    """One value for all cases alike: there are few situations and many cases."""
    return Situation(touchpoint, severity, loss)


def _word(told: str | None) -> str:
    """A fact as it stands in the facts: bare, or marked as claimed or confirmed."""
    if told is None or not told.startswith("{"):
        return told or ""
    marked = json.loads(told)
    return next((str(marked[mark]) for mark in ("confirmed", "claimed") if mark in marked), "")


def _signals(
    cases: Mapping[int, _About], situations: Mapping[int, Situation | None], since: datetime
) -> dict[int, Signals]:
    upset = set(SupervisorRequest.objects.filter(asked_at__gte=since).values_list("case_id", flat=True))
    about_us = set(SecondIncident.objects.filter(marked_at__gte=since).values_list("case_id", flat=True))
    firsts = _firsts(situations, since)
    return {
        case: Signals(
            repeated_failure=case in about_us or _word(about.second_failure).lower() in ("true", "1"),
            ambiguous=about.understanding != Understanding.AS_SAID or _word(about.responsibility) in UNCLEAR,
            upset=case in upset,
            first_of_its_kind=case in firsts,
        )
        for case, about in cases.items()
    }


def _firsts(situations: Mapping[int, Situation | None], since: datetime) -> set[int]:
    """The first case of each situation, where the house is young enough to say which that was."""
    if Case.objects.filter(opened_at__lt=since).exists():
        return set()
    firsts: dict[Situation, int] = {}
    for case in sorted(situations):
        situation = situations[case]
        if situation is not None:
            firsts.setdefault(situation, case)
    return set(firsts.values())
