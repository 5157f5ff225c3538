"""Pattern: a readable way to write down how something is said, and where a text says it.

    if ..3 (do|did|make*) ..6 @all

A word stands for itself, `make*` for every word that begins so, `(a|b c)` for one of several, `[a|b]` for one of them
or nothing, `..3` for up to three words of the same sentence, `#` for a number, `_` for any word, `@all` for one of a
named group, `<` and `>` for where a sentence begins and ends.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geste.core.guards.wording import END, folded, words_of

_WRITTEN_OUT = re.compile(r"(?<![@\w'])[^\W\d_]+(?:'[^\W\d_]+)*(?![\w*'])")
_ANY_WORD = r"[^ .][^ ]* "
_SPECIAL = {"<": rf"(?<=\{END} )", ">": rf"(?=\{END} )", "#": r"[0-9][^ ]* ", "_": _ANY_WORD, END: rf"\{END} "}


@dataclass(frozen=True, slots=True)
class Language:
    """How a language's words are read, and its groups of words by name."""

    spellings: Mapping[str, str]
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A text as one line of words with spaces around each, and where in it each word stands."""

    told: str
    places: Mapping[str, list[int]]
    in_order: Sequence[str]

    def beginnings(self, begins: frozenset[str]) -> Iterator[int]:
        """Yield where the words stand that are listed, or begin as one that is listed with a star."""
        for word in begins & self.places.keys():
            yield from self.places[word]
        for stem in (word[:-1] for word in begins if word[-1] == "*"):
            for word in self.in_order[bisect_left(self.in_order, stem) :]:
                if not word.startswith(stem):
                    break
                yield from self.places[word]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying something. Its first word is one of `begins`, and a text that says it has one of `needs`."""

    spelled: str
    needs: frozenset[str]
    begins: frozenset[str] | None

    def spans(self, line: Line) -> Iterator[tuple[int, int]]:
        """Yield from where to where a line says this."""
        if self.needs and self.needs.isdisjoint(line.places):
            return
        if self.begins is None:
            yield from (found.span() for found in _compiled(self.spelled).finditer(line.told))
            return
        for place in line.beginnings(self.begins):
            if found := _compiled(self.spelled).match(line.told, place):
                yield found.span()


@cache
def _compiled(spelled: str) -> re.Pattern[str]:
    """Compile when first needed: most of what could be said is not."""
    return re.compile(spelled)


def patterns(lines: str, language: Language) -> tuple[Pattern, ...]:
    """Return the patterns of a text with one on each line. Their words are read as a text's are."""
    return tuple(_pattern(line, language) for line in lines.strip().splitlines() if line.strip())


def literal_words(lines: Iterable[str], language: Language) -> Iterator[str]:
    """Yield every word written out in patterns or groups: what a word spelled wrongly may have been meant as."""
    for text in lines:
        for word in _WRITTEN_OUT.findall(text):
            yield from (read.read for read in words_of(word, language.spellings))


def _pattern(line: str, language: Language) -> Pattern:
    items = _apart(line, " ")
    needs = [words for item in items if (words := _needed(item, language))]
    spelled = "".join(_spelled(item, language) for item in items)
    return Pattern(f"(?<= ){spelled}", min(needs, key=len, default=frozenset()), _begins(items, language))


def _apart(text: str, mark: str) -> list[str]:
    """Split a text at a mark, but not inside brackets."""
    pieces, depth = [""], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == mark and not depth:
            pieces.append("")
        else:
            pieces[-1] += letter
    assert not depth, f"brackets that do not match: {text}"
    return [piece.strip() for piece in pieces if piece.strip()]


def _spelled(item: str, language: Language) -> str:
    if item.startswith(".."):
        return f"(?:{_ANY_WORD}){{0,{int(item[2:])}}}"
    if item in _SPECIAL:
        return _SPECIAL[item]
    if item[0] in "([@":
        return f"(?:{_choice(item, language)}){'?' if item[0] == '[' else ''}"
    if item.endswith("*"):
        return re.escape(folded(item[:-1])) + "[^ ]* "
    return "".join(f"{re.escape(word.read)} " for word in words_of(item, language.spellings))


def _choice(item: str, language: Language) -> str:
    ways = ("".join(_spelled(part, language) for part in way) for way in _ways(item, language))
    return "|".join(way for way in ways if way)


def _ways(item: str, language: Language) -> list[list[str]]:
    """Return the ways of saying one of several, each as its items."""
    text = language.groups[item[1:]] if item[0] == "@" else item[1:-1]
    return [_apart(way, " ") for way in _apart(text, "|")]


def _needed(item: str, language: Language) -> frozenset[str]:
    """Return words of which a text has one if it has the item; none if that cannot be said."""
    if item[0] in "(@":
        ways = [_needed_for(way, language) for way in _ways(item, language)]
        return frozenset().union(*ways) if all(ways) else frozenset()
    if item.startswith("..") or item in _SPECIAL or item[0] == "[" or item.endswith("*"):
        return frozenset()
    return frozenset(word.read for word in words_of(item, language.spellings)[:1])


def _needed_for(way: list[str], language: Language) -> frozenset[str]:
    return next((words for item in way if (words := _needed(item, language))), frozenset())


def _begins(items: list[str], language: Language) -> frozenset[str] | None:
    """Return the words a pattern can begin with, or None if it can begin with any."""
    begins: frozenset[str] = frozenset()
    for item in items:
        if item == "<":
            continue
        words = _first_words(item, language)
        if words is None:
            return None
        begins |= words
        if item[0] != "[":
            return begins
    return None


def _first_words(item: str, language: Language) -> frozenset[str] | None:
    if item[0] in "([@":
        ways = [_begins(way, language) for way in _ways(item, language)]
        known = [words for words in ways if words is not None]
        return frozenset().union(*known) if len(known) == len(ways) else None
    if item.startswith("..") or item in _SPECIAL:
        return None
    if item.endswith("*"):
        return frozenset((f"{folded(item[:-1])}*",))
    return frozenset(word.read for word in words_of(item, language.spellings)[:1])
