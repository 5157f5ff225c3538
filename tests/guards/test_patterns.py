"""Patterns are read as they look, and every pattern of the two languages can be said."""

import pytest

from geste.core.guards.english import english
from geste.core.guards.french import french
from geste.core.guards.lexicon import Lexicon
from geste.core.guards.pattern import Language, Line, patterns
from geste.core.guards.wording import words_of

PLAIN = Language({"the": "", "cannot": "can not"}, {"all": "everyone|all [of] them"})


def says(pattern: str, text: str) -> bool:
    reads = [".", *(word.read for word in words_of(text, PLAIN.spellings)), "."]
    places: dict[str, list[int]] = {}
    start = 1
    for read in reads:
        places.setdefault(read, []).append(start)
        start += len(read) + 1
    line = Line(f" {' '.join(reads)} ", places, sorted(places))
    return any(True for found in patterns(pattern, PLAIN) for _ in found.spans(line))


@pytest.mark.parametrize(
    ("pattern", "said", "unsaid"),
    [
        ("set precedent", "That would set the precedent", "set a precedent"),
        ("set ..1 precedent", "set a precedent", "set one more precedent"),
        ("preced*", "without precedents", "recede"),
        ("(set|make*) it", "makes it", "takes it"),
        ("not [at all] fair", "not at all fair", "not at fair"),
        ("for @all", "for all of them", "for all those"),
        ("# nights", "12 nights", "some nights"),
        ("< again >", "Well. Again! No.", "once again"),
        ("you _ again", "you say again", "you again"),
        ("can not", "I cannot", "I can"),
        ("one ..9 two", "one and two", "one. And two"),
    ],
)
def test_a_pattern_says_what_it_looks_like(pattern: str, said: str, unsaid: str) -> None:
    assert says(pattern, said)
    assert not says(pattern, unsaid)


def test_brackets_have_to_match() -> None:
    with pytest.raises(AssertionError, match="brackets"):
        patterns("(one|two", PLAIN)


@pytest.mark.parametrize("lexicon", [english(), french()], ids=["en", "fr"])
def test_no_pattern_is_found_in_nothing(lexicon: Lexicon) -> None:
    empty = Line(" . . ", {".": [1, 3]}, ["."])
    found = [pattern for ways in lexicon.ways for pattern in (*ways.said, *ways.innocent) if [*pattern.spans(empty)]]

    assert found == []


@pytest.mark.parametrize(
    ("lexicon", "word", "meant"),
    [
        (english(), "presedent", "precedent"),
        (english(), "unacceptible", "unacceptable"),
        (english(), "extensive", "extensive"),
        (english(), "lamp", "lamp"),
        (french(), "precedant", "precedent"),
        (french(), "pensait", "pensait"),
    ],
)
def test_one_slip_of_the_hand_is_mended(lexicon: Lexicon, word: str, meant: str) -> None:
    assert lexicon.mended(word) == meant
