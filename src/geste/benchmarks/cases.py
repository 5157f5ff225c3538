"""Cases: the same seeded random questions for every engine, about half of them inside the charter."""

from collections.abc import Mapping
from random import Random  # noqa: TID251 - seeded: every engine gets the same cases in every run
from typing import Final

from geste.benchmarks.reference import judge
from geste.benchmarks.rules import CENTS, Fact, Facts, Rules

SEED: Final = 20260501
COUNT: Final = 1500
_INSIDE: Final = 0.85


def draw_cases(rules: Rules, count: int = COUNT, seed: int = SEED) -> list[Facts]:
    """Return `count` cases of 14 facts each, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - chance for a measurement, not for a secret
    return [_draw(rules, chance) for _ in range(count)]


def alternatives_to(rules: Rules, facts: Facts) -> list[Facts]:
    """Return the same case asked for each gesture in turn: may one cent of it be given, and how much?"""
    given = given_by_gesture(rules, facts)
    return [
        {**facts, "gesture": gesture, "amount": 1, "given_of_gesture": given.get(gesture, 0)}
        for gesture in rules.gesture_caps
    ]


def given_by_gesture(rules: Rules, facts: Facts) -> Mapping[str, int]:
    """Return what the case has been given: some of the gesture in question, the rest of the gesture after it."""
    gestures = rules.words["gesture"]
    of_gesture, on_case = facts["given_of_gesture"], facts["given_on_case"]
    assert isinstance(of_gesture, int)
    assert isinstance(on_case, int)
    after = gestures[(gestures.index(str(facts["gesture"])) + 1) % len(gestures)]
    amounts = {str(facts["gesture"]): of_gesture, after: on_case - of_gesture}
    return {gesture: amount for gesture, amount in amounts.items() if amount}


def _draw(rules: Rules, chance: Random) -> Facts:
    facts: Facts = {"gesture": "", "amount": 0, **_draw_words(rules, chance), **_draw_numbers(chance)}
    facts["gesture"] = chance.choice(rules.words["gesture"])
    headroom = judge(rules, facts).headroom or 0
    inside = headroom > 0 and chance.random() < _INSIDE
    facts["amount"] = chance.randint(1, headroom) if inside else headroom + chance.randint(1, 10_000)
    return facts


def _draw_words(rules: Rules, chance: Random) -> dict[str, Fact]:
    return {name: chance.choice(rules.words[name]) for name in ("role", "tier", "severity", "channel")}


def _draw_numbers(chance: Random) -> dict[str, Fact]:
    of_gesture = chance.choice((0, 0, 0, chance.randrange(100, 3_000)))
    of_others = chance.choice((0, 0, 0, 0, 0, 0, chance.randrange(100, 3_000), chance.randrange(60_000, 79_000)))
    return {
        "member": chance.random() < 0.8,
        "fraud_hold": chance.random() < 0.03,
        "gestures_90_days": chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 3)),
        "total": chance.choice((chance.randrange(10, 60), *(chance.randrange(60, 2_000) for _ in range(4)))) * CENTS,
        "days_since_delivery": chance.choice((*(chance.randrange(30) for _ in range(5)), chance.randrange(400))),
        "given_of_gesture": of_gesture,
        "given_on_case": of_gesture + of_others,
        "envelope_left": chance.choice((2_000_000, 2_000_000, chance.randrange(500_000), chance.randrange(20_000))),
    }
