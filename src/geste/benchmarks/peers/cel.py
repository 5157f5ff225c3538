"""cel-expr-python (the official CEL, cel-cpp): one type-checked expression, facts in an activation made beforehand."""

from importlib import import_module
from typing import Any, Final

from geste.benchmarks.engine import WHY_AND_HEADROOM, Engine, Verdict, version_of
from geste.benchmarks.mistakes import Fate
from geste.benchmarks.peers.asking import flagged, steps_of
from geste.benchmarks.peers.infix import CEL, bounds, broken
from geste.benchmarks.rules import FACT_TYPES, Check, Facts, Rules

DISTRIBUTION: Final = "cel-expr-python"


def engine(rules: Rules) -> Engine:
    """Return CEL with the charter compiled."""
    environment = environment_of(FACT_TYPES)
    evaluate = environment.compile(expression(rules)).eval
    clauses = rules.clauses

    def decide(activation: Any) -> Verdict:
        result = evaluate(activation).plain_value()
        return flagged(clauses, result), result[-1]

    steps = steps_of(rules, environment.Activation, decide)
    return Engine(DISTRIBUTION, version_of(DISTRIBUTION), WHY_AND_HEADROOM, steps)


def environment_of(facts: dict[str, type]) -> Any:
    """Return a CEL environment in which the facts are declared, so that expressions are checked against them."""
    cel = import_module("cel_expr_python.cel")
    types = {str: cel.Type.STRING, int: cel.Type.INT, bool: cel.Type.BOOL}
    extensions = [import_module(f"cel_expr_python.ext.ext_{name}") for name in ("bindings", "math")]
    return cel.NewEnv(
        variables={fact: types[kind] for fact, kind in facts.items()},
        extensions=[extensions[0].ExtBindings(), extensions[1].ExtMath()],
    )


def expression(rules: Rules) -> str:
    """Return the charter as one expression: what each bound leaves, by name; a flag per clause; the headroom."""
    lefts = {bound.clause: bound.left for bound in bounds(rules, CEL)}
    flags = [*(f"amount > {clause}" for clause in lefts), *(broken(check, CEL) for check in rules.checks)]
    body = f"[{', '.join(flags)}, math.greatest(0, math.least([{', '.join(lefts)}]))]"
    for clause, left in reversed(lefts.items()):
        body = f"cel.bind({clause}, {left}, {body})"
    return body


def probe(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause that refuses when true. CEL gives an error as a value."""
    environment = environment_of(FACT_TYPES)
    try:
        rule = environment.compile(broken(check, CEL))
    except RuntimeError:
        return "refused at load"
    result = rule.eval(data=facts).plain_value()
    if not isinstance(result, bool):
        return "error"
    return "refused" if result else "GRANTED"
