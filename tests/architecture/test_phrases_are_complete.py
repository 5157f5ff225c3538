"""Every code the house can say has a sentence in English and in French, and none waits for a code nobody says."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest

from geste.phrases.catalogue import EN, FR
from tests.architecture.tree import PACKAGE, parsed, python_files
from tools.french import typography_faults

CODE = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")
# Paths in what is known of a case look like codes and are none.
PATHS = ("actor.", "case.", "customer.", "facts.", "proposal.", "standing.")


def codes_said(paths: Iterable[Path]) -> set[str]:
    """Return every word in these modules that has the shape of a code."""
    nodes = (node for path in paths for node in ast.walk(parsed(path)))
    words = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {word for word in words if CODE.fullmatch(word) and not word.startswith(PATHS)}


def families_said(paths: Iterable[Path]) -> set[str]:
    """Return the beginnings of codes that are put together: f"count.{number}", say_word("route", route)."""
    nodes = [node for path in paths for node in ast.walk(parsed(path))]
    starts = {node.values[0] for node in nodes if isinstance(node, ast.JoinedStr) and node.values}
    written = {start.value for start in starts if isinstance(start, ast.Constant) and isinstance(start.value, str)}
    spoken = {f"{kind}." for node in nodes for kind in kind_spoken(node)}
    return spoken | {start for start in written if re.fullmatch(r"[a-z][a-z_.]*\.", start)}


def kind_spoken(node: ast.AST) -> Iterator[str]:
    """Yield the kind of word that a call of `say_word` names."""
    match node:
        case ast.Call(func=ast.Name(id="say_word"), args=[ast.Constant(value=str(kind)), *_]):
            yield kind


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_know_the_same_codes() -> None:
    assert EN
    assert sorted(EN.keys() ^ FR.keys()) == []


def test_every_code_the_core_says_has_a_sentence() -> None:
    assert sorted(codes_said(python_files(PACKAGE / "core")) - EN.keys()) == []


def test_every_sentence_is_said_somewhere() -> None:
    speakers = [path for path in python_files(PACKAGE) if not path.stem.startswith("catalogue")]
    said = codes_said(speakers)
    # A dotted word without a sentence of its own is the beginning of others: voice.otherwise(rule, "explain.limit").
    families = tuple(families_said(speakers) | {f"{word}." for word in said - EN.keys()})

    assert sorted(code for code in EN if code not in said and not code.startswith(families)) == []


@pytest.mark.parametrize("code", sorted(EN))
def test_french_names_what_english_names(code: str) -> None:
    assert names_in(FR[code]) == names_in(EN[code])


@pytest.mark.parametrize("code", sorted(EN))
def test_every_sentence_is_a_sentence(code: str) -> None:
    for sentence in (EN[code], FR[code]):
        assert sentence == sentence.strip()
        assert sentence


@pytest.mark.parametrize("code", sorted(FR))
def test_french_is_set_as_french(code: str) -> None:
    assert typography_faults(FR[code]) == []


def test_codes_are_told_from_other_words(tmp_path: Path) -> None:
    module = tmp_path / "decide.py"
    module.write_text(
        'Reason("cap.exceeded"); "case.loss"; "1.5"; f"count.{it}"; f"No. {it}"; say_word("route", it)',
        encoding="utf-8",
    )

    assert codes_said([module]) == {"cap.exceeded"}
    assert families_said([module]) == {"count.", "route."}
    assert names_in("{asked} is more than {cap:.2f}") == {"asked", "cap"}
