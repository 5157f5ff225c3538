"""zen-engine (GoRules, Rust): one compiled expression, without the graph and the trace of its decision models."""

from importlib import import_module
from typing import Final

from geste.benchmarks.engine import WHY_AND_HEADROOM, Engine, Verdict, version_of
from geste.benchmarks.mistakes import Fate
from geste.benchmarks.peers.asking import flagged, steps_of
from geste.benchmarks.peers.infix import ZEN, bounds, broken
from geste.benchmarks.rules import Check, Facts, Rules

DISTRIBUTION: Final = "zen-engine"


def engine(rules: Rules) -> Engine:
    """Return zen with the charter compiled."""
    evaluate = import_module("zen").compile_expression(expression(rules)).evaluate
    clauses = rules.clauses

    def decide(facts: Facts) -> Verdict:
        result = evaluate(facts)
        return flagged(clauses, result), int(result[-1])

    return Engine(DISTRIBUTION, version_of(DISTRIBUTION), WHY_AND_HEADROOM, steps_of(rules, dict, decide))


def expression(rules: Rules) -> str:
    """Return the charter as one expression: what each bound leaves, by name; a flag per clause; the headroom."""
    lefts = {bound.clause: bound.left for bound in bounds(rules, ZEN)}
    named = "; ".join(f"{clause} = {left}" for clause, left in lefts.items())
    flags = [*(f"amount > {clause}" for clause in lefts), *(broken(check, ZEN) for check in rules.checks)]
    return f"{named}; [{', '.join(flags)}, max([0, min([{', '.join(lefts)}])])]"


def probe(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause that refuses it when it is true."""
    zen = import_module("zen")
    try:
        rule = zen.compile_expression(broken(check, ZEN))
    except RuntimeError:
        return "refused at load"
    try:
        return "refused" if rule.evaluate(facts) else "GRANTED"
    except RuntimeError:
        return "error"
