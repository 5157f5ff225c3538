"""What the code names after a thing of the house stands in the glossary, once."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from geste.core.charter import syntax
from geste.core.decision import decision, request

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
HOUSE = GLOSSARY.partition("## The words of the house")[2].partition("## Closed lists")[0]
# Parts of a thing that has a word of its own, and what only says how a thing is kept.
PARTS = frozenset(
    {
        "about",
        "amount rule",
        "cost",
        "otherwise",
        "layout",
        "status",
        "settling",
        "ending",
        "part",
        "ground",
        "bound ground",
        "duty kind",
        "ruling",
        "why",
    }
)
KEPT_AS = re.compile(r" (?:text|row|rows)$|^api ")


def words_of_the_house() -> list[str]:
    rows = re.findall(r"^\| ([a-z][^|]*) \|", HOUSE, re.MULTILINE)
    return [word.strip() for row in rows if row != "word" for word in row.split(", ")]


def as_words(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def classes(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield as_words(node.name)


def things_of_the_core() -> set[str]:
    modules = [Path(str(module.__file__)) for module in (syntax, decision, request)]
    return {name for module in modules for name in classes(module)}


def things_kept() -> set[str]:
    models = (ROOT / "src" / "geste" / "apps").glob("*/models/*.py")
    return {name for module in models for name in classes(module)}


def missing(things: set[str]) -> list[str]:
    words = {word.replace("-", " ") for word in words_of_the_house()}
    known = words | {f"{word}s" for word in words} | PARTS
    return sorted(thing for thing in things if KEPT_AS.sub("", thing) not in known)


def test_no_word_stands_twice() -> None:
    assert [word for word, count in Counter(words_of_the_house()).items() if count > 1] == []


def test_what_a_charter_and_a_decision_are_made_of_has_a_word() -> None:
    assert missing(things_of_the_core()) == []


def test_what_is_kept_has_a_word() -> None:
    assert missing(things_kept()) == []


def test_names_are_read_as_words() -> None:
    assert as_words("DecisionRecord") == "decision record"
