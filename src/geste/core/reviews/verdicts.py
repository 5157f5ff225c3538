"""Verdicts: what may be said of a choice, once it has been looked at. None is a sanction, and none undoes a gift."""

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of the choice, from what was known then. How it turned out is another matter."""

    GOOD_CALL = "good_call"
    OTHER_WAY = "other_way"
    LEARN = "learn"
    COACH = "coach"
    BREACH = "breach"


KIND = frozenset({Verdict.GOOD_CALL, Verdict.OTHER_WAY})
"""Verdicts that say well done; `learn` puts the charter right, not the person."""


def verdicts_open(*, is_start_up: bool, crosses_red_line: bool) -> tuple[Verdict, ...]:
    """Return what may be said of a decision. Whoever starts breaches nothing, except a red line."""
    said = tuple(verdict for verdict in Verdict if verdict != Verdict.BREACH)
    return tuple(Verdict) if crosses_red_line or not is_start_up else said
