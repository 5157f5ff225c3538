"""Chance: the one place where it enters the demonstration. The same seed gives the same life."""

from collections.abc import Mapping, Sequence
from math import exp

# A seed is a value passed in, and what chance makes of it is one too (ADR 0005); nothing here guards a secret.
from random import Random  # noqa: TID251
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Chance that begins with a seed, for one concern: what changes in another concern leaves it as it is.

    Everything rests on `Random.random`, the only one of Python's sources that promises the same numbers in every
    version.
    """

    def __init__(self, seed: int, concern: str) -> None:
        self._random = Random(f"{seed} {concern}")  # noqa: S311

    def happens(self, percent: int) -> bool:
        """Return whether something happens that happens so many times in a hundred."""
        return self._random.random() * 100 < percent

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, each as likely."""
        return low + int(self._random.random() * (high - low + 1))

    def one_of(self, things: Sequence[T]) -> T:
        """Return one of `things`, each as likely."""
        return things[self.between(0, len(things) - 1)]

    def weighed(self, weights: Mapping[T, int]) -> T:
        """Return one of the keys, each as likely as its weight says."""
        return self.by_weight(tuple(weights), tuple(weights.values()))

    def by_weight(self, things: Sequence[T], weights: Sequence[int]) -> T:
        """Return one of `things`, each as likely as its weight says."""
        left = self._random.random() * sum(weights)
        for thing, weight in zip(things, weights, strict=True):
            left -= weight
            if left < 0:
                return thing
        return things[-1]

    def times(self, mean: float) -> int:
        """Return how often something happens that happens `mean` times on average, each time by itself (Poisson)."""
        least, left, count = exp(-mean), self._random.random(), 0
        while left > least:
            left *= self._random.random()
            count += 1
        return count
