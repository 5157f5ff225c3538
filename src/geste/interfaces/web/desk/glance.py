"""Glance: history, what was promised, what is owed and what is like it, at the head of a case: one line each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.interfaces.web.desk.cards import Section

MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Remembered:
    """Something given earlier, in one line."""

    gesture: Gesture
    name: str
    amount: str
    when: str
    carried: str = ""


Past = tuple[tuple[Case, tuple[Remembered, ...]], ...]
"""Earlier cases, each with what was given on it."""


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """One of the four: its name, what it comes to, and where on the page the whole of it stands."""

    id: str
    name: str
    words: str
    element: str


def glance_lines(sections: Iterable[Section], history: Past, given: Sequence[Remembered]) -> tuple[GlanceLine, ...]:
    """Return the four things whoever decides should have in view."""
    return (
        GlanceLine("history", _("Before today"), _history(history), "history-title"),
        GlanceLine("promised", _("Promised"), _promised(given), "given-title" if given else "answer-title"),
        GlanceLine("owed", _("Owed"), _owed(sections), "answer-title"),
        # Past cases are compared once the verdicts stand: what they come to follows, and the words give way to it.
        GlanceLine("similar", _("Like it"), _("what colleagues did"), "similar-title"),
    )


def _history(history: Past) -> str:
    if not history:
        return _("no earlier case")
    cases = ngettext("%(number)s case", "%(number)s cases", len(history)) % {"number": len(history)}
    return ", ".join((cases, _listed([line for _case, lines in history for line in lines])))


def _promised(given: Sequence[Remembered]) -> str:
    return _listed(given)


def _owed(sections: Iterable[Section]) -> str:
    cards = [card for section in sections if section.name == "owed" for stack in section.stacks for card in stack.cards]
    named = [f"{card.name} {card.amount}".strip() for card in cards]
    return " · ".join(named) or _("nothing by right")


def _listed(lines: Sequence[Remembered]) -> str:
    if not lines:
        return _("nothing given")
    named = [f"{line.name} {line.amount}".strip() for line in lines[:MOST_NAMED]]
    more = len(lines) - len(named)
    return " · ".join([*named, _("%(number)s more") % {"number": more}] if more else named)
