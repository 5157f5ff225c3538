"""Mistakes: what people get wrong in a rule or a case, each on a clause that refuses the case when written right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from geste.benchmarks.rules import Check, Comparison, Fact, Facts

Fate = Literal["refused at load", "asks", "error", "refused", "GRANTED"]

SOUND_FACTS: Final[Mapping[str, Fact]] = {
    "gesture": "refund",
    "amount": 5_000,
    "role": "advisor",
    "tier": "gold",
    "severity": "spoiled",
    "channel": "social",
    "member": False,
    "fraud_hold": True,
    "gestures_90_days": 5,
    "total": 1_000,
    "days_since_delivery": 45,
    "given_of_gesture": 0,
    "given_on_case": 0,
    "envelope_left": 1_000_000,
}
"""A case that every clause below refuses when it is written right."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: the clause as it stands, and the facts as they come; whoever grants this has given money away."""

    name: str
    check: Check
    facts: Facts


def mistakes() -> tuple[Mistake, ...]:
    """Return every mistake of the comparison."""
    sound = dict(SOUND_FACTS)
    amount = Comparison("total", "<", 1_500)
    social = _check(Comparison("channel", "==", "social"))
    return (
        Mistake("a fact's name mistyped, number", _check(Comparison("totl", "<", 1_500)), sound),
        Mistake("a fact's name mistyped, yes or no", _check(Comparison("fraud_hld", "==", value=True)), sound),
        Mistake("a fact's name mistyped, word", _check(Comparison("chanel", "==", "social")), sound),
        Mistake("a word nobody declared", _check(Comparison("channel", "==", "socail")), sound),
        Mistake("an amount compared with text", _check(Comparison("amount", ">", "forty")), sound),
        Mistake("a yes or no compared with text", _check(Comparison("fraud_hold", "==", "on_hold")), sound),
        Mistake("a word compared with a number", _check(Comparison("channel", "==", 5)), sound),
        Mistake("the rule names an unknown gesture", _check(amount, gestures=("refnd",)), sound),
        Mistake("the rule names an unknown role", _check(amount, roles=("advsor",)), sound),
        Mistake("the fact is missing, number", _check(amount), _without("total")),
        Mistake(
            "the fact is missing, yes or no", _check(Comparison("fraud_hold", "==", value=True)), _without("fraud_hold")
        ),
        Mistake("the fact is missing, word", social, _without("channel")),
        Mistake("the fact comes as text", _check(amount), {**sound, "total": "ten"}),
        Mistake("the fact comes as an unknown word", social, {**sound, "channel": "socail"}),
        Mistake(
            "the case names an unknown gesture", _check(amount, gestures=("refund",)), {**sound, "gesture": "refnd"}
        ),
        Mistake("the case names an unknown role", _check(amount, roles=("advisor",)), {**sound, "role": "advsor"}),
    )


def sound_check() -> Check:
    """Return the clause without a mistake, to prove that each engine refuses the case by it."""
    return _check(Comparison("total", "<", 1_500))


def _check(test: Comparison, gestures: tuple[str, ...] = (), roles: tuple[str, ...] = ()) -> Check:
    return Check("probe", gestures, roles, (test,))


def _without(fact: str) -> Facts:
    return {name: value for name, value in SOUND_FACTS.items() if name != fact}
