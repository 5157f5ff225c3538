"""Suites: the benchmarks by name, for the command line. `decide` runs them all and stands for them all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from geste.benchmarks.failopen import run_failopen
from geste.benchmarks.ledger import suite as ledger
from geste.benchmarks.ledger.suite import run_ledger
from geste.benchmarks.result import Result
from geste.benchmarks.scaling import run_scaling
from geste.benchmarks.speed import TITLES, field_of_engines, run_speed

NAMES: Final = ("decide", "alternatives", "json", "scaling", "failopen", "ledger")
ROUNDS: Final = 80


def run(name: str, rounds: int = ROUNDS, tell: Callable[[str], None] = lambda _: None) -> Result:
    """Return the result of the suite `name`; `tell` is called with each suite as it begins.

    Raises:
        KeyError: there is no such suite.
    """
    if name not in NAMES:
        raise KeyError(name)
    if name == "failopen":
        return run_failopen()
    if name == "ledger":
        return run_ledger(max(1, rounds * ledger.ROUNDS // ROUNDS), tell)
    if name == "scaling":
        growth, apart = run_scaling(rounds)
        return replace(growth, parts=(apart,))
    if name != "decide":
        return run_speed(name, field_of_engines(), rounds)
    return _everything(rounds, tell)


def _everything(rounds: int, tell: Callable[[str], None]) -> Result:
    field = field_of_engines()
    results = []
    for suite, title in TITLES.items():
        tell(title)
        results.append(run_speed(suite, field, rounds))
    tell("Scaling and mistakes")
    decide, *others = results
    return replace(decide, parts=(*others, *run_scaling(rounds), run_failopen()))
