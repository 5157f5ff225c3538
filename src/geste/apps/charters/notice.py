"""Notice: what takes something back from people needs a written reason, and days in which they can know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from geste.apps.charters.refusals import Because
from geste.core.charter.differ import Change
from geste.core.charter.syntax import Charter, Limit

NOTICE = timedelta(days=14)
"""How long a tightening is known before it takes effect."""

_BOUNDS = {
    "charter": frozenset({"currency", "trust_line"}),
    "facts": frozenset({"assumed", "origin"}),
    "roles": frozenset({"cap"}),
    "gestures": frozenset({"amount", "at_most", "cap", "exactly", "otherwise", "when"}),
    "clauses": frozenset({"condition", "covers", "otherwise"}),
    "bendable": frozenset({"when"}),
    "red_lines": frozenset({"forbids", "when"}),
    "owed": frozenset({"amount", "exactly", "when"}),
    "limits": frozenset({"amount", "covers", "otherwise", "per", "times", "when", "within"}),
    "envelopes": frozenset({"amount", "every", "redirected"}),
    "one_hop": frozenset({"silence_up_to", "up_to"}),
}
"""Aspects that bound what people may do or customers get. Elsewhere a change of words is only that."""


_CAPS = frozenset({"at_most", "cap", "case_cap", "trust_line", "up_to", "silence_up_to"})
"""Aspects that say how much money one person may give."""


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first day on which a version may take effect, and why not before."""

    day: date
    because: Because


def takes_back(change: Change, old: Charter, new: Charter) -> bool:
    """Return whether a change counts as taking back.

    So does a bound that became another one without proof that it reaches as far as before: if nobody can show that
    nothing is lost, something may be.
    """
    if change.kind in ("taken", "given"):
        return change.kind == "taken"
    if change.aspect not in _BOUNDS.get(change.section, ()):
        return False
    return not (change.section == "limits" and _binds_nobody(change.subject, old, new))


def raises_a_cap(change: Change) -> bool:
    """Return whether a change lets somebody give more money than before."""
    return change.kind == "given" and change.aspect in _CAPS


def _binds_nobody(limit_id: str, old: Charter, new: Charter) -> bool:
    limits: Iterable[Limit] = (limit for limit in (*old.limits, *new.limits) if limit.id == limit_id)
    return all(limit.guidance for limit in limits)


def earliest_day(*, today: date, before_begins: date, is_tightening: bool) -> Earliest:
    """Return from when a version may take effect: never in the past, after the version before it, and with notice."""
    reasons = [Earliest(today, "past"), Earliest(before_begins, "order")]
    if is_tightening:
        reasons.append(Earliest(today + NOTICE, "notice"))
    return max(reasons, key=lambda earliest: earliest.day)
