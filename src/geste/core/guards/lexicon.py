"""Lexicon: what one language's guards listen for, made ready once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geste.core.guards.pattern import Language, Pattern, literal_words, patterns
from geste.core.guards.remark import Kind

SHORTEST_MENDED = 6
"""Shorter words have too many neighbours to be taken for a misspelling of another."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How one kind of thing is said, and how the same words are said innocently."""

    kind: Kind
    said: tuple[Pattern, ...]
    innocent: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language: how its words are read, what they are misspelled as, and the ways of saying each kind of thing."""

    spellings: Mapping[str, str]
    known: frozenset[str]
    misspelled: Mapping[str, str]
    ways: tuple[Ways, ...]

    def mended(self, word: str) -> str:
        """Return the word of the patterns that `word` is one slip of the hand away from, or the word itself."""
        if len(word) < SHORTEST_MENDED - 1 or word in self.known or not word.isalpha():
            return word
        return next((self.misspelled[slip] for slip in (word, *_slips(word)) if slip in self.misspelled), word)


def lexicon(language: Language, said: Mapping[Kind, tuple[str, str]], real: str) -> Lexicon:
    """Return a language made ready: by kind its patterns, then its innocent ones; `real` words only look misspelled."""
    texts = [text for pair in said.values() for text in pair] + list(language.groups.values())
    words = frozenset(literal_words(texts, language))
    misspelled: dict[str, str] = {}
    for word in sorted(words):
        if len(word) >= SHORTEST_MENDED:
            misspelled |= dict.fromkeys((word, *_slips(word)), word)
    return Lexicon(
        language.spellings,
        words | frozenset(real.split()) | frozenset(language.spellings),
        misspelled,
        tuple(Ways(kind, patterns(says, language), patterns(not_, language)) for kind, (says, not_) in said.items()),
    )


def _slips(word: str) -> Iterator[str]:
    """Yield the word with each letter inside it left out: two words that share one are a slip apart.

    The first letter is seldom wrong, and the last is often an ending: `pensait` is no `pensais` gone wrong.
    """
    return (word[:place] + word[place + 1 :] for place in range(1, len(word) - 1))
