"""pycasbin (Python): a deny line per clause. Stops at the first that matches, so it says one reason and no headroom."""

from importlib import import_module
from logging import ERROR, getLogger
from typing import Any, Final

from geste.benchmarks.engine import FIRST_REASON, Engine, Verdict, version_of
from geste.benchmarks.mistakes import Fate
from geste.benchmarks.peers.asking import steps_of
from geste.benchmarks.peers.infix import CASBIN, bounds, broken
from geste.benchmarks.rules import FACT_TYPES, Check, Facts, Rules

DISTRIBUTION: Final = "pycasbin"
_MODEL: Final = """
[request_definition]
r = {facts}
[policy_definition]
p = clause, rule, eft
[policy_effect]
e = !some(where (p.eft == deny))
[matchers]
m = eval(p.rule)
"""


def engine(rules: Rules) -> Engine:
    """Return Casbin with a policy line per clause, its log of every refusal switched off."""
    enforce = _enforcer(policies_of(rules)).enforce_ex

    def decide(values: tuple[Any, ...]) -> Verdict:
        allowed, policy = enforce(*values)
        return ([] if allowed else [policy[0]]), None

    return Engine(DISTRIBUTION, version_of(DISTRIBUTION), FIRST_REASON, steps_of(rules, values_of, decide))


def probe(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause that refuses it when it is true."""
    unreadable = import_module("simpleeval").InvalidExpression
    enforcer = _enforcer([(check.clause, broken(check, CASBIN))])
    try:
        return "GRANTED" if enforcer.enforce(*(facts[fact] for fact in FACT_TYPES if fact in facts)) else "refused"
    except (unreadable, RuntimeError, TypeError):
        return "error"


def policies_of(rules: Rules) -> list[tuple[str, str]]:
    """Return the charter as clause ids with the rule that breaks each."""
    over = [(bound.clause, f"r_amount > {bound.left}") for bound in bounds(rules, CASBIN)]
    return [*over, *((check.clause, broken(check, CASBIN)) for check in rules.checks)]


def values_of(facts: Facts) -> tuple[Any, ...]:
    """Return the facts in the order of the request definition."""
    return tuple(facts[fact] for fact in FACT_TYPES)


def _enforcer(policies: list[tuple[str, str]]) -> Any:
    casbin = import_module("casbin")
    getLogger("casbin").setLevel(ERROR)
    enforcer = casbin.Enforcer(casbin.Enforcer.new_model(text=_MODEL.format(facts=", ".join(FACT_TYPES))))
    for clause, rule in policies:
        enforcer.add_policy(clause, rule, "deny")
    return enforcer
