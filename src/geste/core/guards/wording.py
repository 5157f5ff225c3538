"""Wording: a text as the words people meant, each with its place. Case, accents, elisions and slang do not matter."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

END = "."
"""Stands in a text for the end of a sentence."""

_PIECE = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?[0-9]?|[.!?;…\n]+")
_NUMBER = re.compile(r"[0-9]")
_STRETCHED = re.compile(r"(.)\1{2,}")


class Word(NamedTuple):
    """One word as a guard reads it, and where what was written for it stands."""

    read: str
    start: int
    end: int


def folded(text: str) -> str:
    """Return a word in small letters without accents, apostrophes straight, letters held down let go."""
    apart = unicodedata.normalize("NFD", text.lower().replace("’", "'").replace("œ", "oe"))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _STRETCHED.sub(r"\1", bare)


def words_of(text: str, spellings: Mapping[str, str]) -> list[Word]:
    """Return the words of a text; `spellings` says how slang, contractions and elisions are read, "" for not at all."""
    seen: dict[str, tuple[str, ...]] = {}
    words = []
    for piece in _PIECE.finditer(text):
        written, (start, end) = piece[0], piece.span()
        if written not in seen:
            seen[written] = tuple(_read(written, spellings))
        words += [Word(read, start, end) for read in seen[written]]
    return words


def _read(written: str, spellings: Mapping[str, str]) -> Iterator[str]:
    if not written[0].isalnum():
        yield END
    elif _NUMBER.match(written):
        yield spellings.get(written, written)
    elif (told_by_accents := spellings.get(written.lower())) is not None:
        yield from told_by_accents.split()
    else:
        yield from (read for part in _parts(folded(written), spellings) for read in part.split())


def _parts(word: str, spellings: Mapping[str, str]) -> Iterator[str]:
    """Yield what is read for a word, and for the pieces around its apostrophes if it is not known as a whole."""
    whole = spellings.get(word)
    if whole is not None:
        yield whole
        return
    first, apostrophe, rest = word.partition("'")
    if not apostrophe:
        yield word
        return
    yield spellings.get(f"{first}'", spellings.get(first, first))
    if rest:
        tail = spellings.get(f"'{rest}")
        yield from _parts(rest, spellings) if tail is None else [tail]
