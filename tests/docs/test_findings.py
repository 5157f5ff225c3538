"""The list of findings is whole: every code has its place in it and an example that causes it."""

import pytest

from geste.core.charter.reading import read_charter
from tools import excerpts, mistakes


def test_every_code_has_an_example() -> None:
    shown = mistakes.corpus_examples().keys() | mistakes.written_examples().keys()

    # A new code needs a corpus file, or a chapter in tests/docs/mistakes.md.
    assert sorted(set(mistakes.codes()) - shown) == []
    assert sorted(shown - set(mistakes.codes())) == []


def test_nothing_is_written_that_the_corpus_shows() -> None:
    assert sorted(mistakes.corpus_examples().keys() & mistakes.written_examples().keys()) == []


@pytest.mark.parametrize("code", mistakes.codes())
def test_every_code_stands_under_one_heading(code: str) -> None:
    family = code.partition(".")[0]

    assert [title for title, families in mistakes.GROUPS.items() if family in families] == [
        title for title in mistakes.GROUPS if f"### {code}" in chapter(title)
    ]


def chapter(title: str) -> str:
    return mistakes.page().partition(f"## {title}\n")[2].partition("\n## ")[0] + "\n"


def test_the_charter_the_mistakes_are_made_in_has_none() -> None:
    text = mistakes.MISTAKES.read_text(encoding="utf-8")
    base = excerpts.blocks(text, "yaml charter")[0][1]

    assert {found.severity for found in read_charter(base).findings} <= {"info"}


def test_a_change_replaces_the_part_of_the_same_name() -> None:
    base = "charter: a\nroles:\n  desk: {name: Desk}\ngestures:\n  one: {name: One}\n"

    assert mistakes.replaced(base, "roles: {}\n") == "charter: a\ngestures:\n  one: {name: One}\nroles: {}\n"
