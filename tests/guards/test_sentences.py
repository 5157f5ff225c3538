"""There are enough labelled sentences of every kind, in varied registers, and innocent ones with the same words."""

from collections import Counter

import pytest

from tests.guards.labelled import LANGUAGES, half, sentences

LABELS = {"precedent", "blame", "money", "absolute", "minimising", "deflection"}
COMMENTS = {"blame", "money", "absolute"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough(language: str) -> None:
    found = sentences(language)
    counted = Counter(label for sentence in found for label in sentence.labels)

    assert len(found) >= 400
    assert len({sentence.text for sentence in found}) == len(found)
    assert set(counted) == LABELS
    assert min(counted.values()) >= 40
    assert len({sentence.register for sentence in found}) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_in_five_are_innocent(language: str) -> None:
    innocent = [sentence for sentence in sentences(language) if not sentence.labels]

    assert len(innocent) >= 200
    assert len(innocent) >= 0.4 * len(sentences(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_fifty_comments_of_managers(language: str) -> None:
    assert sum(bool(sentence.labels & COMMENTS) for sentence in sentences(language)) >= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_half_has_something_of_each_kind(language: str) -> None:
    for wanted in ("tuning", "held_out"):
        counted = Counter(label for sentence in half(language, wanted) for label in sentence.labels)
        assert min(counted[label] for label in LABELS) >= 15, (wanted, counted)
