"""Measure: how many of the three cases found are like the one at hand, by the facts and by the usual ways."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from geste.core.practice.nearest import Experience
from tests.practice.alike import House, Told, houses
from tests.practice.keywords import Keywords

SHOWN = 3


def by_facts(house: House) -> Callable[[Told], list[str]]:
    """Return the way of the product: the facts, compared."""
    experience = Experience(house.practice(), house.types)
    return lambda new: [near.past.id for near in experience.nearest(new.facts, SHOWN)]


def by_words(house: House) -> Callable[[Told], list[str]]:
    """Return the usual way: what the customer said."""
    keywords = Keywords(house.past)
    return lambda new: [past.id for past in keywords.nearest(new.words, SHOWN)]


def by_words_and_facts(house: House) -> Callable[[Told], list[str]]:
    """Return the usual way given all there is: the facts written out as words beside what the customer said."""
    keywords = Keywords([spelled_out(past) for past in house.past])
    return lambda new: [past.id for past in keywords.nearest(spelled_out(new).words, SHOWN)]


def spelled_out(told: Told) -> Told:
    """Return a case whose words are followed by its facts."""
    return replace(told, words=" ".join([told.words, *(f"{name} {value}" for name, value in told.facts.items())]))


WAYS: dict[str, Callable[[House], Callable[[Told], list[str]]]] = {
    "facts, compared": by_facts,
    "words of the customer": by_words,
    "words and facts, as words": by_words_and_facts,
}


def precision(way: str, among: Iterable[House]) -> float:
    """Return the share of the cases found that are of the new case's own situation, over all new cases."""
    right = asked = 0
    for house in among:
        situation = {past.id: past.situation for past in house.past}
        find = WAYS[way](house)
        for new in house.new:
            right += sum(situation[found] == new.situation for found in find(new))
            asked += 1
    return right / (SHOWN * asked)


def by_house(way: str) -> dict[str, float]:
    """Return the precision of one way in each business."""
    return {house.name: precision(way, [house]) for house in houses()}
