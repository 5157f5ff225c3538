"""Scaling: what a decision costs as clauses are added to its gesture, and to other gestures."""

import json
from typing import Final

from geste.benchmarks.cases import draw_cases
from geste.benchmarks.line import line_of
from geste.benchmarks.ours import charter_with, prepared
from geste.benchmarks.result import Result
from geste.benchmarks.rules import Rules, goodwill_text, read_rules
from geste.benchmarks.timing import Figure, Runner, measure

SIZES: Final = (10, 100, 1_000)
OTHERS: Final = 1_000
_GESTURE: Final = "refund"
_ALONE: Final = f"{SIZES[0]}, and {OTHERS:,} of other gestures"


def run_scaling(rounds: int) -> tuple[Result, Result]:
    """Return two results: growth with the clauses of the gesture, and the cost of clauses of other gestures.

    The peer of the first is a straight line through the middle size; of the second, the charter without the others.
    """
    rules = read_rules(goodwill_text())
    texts = {f"{size:,}": _clauses(size) for size in SIZES}
    texts[_ALONE] = _clauses(SIZES[0]) + _clauses(OTHERS, "gift", "other")
    figures = measure([_runner(rules, name, text) for name, text in texts.items()], rounds)
    small, middle, large, alone = (figures[name].p10 for name in texts)
    rows = tuple(
        (name, f"{figure.p10:.2f}", f"{figure.median:.2f}", _each(name, figure)) for name, figure in figures.items()
    )
    line = SIZES[2] / SIZES[1] * middle
    growth = Result(
        "scaling",
        f"{SIZES[2]:,} clauses on one gesture, against ten times the time of {SIZES[1]}",
        "us",
        round(large, 3),
        {"straight line": round(line, 3)},
        rounds,
        columns=("clauses", "p10 µs", "median µs", "ns a clause"),
        rows=rows,
    )
    apart = Result(
        "scaling_others",
        f"{SIZES[0]} clauses with {OTHERS:,} of other gestures, against the same without them",
        "us",
        round(alone, 3),
        {"without them": round(small, 3)},
        rounds,
    )
    return growth, apart


def _clauses(count: int, gesture: str = _GESTURE, prefix: str = "own") -> str:
    """Return clauses that all hold in the measured cases, no two alike."""
    header = "clauses:\n" if prefix == "own" else ""
    lines = (
        f"  {prefix}_{number}: {{says: One more clause., covers: {gesture}, "
        f"require: order.days_since_delivery <= {1_000 + number}}}\n"
        for number in range(count)
    )
    return header + "".join(lines)


def _runner(rules: Rules, name: str, clauses: str) -> Runner:
    charter = prepared(charter_with(clauses))
    asked = [{**facts, "gesture": _GESTURE} for facts in draw_cases(rules, 150)]
    return Runner(name, charter.decide, [charter.read(json.loads(line_of(rules, facts))) for facts in asked])


def _each(name: str, figure: Figure) -> str:
    clauses = int(name.partition(", and")[0].replace(",", ""))
    return f"{figure.p10 * 1_000 / clauses:.1f}"
