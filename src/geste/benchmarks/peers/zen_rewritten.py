"""zen-engine once more: other texts than the one that decides, so that one call answers for all gestures."""

from importlib import import_module
from typing import Any, Final

from geste.benchmarks.cases import given_by_gesture
from geste.benchmarks.engine import WHY_AND_HEADROOM, Engine, Step, Verdict, version_of
from geste.benchmarks.peers.asking import answers_of, flagged
from geste.benchmarks.peers.infix import ZEN, Bound, bounds, broken, table
from geste.benchmarks.peers.zen import DISTRIBUTION
from geste.benchmarks.rules import Check, Facts, Rules

_ASKED: Final = "1 > "


def engines(rules: Rules) -> list[Engine]:
    """Return zen with one expression over a list of gestures, and with the clauses written out gesture by gesture."""
    over_list = _engine(rules, "zen-engine, one list", over_a_list(rules), _with_list)
    written_out = _engine(rules, "zen-engine, written out", gesture_by_gesture(rules), _with_names)
    return [over_list, written_out]


def over_a_list(rules: Rules) -> str:
    """Return the charter as one expression mapped over `asked`, a list of gestures with what each was given."""
    own, *shared = bounds(rules, ZEN)
    left = Bound(own.clause, own.allowed.replace("gesture ==", "#.gesture =="), "#.given").left
    checks = [
        broken(check, ZEN).replace("gesture in", "#.gesture in").replace("gesture ==", "#.gesture ==")
        for check in rules.checks
    ]
    named = "; ".join(f"{bound.clause} = {bound.left}" for bound in shared)
    lefts = [f"({left})", *(bound.clause for bound in shared)]
    return f"{named}; map(asked, {_answer(lefts, checks)})"


def gesture_by_gesture(rules: Rules) -> str:
    """Return the charter as one expression with a list of answers, each with the clauses of its gesture alone."""
    own, *shared = bounds(rules, ZEN)
    named = "; ".join(f"{bound.clause} = {bound.left}" for bound in shared)
    answers = []
    for gesture, caps in rules.gesture_caps.items():
        left = Bound(own.clause, table(caps, ("tier",), ZEN), f"given_{gesture}").left
        checks = [_only_for(check, gesture) for check in rules.checks]
        answers.append(_answer([f"({left})", *(bound.clause for bound in shared)], checks))
    return f"{named}; [{', '.join(answers)}]"


def _engine(rules: Rules, name: str, text: str, native: Any) -> Engine:
    evaluate = import_module("zen").compile_expression(text).evaluate
    clauses = rules.clauses

    def decide(facts: Facts) -> list[Verdict]:
        return [(flagged(clauses, flags), int(flags[-1])) for flags in evaluate(facts)]

    step = Step(lambda facts: native(rules, facts), decide, lambda verdicts, facts: answers_of(rules, facts, verdicts))
    return Engine(name, version_of(DISTRIBUTION), WHY_AND_HEADROOM, {"alternatives": step}, is_rewritten=True)


def _answer(lefts: list[str], checks: list[str]) -> str:
    flags = ", ".join((*(_ASKED + left for left in lefts), *checks))
    return f"[{flags}, max([0, min([{', '.join(lefts)}])])]"


def _only_for(check: Check, gesture: str) -> str:
    if check.gestures and gesture not in check.gestures:
        return "false"
    return broken(Check(check.clause, (), check.roles, check.broken_when), ZEN)


def _with_list(rules: Rules, facts: Facts) -> dict[str, Any]:
    given = given_by_gesture(rules, facts)
    return {**facts, "asked": [{"gesture": gesture, "given": given.get(gesture, 0)} for gesture in rules.gesture_caps]}


def _with_names(rules: Rules, facts: Facts) -> dict[str, Any]:
    given = given_by_gesture(rules, facts)
    return {**facts, **{f"given_{gesture}": given.get(gesture, 0) for gesture in rules.gesture_caps}}
