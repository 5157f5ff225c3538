"""Engine: what every measured engine offers, Geste included, so that one clock and one check serve all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Final, NamedTuple

from geste.benchmarks.reference import Answer
from geste.benchmarks.rules import Facts, Rules

WHY: Final = "why"
WHY_AND_HEADROOM: Final = "why + headroom"
FIRST_REASON: Final = "first reason"

Verdict = tuple[list[str], int | None]
"""The names of the broken clauses, and the headroom where the engine can say it."""


class Step(NamedTuple):
    """One measured step. Only `run` is timed: `native` makes its input before, `answers` reads its result after.

    `answers` gives one answer for a decision, and one per gesture, in the charter's order, for alternatives.
    """

    native: Callable[[Facts], Any]
    run: Callable[[Any], Any]
    answers: Callable[[Any, Facts], list[Answer]]


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine with the charter loaded, and the steps it can take by the name of their suite.

    `is_rewritten` marks a text written for one suite: shown, but not the charter that decides single cases.
    """

    name: str
    version: str
    gives: str
    steps: Mapping[str, Step]
    is_rewritten: bool = False


def version_of(distribution: str) -> str:
    """Return the installed version of a distribution."""
    return version(distribution)


def agrees(expected: Answer, found: Answer, gives: str) -> bool:
    """Return whether `found` says what the reference says, as far as the engine can say it."""
    if gives == FIRST_REASON:
        return found.broken <= expected.broken and bool(found.broken) == bool(expected.broken)
    if gives == WHY:
        return found.broken == expected.broken
    return found == expected


def answer_of(rules: Rules, facts: Facts, broken: Iterable[str], headroom: int | None) -> Answer:
    """Return a peer's answer in the charter's own clause ids.

    No peer has to be told that there is no headroom while anything but an amount stands in the way: it is set here.
    """
    clauses = tuple(broken)
    refused = not rules.bounds.issuperset(clauses)
    return Answer(
        frozenset(rules.named(clause, facts) for clause in clauses), 0 if refused and headroom is not None else headroom
    )
