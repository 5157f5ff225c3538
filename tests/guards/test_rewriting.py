"""A comment said anew keeps what was well said, and goes without another remark."""

import pytest

from geste.core.guards.look import look
from geste.core.guards.remark import COMMENT
from geste.phrases.remarks import say_rewritten
from tests.guards.labelled import LANGUAGES, sentences

BLAME = "You did right to decide. Tell me what you saw; then let’s look at what would have helped you."
MONEY = "The envelope bears the cost. What did you see, and what came of it?"


def anew(text: str, language: str = "en") -> str:
    return say_rewritten(text, look(text, language, COMMENT), language)


@pytest.mark.item("S2.16")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_for_a_whole_comment_is_remarked_on_no_more(language: str) -> None:
    comments = [sentence.text for sentence in sentences(language) if look(sentence.text, language, COMMENT)]

    assert len(comments) >= 50
    assert [text for text in comments if look(anew(text, language), language, COMMENT)] == []
    assert not [text for text in comments if "…" in anew(text, language)], "one tap sends no blank to fill in"


def test_what_was_well_said_stays_as_it_was_written() -> None:
    said = "Room 507 was hot.\nYou gave away far too much money! Breakfast at 7.30 was a good thought."

    assert anew(said) == f"Room 507 was hot.\n{MONEY} Breakfast at 7.30 was a good thought."


def test_the_first_kind_speaks_for_a_sentence_and_nothing_is_said_twice() -> None:
    said = "You should have asked me first. You should have asked Nora. You always give away too much money."

    assert anew(said) == f"{BLAME} {MONEY}"


def test_a_text_without_remarks_is_left_alone() -> None:
    assert anew("Well decided; thank you.") == "Well decided; thank you."
    assert anew("") == ""
