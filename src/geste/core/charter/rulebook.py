"""Rulebook: has a charter stopped being a purpose with a few guidelines? Counts what makes people stop reading."""

import re
from typing import NamedTuple

from geste.core import limits
from geste.core.charter.syntax import Charter

_RESTRICTIVE = re.compile(
    r"\b(must|never|always|only|forbidden|prohibited|not allowed|shall"
    r"|doit|doivent|devez|jamais|toujours|uniquement|interdite?s?|obligatoires?|seulement)\b",
    re.IGNORECASE,
)


class Rulebook(NamedTuple):
    """What was counted; `score` runs from 0 (a purpose and room to act) to 100 (a rulebook)."""

    guidelines: int
    rules: int
    restrictive_percent: int
    longest_guideline: int
    score: int


def measure(charter: Charter) -> Rulebook:
    """Return how much of a rulebook a charter is.

    The score adds four parts of up to 25: guidelines beyond ten, rules beyond what a small charter needs, the share of
    guidelines that command or forbid, and the words of the longest one beyond what can be read aloud.
    """
    count = len(charter.guidelines)
    rules = len(charter.clauses) + len(charter.limits) + sum(gesture.when is not None for gesture in charter.gestures)
    strict = sum(1 for text in charter.guidelines if _RESTRICTIVE.search(text.en) or _RESTRICTIVE.search(text.fr))
    share = 100 * strict // count if count else 0
    longest = max((len(text.en.split()) for text in charter.guidelines), default=0)
    score = (
        _part(count, limits.GUIDELINES, 2 * limits.GUIDELINES)
        + _part(rules, limits.RULES_OF_A_SMALL_CHARTER // 3, limits.RULES_OF_A_SMALL_CHARTER)
        + _part(share, limits.RESTRICTIVE_SHARE_PERCENT // 2, 2 * limits.RESTRICTIVE_SHARE_PERCENT)
        + _part(longest, limits.SENTENCE_WORDS // 2, 2 * limits.SENTENCE_WORDS)
    )
    return Rulebook(count, rules, share, longest, score)


def _part(value: int, good: int, bad: int) -> int:
    """25 points between what is good and what is bad."""
    return max(0, min(25, 25 * (value - good) // (bad - good)))
