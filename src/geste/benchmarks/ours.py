"""Geste itself, through the doors everybody has: a charter's text, a prepared charter, a request, a decision."""

import json
from typing import Any, Final

from geste import __version__
from geste.benchmarks.engine import WHY_AND_HEADROOM, Engine, Step
from geste.benchmarks.line import cents, line_of
from geste.benchmarks.mistakes import Fate
from geste.benchmarks.reference import Answer
from geste.benchmarks.rules import CENTS, MONEY_FACTS, Check, Comparison, Facts, Rules, goodwill_text
from geste.core.charter.reading import read_charter
from geste.core.decision import decision as told
from geste.core.decision.inputs import InputRefused
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.reasons import Reason
from geste.wire.line import Wire

NAME: Final = "geste"
_PATHS: Final = {
    "gesture": "proposal.gesture",
    "amount": "proposal.amount",
    "severity": "case.severity",
    "channel": "contact.channel",
    **{name: f"customer.{name}" for name in ("tier", "member", "fraud_hold", "gestures_90_days")},
    **{name: f"order.{name}" for name in ("total", "days_since_delivery")},
}
_REQUIRED: Final = {"==": "is_not", "!=": "is", "<": "at_least", ">": "at_most", "in": "not_in", "not in": "in"}


def engine(rules: Rules) -> Engine:
    """Return Geste with the measured charter prepared."""
    charter = prepared(goodwill_text())
    return Engine(
        NAME,
        __version__,
        WHY_AND_HEADROOM,
        {
            "decide": Step(
                lambda facts: charter.read(json.loads(line_of(rules, facts))),
                charter.decide,
                lambda decision, _: [_answer(decision)],
            ),
            "alternatives": Step(
                lambda facts: charter.read(json.loads(line_of(rules, facts))),
                charter.options,
                lambda options, _: _answers(rules, options),
            ),
            "json": Step(lambda facts: line_of(rules, facts), Wire(charter).decide, _answer_in_line),
        },
    )


def prepared(text: str) -> PreparedCharter:
    """Return the charter of a text that has no error.

    Raises:
        ValueError: it has one.
    """
    reading = read_charter(text)
    if reading.charter is None:
        raise ValueError(", ".join(finding.code for finding in reading.errors))
    return prepare(reading.charter)


def probe(check: Check, facts: Facts) -> Fate:
    """Return what becomes of a case under one clause of a charter that has no other."""
    try:
        charter = prepared(charter_with(clause_of(check)))
    except ValueError:
        return "refused at load"
    try:
        request = charter.read(_spoken(facts))
    except InputRefused:
        return "error"
    authority = charter.decide(request).authority
    return "asks" if authority == "unknown" else "GRANTED" if authority == "within" else "refused"


def charter_with(clauses: str) -> str:
    """Return the measured charter with other clauses and no limits."""
    text = goodwill_text()
    return f"{text[: text.index('clauses:')]}{clauses}{text[text.index('envelopes:') :]}"


def clause_of(check: Check) -> str:
    """Return the section of clauses that says what `check` says, as the charter language says it."""
    (test,) = check.broken_when
    scope = "".join(
        f"{word}: [{', '.join(names)}], " for word, names in (("covers", check.gestures), ("for", check.roles)) if names
    )
    required = f"{{{_path(test)}: {{{_REQUIRED[test.operator]}: {_word(test)}}}}}"
    return f"clauses:\n  {check.clause}: {{says: The clause with the mistake., {scope}require: {required}}}\n"


def _path(test: Comparison) -> str:
    """Where the fact stands; a mistyped one stands where the right one would."""
    nearest = {"totl": "order.totl", "fraud_hld": "customer.fraud_hld", "chanel": "contact.chanel"}
    return nearest.get(test.fact) or _PATHS[test.fact]


def _word(test: Comparison) -> str:
    if isinstance(test.value, bool):
        return "yes" if test.value else "no"
    if isinstance(test.value, int) and test.fact in MONEY_FACTS:
        return str(test.value // CENTS)
    return str(test.value)


def _spoken(facts: Facts) -> dict[str, Any]:
    """The request a case spells; what is missing or wrong in the case is missing or wrong in the request."""
    groups: dict[str, dict[str, Any]] = {"proposal": {}, "customer": {}, "order": {}, "contact": {}, "case": {}}
    for name, path in _PATHS.items():
        if name in facts:
            group, _, field = path.partition(".")
            value = facts[name]
            groups[group][field] = f"{value / CENTS:.2f}" if name in MONEY_FACTS and isinstance(value, int) else value
    proposal = groups.pop("proposal")
    return {"actor": {"role": facts["role"]}, "facts": groups, "proposal": proposal}


def _answer(decision: told.Decision) -> Answer:
    if decision.authority == "within":
        return Answer(frozenset(), decision.headroom)
    return Answer(frozenset(str(reason.value("clause")) for reason in decision.reasons), decision.headroom)


def _answers(rules: Rules, options: tuple[told.Option, ...]) -> list[Answer]:
    """The answers by gesture. Options suggest an amount: a bound is broken only where it leaves nothing."""
    by_gesture = {option.gesture: option.decision for option in options}
    answers = []
    for gesture in rules.gesture_caps:
        decision = by_gesture[gesture]
        reasons = () if decision.authority == "within" else decision.reasons
        broken = frozenset(str(reason.value("clause")) for reason in reasons if not _leaves_something(reason))
        answers.append(Answer(broken, decision.headroom))
    return answers


def _leaves_something(reason: Reason) -> bool:
    left = reason.value("left")
    return isinstance(left, int) and left > 0


def _answer_in_line(line: bytes, _: Facts) -> list[Answer]:
    answer = json.loads(line)
    reasons = () if answer["authority"] == "within" else answer["reasons"]
    headroom = None if answer["headroom"] is None else cents(answer["headroom"])
    return [Answer(frozenset(reason["values"]["clause"] for reason in reasons), headroom)]
