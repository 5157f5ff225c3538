"""Difficulty: how hard a case was, as a sum of signs anybody can check. An estimate that says what it rests on."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from geste.core.portrait.opportunity import Severity, Signals
from geste.core.reasons import Reason

Level = Literal["low", "middle", "high"]
LEVELS: tuple[Level, ...] = ("low", "middle", "high")

SEVERITY_WEIGHT: dict[Severity, int] = {"small": 0, "spoiled": 1, "ruined": 2, "danger": 4}
"""What a severity counts; danger makes a case hard by itself. Every other sign counts one."""

MIDDLE_FROM = 2
HIGH_FROM = 4


@dataclass(frozen=True, slots=True)
class Difficulty:
    """A level, and a reason for every sign that raised it."""

    level: Level
    reasons: tuple[Reason, ...]


@cache
def difficulty(severity: Severity, signals: Signals) -> Difficulty:
    """Return how hard a case was: low below two signs, high from four, each told as a reason."""
    told = (
        (signals.repeated_failure, "difficulty.repeated_failure"),
        (signals.ambiguous, "difficulty.ambiguous"),
        (signals.upset, "difficulty.upset"),
        (signals.first_of_its_kind, "difficulty.first_of_its_kind"),
    )
    signs = [Reason(code) for holds, code in told if holds]
    weight = SEVERITY_WEIGHT[severity]
    graver = [Reason("difficulty.severity", (("severity", severity),))] if weight else []
    return Difficulty(_level(weight + len(signs)), (*graver, *signs))


def _level(signs: int) -> Level:
    if signs >= HIGH_FROM:
        return "high"
    return "middle" if signs >= MIDDLE_FROM else "low"
