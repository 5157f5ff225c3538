"""Look: reads a text over the shoulder of whoever writes it, and offers a better sentence. It never stops anybody."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from geste.core import limits
from geste.core.guards.english import english
from geste.core.guards.french import french
from geste.core.guards.instead import instead
from geste.core.guards.lexicon import Lexicon, Ways
from geste.core.guards.pattern import Line, Pattern
from geste.core.guards.remark import KINDS, Kind, Remark
from geste.core.guards.wording import END, Word, words_of


def look(text: str, language: str, kinds: Collection[Kind] = KINDS) -> tuple[Remark, ...]:
    """Return what to think over in a text, in the order in which it stands there.

    At most one remark of a kind for each sentence. What is longer than `limits.GUARDED_CHARACTERS` is read up to there.
    """
    read = _Read(text[: limits.GUARDED_CHARACTERS], french() if language == "fr" else english())
    remarks = [remark for ways in read.lexicon.ways if ways.kind in kinds for remark in read.remarks(ways)]
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end, remark.kind)))


@dataclass
class _Read:
    """A text as one line of the words that were meant, sentence after sentence."""

    text: str
    lexicon: Lexicon

    def remarks(self, ways: Ways) -> Iterator[Remark]:
        """Yield, for each sentence that says this kind of thing and does not mean it innocently, where it does."""
        innocent = {self._sentence[first] for first, _ in self._places(ways.innocent)}
        longest: dict[int, tuple[int, int]] = {}
        for first, last in self._places(ways.said):
            sentence = self._sentence[first]
            kept = longest.get(sentence, (0, -1))
            if sentence not in innocent and last - first > kept[1] - kept[0]:
                longest[sentence] = (first, last)
        for sentence, (first, last) in longest.items():
            words = self._words[bisect_left(self._sentence, sentence) : bisect_right(self._sentence, sentence)]
            start, end = self._words[first].start, self._words[last].end
            yield Remark(ways.kind, start, end, instead(ways.kind, words, self.text))

    def _places(self, patterns: tuple[Pattern, ...]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word of everything that one of these patterns finds."""
        for pattern in patterns:
            for start, end in pattern.spans(self._line):
                first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
                yield first, last

    @cached_property
    def _words(self) -> list[Word]:
        end = len(self.text)
        words = words_of(self.text, self.lexicon.spellings)
        mended = (Word(self.lexicon.mended(word.read), word.start, word.end) for word in words)
        return [Word(END, 0, 0), *mended, Word(END, end, end)]

    @cached_property
    def _line(self) -> Line:
        places: dict[str, list[int]] = {}
        for word, start in zip(self._words, self._starts, strict=False):
            places.setdefault(word.read, []).append(start)
        return Line(f" {' '.join(word.read for word in self._words)} ", places, sorted(places))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(word.read) + 1 for word in self._words), initial=1))

    @cached_property
    def _sentence(self) -> list[int]:
        """The sentence of each word; the mark at the end of one belongs to it."""
        return list(accumulate((word.read == END for word in self._words[:-1]), initial=0))
