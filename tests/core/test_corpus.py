"""Every corpus file is true: the charter reads as it says, and each case is decided as it says, by both engines."""

from functools import cache
from pathlib import Path

import pytest

from geste.core.charter.syntax import Charter
from geste.core.decision.forgotten import without_texts
from geste.core.decision.inputs import InputRefused
from geste.core.decision.prepared import PreparedCharter, prepare
from tests.core.corpus import (
    FOLDER,
    Case,
    CorpusFile,
    corpus_files,
    expected_parts,
    read_corpus,
    spell_answer,
    spell_findings,
)

FILES = list(corpus_files())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_corpus_file_is_true(path: Path) -> None:
    corpus = read_corpus(path)
    reading = corpus.reading()

    if corpus.findings is not None:
        assert spell_findings(reading.findings) == corpus.findings
    if reading.charter is None:
        assert corpus.findings is not None, spell_findings(reading.findings)
        return
    assert corpus.cases or corpus.findings is not None, "a corpus file proves something"
    prepared = _prepared(reading.charter)
    for case in corpus.cases:
        assert_case(prepared, case, corpus)


@cache
def _prepared(charter: Charter) -> PreparedCharter:
    return prepare(charter)


def assert_case(prepared: PreparedCharter, case: Case, corpus: CorpusFile) -> None:
    where = f"{corpus.path.relative_to(FOLDER)}: {case.title}"
    if case.kind == "findings":
        with pytest.raises(InputRefused) as refused:
            prepared.read(case.request)
        assert spell_findings(refused.value.findings) == case.expected, where
        return
    request = prepared.read(case.request)
    answer = prepared.answer(request)
    found, expected = spell_answer(answer, prepared.charter.currency), expected_parts(case.expected)
    shown = {name: found.get(name, "(nothing)") for name in expected}
    wanted = expected.get("options", "")
    if wanted.endswith("..."):
        beginning = wanted.removesuffix("...").rstrip(" ,")
        assert shown["options"].startswith(beginning), f"{where}\n{shown['options']}"
        shown["options"] = wanted
    assert shown == expected, where
    if request.proposal is not None:
        assert prepared.interpret(request, request.proposal) == answer.decision, f"{where}: interpreter differs"
    assert isinstance(case.request, dict)
    forgotten = prepared.read(without_texts(prepared.charter, case.request))
    assert prepared.answer(forgotten) == answer, f"{where}: differs once the customer is forgotten"


def test_there_is_a_corpus() -> None:
    assert len(FILES) > 60
