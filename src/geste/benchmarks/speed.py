"""Speed: Geste beside its peers on one charter. Every engine is checked on every case, then all are timed in turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from platform import python_version
from typing import Final

from geste.benchmarks import ours
from geste.benchmarks.cases import draw_cases
from geste.benchmarks.checking import disagreements
from geste.benchmarks.engine import Engine
from geste.benchmarks.result import Result, row_of
from geste.benchmarks.rules import Facts, Rules, goodwill_text, read_rules
from geste.benchmarks.timing import Runner, measure

PEERS: Final = ("zen", "cel", "rego", "cedar", "casbin")
TITLES: Final = {
    "decide": "One decision: every broken clause and the headroom",
    "alternatives": "Twelve alternatives: the same for every gesture of the charter",
    "json": "JSON to JSON: read, validated, decided, written",
}
COLUMNS: Final = ("engine", "says", "p10 µs", "median µs", "wall p10 µs", "× ours")
_SLOW: Final = {"pycasbin": 150}
_TIMED_EVERY: Final = 10


class Disagrees(Exception):
    """An engine does not say what the reference says, so its time means nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """Everything that takes part: the rules, the cases, the engines that are installed and those that are not."""

    rules: Rules
    cases: Sequence[Facts]
    engines: tuple[Engine, ...]
    absent: tuple[str, ...]


def field_of_engines() -> Field:
    """Return Geste and every installed peer, each with the charter loaded."""
    rules = read_rules(goodwill_text())
    engines, absent = [ours.engine(rules)], []
    for peer in PEERS:
        try:
            engines.extend(_peer(peer, rules))
        except ImportError:
            absent.append(peer)
    return Field(rules, draw_cases(rules), tuple(engines), tuple(absent))


def run_speed(suite: str, field: Field, rounds: int) -> Result:
    """Return the figures of one suite.

    Raises:
        Disagrees: an engine differs from the reference on some case.
    """
    taking_part = [engine for engine in field.engines if suite in engine.steps]
    checked = {engine.name: _checked(suite, field, engine) for engine in taking_part}
    # One case in ten, so that the input is in the cache, as it is when it has just been read.
    timed = field.cases[::_TIMED_EVERY]
    runners = [
        Runner(engine.name, engine.steps[suite].run, [engine.steps[suite].native(facts) for facts in timed])
        for engine in taking_part
    ]
    figures = measure(runners, rounds)
    best = figures[ours.NAME].p10
    times = {engine.name: round(figures[engine.name].p10, 3) for engine in taking_part}
    return Result(
        suite,
        TITLES[suite],
        "us",
        times[ours.NAME],
        {engine.name: times[engine.name] for engine in taking_part[1:] if not engine.is_rewritten},
        rounds,
        beside={engine.name: times[engine.name] for engine in taking_part if engine.is_rewritten},
        columns=COLUMNS,
        rows=tuple(row_of(_label(engine), engine.gives, figures[engine.name], best) for engine in taking_part),
        notes=tuple(_notes(field, checked)),
    )


def _peer(peer: str, rules: Rules) -> list[Engine]:
    engines = [import_module(f"geste.benchmarks.peers.{peer}").engine(rules)]
    if peer == "zen":
        engines.extend(import_module("geste.benchmarks.peers.zen_rewritten").engines(rules))
    return engines


def _checked(suite: str, field: Field, engine: Engine) -> int:
    cases = field.cases[: _SLOW.get(engine.name) if suite == "alternatives" else None]
    differing = disagreements(field.rules, engine, suite, cases)
    if differing:
        first = differing[0]
        raise Disagrees(
            f"{engine.name} differs on {len(differing)} of {len(cases)} cases: {first.facts}: {first.found}"
        )
    return len(cases)


def _label(engine: Engine) -> str:
    return f"{engine.name} {engine.version}"


def _notes(field: Field, checked: dict[str, int]) -> Iterator[str]:
    yield f"CPU time per call, CPython {python_version()}; all engines in turn in each round, p10 is the quiet machine"
    few = ", ".join(f"{name} {count}" for name, count in checked.items() if count < len(field.cases))
    yield f"each agreed with the reference on {len(field.cases):,} cases first{f' ({few})' if few else ''}"
    if field.absent:
        yield "not installed: " + ", ".join(field.absent)
