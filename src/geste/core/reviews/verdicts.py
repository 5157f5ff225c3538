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


class Settled(StrEnum):
    """What is said of something done first, once somebody has looked: the charter's part comes before the person's."""

    EXTEND_CHARTER = "extend_charter"
    LEARN = "learn"
    COACH = "coach"
    BREACH = "breach"


OF_THE_CHARTER = frozenset({Settled.EXTEND_CHARTER, Settled.LEARN})
"""What says that the charter is to be mended, so that nobody need act first in such a case again."""


def settled_open(*, is_start_up: bool, crosses_red_line: bool) -> tuple[Settled, ...]:
    """Return what may be said of something done first. Whoever starts breaches nothing, except a red line."""
    said = tuple(verdict for verdict in Settled if verdict != Settled.BREACH)
    return tuple(Settled) if crosses_red_line or not is_start_up else said
