"""Checking: every engine must answer as the reference does, on every case, before anything is timed."""

from collections.abc import Sequence
from dataclasses import dataclass

from geste.benchmarks.cases import alternatives_to
from geste.benchmarks.engine import Engine, agrees
from geste.benchmarks.reference import Answer, judge
from geste.benchmarks.rules import Facts, Rules


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One case on which an engine and the reference differ."""

    engine: str
    suite: str
    facts: Facts
    expected: list[Answer]
    found: list[Answer]


def disagreements(rules: Rules, engine: Engine, suite: str, cases: Sequence[Facts]) -> list[Disagreement]:
    """Return every case of `cases` on which `engine` does not say what the reference says."""
    step = engine.steps[suite]
    differing = []
    for facts in cases:
        expected = expected_of(rules, facts, suite)
        found = step.answers(step.run(step.native(facts)), facts)
        same = len(found) == len(expected)
        if not same or not all(agrees(want, said, engine.gives) for want, said in zip(expected, found, strict=True)):
            differing.append(Disagreement(engine.name, suite, facts, expected, found))
    return differing


def expected_of(rules: Rules, facts: Facts, suite: str) -> list[Answer]:
    """Return what the reference says: of the case, or, for alternatives, of the case asked for every gesture."""
    asked = alternatives_to(rules, facts) if suite == "alternatives" else [facts]
    return [judge(rules, one) for one in asked]
