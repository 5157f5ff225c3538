"""Keywords: the usual way to find a case like another, by the words the customer used. What has to be beaten."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from tests.practice.alike import Told

COMMON = """
a about again all am an and any are as at be been but by can could did do does for from get give had has have he her
here him his how i if in into is it its just me my no not now of on one or our out she so some than that the their them
then there they this to too up us was we were what when where which who will with would you your
"""
STOP = frozenset(COMMON.split())


def stems(text: str) -> list[str]:
    """Return the words of a text without the commonest, their endings off."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [re.sub(r"(?:ing|ed|es|s|ly)$", "", word) for word in words if word not in STOP]


class Keywords:
    """Past cases by the words in them: TF-IDF and the cosine, as a search engine's textbook has it."""

    def __init__(self, past: Sequence[Told]) -> None:
        self._past = past
        told = [Counter(stems(case.words)) for case in past]
        counted = Counter(word for words in told for word in words)
        self._rarity = {word: log((1 + len(past)) / (1 + times)) + 1 for word, times in counted.items()}
        self._vectors = [self._vector(words) for words in told]

    def nearest(self, words: str, count: int = 3) -> list[Told]:
        """Return the past cases whose words are most alike."""
        here = self._vector(Counter(stems(words)))
        alike = [sum(weight * there.get(word, 0.0) for word, weight in here.items()) for there in self._vectors]
        return [self._past[place] for place in sorted(range(len(alike)), key=lambda place: -alike[place])[:count]]

    def _vector(self, words: Counter[str]) -> dict[str, float]:
        weights = {word: times * self._rarity.get(word, 0.0) for word, times in words.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}
