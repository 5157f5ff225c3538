"""A whole charter is said in plain sentences, in English and in French.

Most golden files are what `geste --lang fr charter explain examples/charters/hotel.yaml` prints. After a change that
is meant, print them again and read them.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geste.core.charter.parser import parse_charter
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.phrases.explain import Explanation, explain_charter
from tests.core.corpus import FOLDER, read_corpus
from tests.core.strategies import charters, written
from tools.french import typography_faults

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted((ROOT / "examples" / "charters").glob("*.yaml"))
POLICIES = [ROOT / "tests/tau/airline.yaml", ROOT / "tests/tau/retail.yaml"]
LANGUAGES = ("en", "fr")
CODE = re.compile(r"\b(?:explain|condition|change|page)\.\w+")


def charter_at(path: Path) -> Charter:
    charter = read_charter(path.read_text(encoding="utf-8")).charter
    assert charter is not None
    return charter


def printed(explanation: Explanation) -> str:
    """Return an explanation as the command line prints it."""
    sections = (
        "\n".join((section.heading, *(f"  {line}" for line in section.lines))) for section in explanation.sections
    )
    return "\n\n".join((explanation.title, *sections)) + "\n"


def lines(explanation: Explanation) -> list[str]:
    return [line for section in explanation.sections for line in section.lines]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["hotel", "bakery"])
def test_an_explanation_reads_as_it_should(name: str, language: str) -> None:
    charter = charter_at(ROOT / "examples" / "charters" / f"{name}.yaml")

    said = printed(explain_charter(charter, language))

    assert said == (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_numbers_and_scopes_are_called_by_their_labels(language: str) -> None:
    charter = read_corpus(FOLDER / "language" / "words" / "labels.md").reading().charter
    assert charter is not None

    said = printed(explain_charter(charter, language))

    assert said == (GOLDEN / f"labels.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*EXAMPLES, *POLICIES], ids=lambda path: path.stem)
def test_every_line_is_a_sentence_without_codes(path: Path, language: str) -> None:
    explanation = explain_charter(charter_at(path), language)

    assert explanation.sections
    for line in lines(explanation):
        assert line == line.strip()
        assert not CODE.search(line), line
        assert "{" not in line
        assert "  " not in line
        assert line[0].isupper() or line[0].isdigit() or line[0] in "“«", line


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_french_is_set_as_french(path: Path) -> None:
    explanation = explain_charter(charter_at(path), "fr")

    assert [(line, typography_faults(line)) for line in lines(explanation) if typography_faults(line)] == []


def test_every_part_of_a_charter_has_its_section() -> None:
    explanation = explain_charter(charter_at(ROOT / "examples" / "charters" / "shop.yaml"), "en")

    headings = [section.heading for section in explanation.sections if not section.heading.startswith("Gesture: ")]
    assert headings == [
        "What we are here for",
        "Who may give what",
        "Rules",
        "What may be bent",
        "Red lines, and what to offer instead",
        "What we owe, whoever asks: never a gesture",
        "Limits",
        "Envelopes",
        "The quick yes or no",
        "What a sale leaves us",
        "How a suggestion is sized",
        "Numbers that stand apart from the rules",
    ]


def test_a_charter_without_rules_has_no_empty_section() -> None:
    text = (
        "charter: stall\nversion: 1\ncurrency: EUR\neffective: 2026-05-01\npurpose: Good apples\n"
        "gestures: {apple: {name: An apple, kind: attention, cap: 2}}\n"
    )
    charter = read_charter(text).charter
    assert charter is not None

    explanation = explain_charter(charter, "en")

    assert printed(explanation) == (
        "stall: charter, version 1, in force from 1\u00a0May\u00a02026\n\n"
        "What we are here for\n"
        "  Good apples.\n\n"
        "Who may give what\n"
        "  Up to €50, no note is asked.\n"
        "  All gestures of one case together come to at most €500, unless a role has a cap of its own.\n"
        "  Everyone, always: “Say sorry, and why it happened”, “Promise a call, with a name and a time” and “Put the "
        "rule in question”.\n"
        "  Everyone: “An apple”.\n\n"
        "Gesture: An apple\n"
        "  Who: everyone. What it gives: a kind attention.\n"
        "  Up to €2 on one case.\n"
    )


def test_amounts_are_written_by_whoever_asks() -> None:
    charter = charter_at(ROOT / "examples" / "charters" / "bakery.yaml")

    explanation = explain_charter(charter, "en", lambda minor: f"{minor} cents")

    assert "Up to 1000 cents, no note is asked." in lines(explanation)


@given(st.data())
@settings(max_examples=40)
def test_any_charter_can_be_explained(data: st.DataObject) -> None:
    charter, _ = parse_charter(written(data.draw(charters())))
    assert charter is not None

    for language in LANGUAGES:
        said = printed(explain_charter(charter, language))
        assert not CODE.search(said)
