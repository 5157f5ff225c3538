"""Findings: what is wrong in a text and where, as data. Phrases turn them into sentences."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """Where in a text: line and column, both counted from 1."""

    line: int
    column: int


NOWHERE = Place(0, 0)


class Finding(NamedTuple):
    """One thing to mend: a stable code, how bad, where, and the values of its sentence.

    `known` are the words of which one may have been meant by `word`; `suggested` looks for it.
    """

    code: str
    severity: Severity
    place: Place
    values: tuple[tuple[str, str | int], ...] = ()
    known: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line, counted from 1; 0 when the finding has no place in a text."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column, counted from 1; 0 when the finding has no place in a text."""
        return self.place.column


def finding(code: str, place: Place, severity: Severity = "error", **values: str | int) -> Finding:
    """Return a finding with named values."""
    return Finding(code, severity, place, tuple(values.items()))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like `word`, or an empty text if none does."""
    candidates = list(known)
    by_folded = {candidate.lower(): candidate for candidate in reversed(candidates)}
    close = get_close_matches(word[:80].lower(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[close[0]] if close else ""


def unknown_word(code: str, place: Place, word: str, known: Iterable[str]) -> Finding:
    """Return the finding for a word nobody knows; the nearest known one is looked for only if the finding is shown."""
    return Finding(code, "error", place, (("word", word[:80]),), tuple(known))


def suggested(found: Finding) -> Finding:
    """Return a finding with the nearest known word in `nearest`, where known words came with it."""
    if not found.known:
        return found
    meant = nearest(str(dict(found.values).get("word", "")), found.known)
    return found._replace(values=(*found.values, ("nearest", meant)), known=())
