"""Asking: the three steps of a peer, made from how it decides one case."""

from collections.abc import Callable, Iterable
from itertools import compress
from typing import Any

from geste.benchmarks.cases import alternatives_to
from geste.benchmarks.engine import Step, Verdict, answer_of
from geste.benchmarks.line import line_step
from geste.benchmarks.reference import Answer
from geste.benchmarks.rules import Facts, Rules

Native = Callable[[Facts], Any]
Decide = Callable[[Any], Verdict]


def steps_of(rules: Rules, native: Native, decide: Decide) -> dict[str, Step]:
    """Return a peer's steps: one decision, the same asked for every gesture, and from line to line.

    `decide` ends with the names of the broken clauses and the headroom in hand, as Geste does.
    """
    return {
        "decide": Step(native, decide, lambda verdict, facts: [answer_of(rules, facts, *verdict)]),
        "alternatives": Step(
            lambda facts: [native(asked) for asked in alternatives_to(rules, facts)],
            lambda natives: [decide(one) for one in natives],
            lambda verdicts, facts: answers_of(rules, facts, verdicts),
        ),
        "json": line_step(rules, lambda facts: decide(native(facts))),
    }


def answers_of(rules: Rules, facts: Facts, verdicts: Iterable[Verdict]) -> list[Answer]:
    """Return the answers for every gesture in turn."""
    each = alternatives_to(rules, facts)
    return [answer_of(rules, asked, *verdict) for verdict, asked in zip(verdicts, each, strict=True)]


def flagged(clauses: tuple[str, ...], flags: Iterable[Any]) -> list[str]:
    """Return the clauses whose flag is set; the flags may be followed by a headroom."""
    return list(compress(clauses, flags))
