"""Rules: the measured charter as plain values, the one source from which every peer's encoding is generated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, Literal

from ruamel.yaml import YAML

Fact = str | int | bool
Facts = dict[str, Fact]
Operator = Literal["==", "!=", "in", "not in", "<=", ">", ">=", "<"]

GOODWILL: Final = files("geste.benchmarks") / "charters" / "goodwill.yaml"
MONEY_FACTS: Final = frozenset({"amount", "total", "given_of_gesture", "given_on_case", "envelope_left"})
CENTS: Final = 100
FACT_TYPES: Final[dict[str, type]] = {
    **dict.fromkeys(("gesture", "role", "tier", "severity", "channel"), str),
    **dict.fromkeys(("member", "fraud_hold"), bool),
    **dict.fromkeys(("amount", "total", "given_of_gesture", "given_on_case", "envelope_left"), int),
    **dict.fromkeys(("gestures_90_days", "days_since_delivery"), int),
}
"""The 14 facts of a case; amounts are cents."""
_SEVERITIES: Final = ("small", "spoiled", "ruined", "danger")
_NEGATED: Final[Mapping[Operator, Operator]] = {"==": "!=", "in": "not in", "<=": ">", ">=": "<"}
_NUMERIC: Final[Mapping[str, Operator]] = {"at_most": "<=", "at_least": ">="}
_YES_NO: Final[Mapping[str, bool]] = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a fact with a constant; money in cents."""

    fact: str
    operator: Operator
    value: Fact | tuple[str, ...]

    def negated(self) -> "Comparison":
        """Return the test that holds exactly when this one does not."""
        return Comparison(self.fact, _NEGATED[self.operator], self.value)


@dataclass(frozen=True, slots=True)
class Check:
    """A clause without a bound: broken when everything in `broken_when` holds."""

    clause: str
    gestures: tuple[str, ...]
    roles: tuple[str, ...]
    broken_when: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole charter: two tables of caps, three other bounds, and the checks."""

    gesture_caps: Mapping[str, Mapping[str, int]]
    role_caps: Mapping[str, Mapping[str, Mapping[str, int]]]
    case_cap: int
    share: tuple[str, int]
    envelope: str
    checks: tuple[Check, ...]
    words: Mapping[str, tuple[str, ...]]

    @property
    def bounds(self) -> frozenset[str]:
        """Return the clauses that bound the amount; every other is a check."""
        return frozenset(self.clauses) - {check.clause for check in self.checks}

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return the clause ids in the order of a bit mask; the caps of gestures and of roles take one place each."""
        return (
            "gesture_cap",
            "role_limit",
            "case_cap",
            self.share[0],
            self.envelope,
            *(check.clause for check in self.checks),
        )

    def named(self, clause: str, facts: Facts) -> str:
        """Return the charter's own id of a clause, where the two tables of caps stand for many."""
        if clause == "gesture_cap":
            return f"{facts['gesture']}.cap"
        return f"{facts['role']}_limit" if clause == "role_limit" else clause


def read_rules(text: str) -> Rules:
    """Return the rules in `text`. Knows the shapes the measured charter uses; shares no code with Geste's reader."""
    charter = YAML(typ="safe", pure=True).load(text)
    tables = {name: _in_cents(table["is"]) for name, table in charter["parameters"].items()}
    share, share_percent = _share(charter["limits"])
    return Rules(
        gesture_caps={gesture: tables[_table_of(body["cap"])] for gesture, body in charter["gestures"].items()},
        role_caps={
            limit["for"][0]: tables[_table_of(limit["at_most"]["amount"])]
            for limit in charter["limits"].values()
            if "for" in limit
        },
        case_cap=charter["case_cap"] * CENTS,
        share=(share, share_percent),
        envelope=next(iter(charter["envelopes"])),
        checks=tuple(_check(clause, body) for clause, body in charter["clauses"].items()),
        words={
            "gesture": tuple(charter["gestures"]),
            "role": tuple(charter["roles"]),
            "tier": tuple(charter["facts"]["customer"]["tier"]),
            "channel": tuple(charter["facts"]["contact"]["channel"]),
            "severity": _SEVERITIES,
        },
    )


def goodwill_text() -> str:
    """Return the text of the measured charter."""
    return GOODWILL.read_text(encoding="utf-8")


def _in_cents(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _in_cents(cell) if isinstance(cell, Mapping) else cell * CENTS for key, cell in table.items()}


def _table_of(expression: str) -> str:
    return expression.partition("[")[0]


def _share(limits: Mapping[str, Any]) -> tuple[str, int]:
    for name, limit in limits.items():
        if isinstance(limit["at_most"]["amount"], Mapping):
            return name, int(limit["at_most"]["amount"]["percent"].rstrip(" %"))
    raise ValueError("no limit is a share of the order")


def _check(clause: str, body: Mapping[str, Any]) -> Check:
    guards = tuple(_tests(body.get("when", {})))
    (required,) = _tests(body["require"])
    return Check(clause, tuple(body.get("covers", ())), tuple(body.get("for", ())), (*guards, required.negated()))


def _tests(condition: Mapping[str, Any]) -> Iterable[Comparison]:
    for path, wanted in condition.items():
        fact = path.rpartition(".")[2]
        if isinstance(wanted, Mapping):
            ((word, bound),) = wanted.items()
            yield Comparison(fact, _NUMERIC[word], bound * CENTS if fact in MONEY_FACTS else bound)
        elif isinstance(wanted, list):
            yield Comparison(fact, "in", tuple(wanted))
        else:
            yield Comparison(fact, "==", _YES_NO.get(wanted, wanted))
