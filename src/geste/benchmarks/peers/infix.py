"""Infix: the rules as expressions, for the engines that read them: zen, CEL, Casbin. Dialects differ in a few words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from geste.benchmarks.rules import Check, Comparison, Fact, Rules


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words one engine uses for the few things every engine can say."""

    both: str = " and "
    negation: str = "not {}"
    not_among: str = "{} not in {}"
    choice: str = "({test} ? {then} : {otherwise})"
    fact: str = "{}"
    yes_no: tuple[str, str] = ("true", "false")


ZEN: Final = Dialect()
CEL: Final = Dialect(both=" && ", negation="!{}", not_among="!({} in {})")
CASBIN: Final = Dialect(choice="({then} if {test} else {otherwise})", fact="r_{}", yes_no=("True", "False"))


@dataclass(frozen=True, slots=True)
class Bound:
    """The most one clause still lets through: what is allowed, less the fact that says what is used of it."""

    clause: str
    allowed: str
    used: str

    @property
    def left(self) -> str:
        """Return what is left under this bound as an expression."""
        return f"{self.allowed} - {self.used}" if self.used else self.allowed


def bounds(rules: Rules, dialect: Dialect) -> tuple[Bound, ...]:
    """Return the five bounds in the order of `rules.clauses`. No maps: engines would build them anew at each run."""
    name, percent = rules.share
    gesture, role, case, total, envelope = (
        dialect.fact.format(fact)
        for fact in ("given_of_gesture", "given_on_case", "given_on_case", "total", "envelope_left")
    )
    return (
        Bound("gesture_cap", table(rules.gesture_caps, ("gesture", "tier"), dialect), gesture),
        Bound("role_limit", table(rules.role_caps, ("role", "tier", "severity"), dialect), role),
        Bound("case_cap", str(rules.case_cap), case),
        Bound(name, f"{total} * {percent} / 100", case),
        Bound(rules.envelope, envelope, ""),
    )


def table(cells: Mapping[str, Any], facts: tuple[str, ...], dialect: Dialect) -> str:
    """Return a look-up as nested choices. The last word needs no test: words are checked on the way in."""
    fact, *inner = facts
    *first, last = [(word, table(cell, tuple(inner), dialect) if inner else str(cell)) for word, cell in cells.items()]
    spoken = last[1]
    for word, then in reversed(first):
        spoken = dialect.choice.format(
            test=f"{dialect.fact.format(fact)} == {literal(word, dialect)}", then=then, otherwise=spoken
        )
    return spoken


def broken(check: Check, dialect: Dialect) -> str:
    """Return the expression that is true when `check` is broken."""
    scope = [_is_one_of("gesture", check.gestures, dialect), _is_one_of("role", check.roles, dialect)]
    return dialect.both.join(part for part in (*scope, *(spelled(test, dialect) for test in check.broken_when)) if part)


def spelled(test: Comparison, dialect: Dialect) -> str:
    """Return one comparison as the dialect writes it."""
    fact = dialect.fact.format(test.fact)
    if isinstance(test.value, bool):
        return fact if (test.operator == "==") == test.value else dialect.negation.format(fact)
    if test.operator == "not in":
        return dialect.not_among.format(fact, literal(test.value, dialect))
    return f"{fact} {test.operator} {literal(test.value, dialect)}"


def literal(value: Fact | tuple[str, ...], dialect: Dialect) -> str:
    """Return a constant as the dialect writes it."""
    if isinstance(value, bool):
        return dialect.yes_no[not value]
    return json.dumps(value)


def _is_one_of(fact: str, words: tuple[str, ...], dialect: Dialect) -> str:
    if not words:
        return ""
    name = dialect.fact.format(fact)
    return f"{name} == {literal(words[0], dialect)}" if len(words) == 1 else f"{name} in {literal(words, dialect)}"
