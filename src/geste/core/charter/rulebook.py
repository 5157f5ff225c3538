"""Rulebook: has a charter stopped being a purpose with a few guidelines? Counts what makes people stop reading."""

import re
from math import prod
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

    Four signs count, each from 0 to 100: guidelines beyond ten, rules beyond what a small charter needs, the share of
    guidelines that command or forbid, and the words of the longest one beyond what can be read aloud. One sign at its
    worst is enough for a score of 100; several that are only half as bad come to more than each.
    """
    count = len(charter.guidelines)
    rules = len(charter.clauses) + len(charter.limits) + sum(gesture.when is not None for gesture in charter.gestures)
    strict = sum(1 for text in charter.guidelines if _RESTRICTIVE.search(text.en) or _RESTRICTIVE.search(text.fr))
    share = 100 * strict // count if count else 0
    longest = max((len(text.en.split()) for text in charter.guidelines), default=0)
    signs = (
        _sign(count, limits.GUIDELINES, 2 * limits.GUIDELINES),
        _sign(rules, limits.RULES_OF_A_SMALL_CHARTER // 2, 2 * limits.RULES_OF_A_SMALL_CHARTER),
        _sign(share, limits.RESTRICTIVE_SHARE_PERCENT // 2, 2 * limits.RESTRICTIVE_SHARE_PERCENT),
        _sign(longest, limits.SENTENCE_WORDS, 2 * limits.SENTENCE_WORDS),
    )
    room = prod(100 - sign for sign in signs)
    return Rulebook(count, rules, share, longest, 100 - room // 100**3)


def _sign(value: int, good: int, bad: int) -> int:
    """0 for what is good, 100 for what is bad, evenly between."""
    return max(0, min(100, 100 * (value - good) // (bad - good)))
