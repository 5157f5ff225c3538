"""Claims: nothing we write promises what cannot be kept. Better words stand beside each."""

import re

import pytest

from tests.architecture.tree import ROOT, files_of_the_repository, shown

NOT_SAID = {
    r"tamper-?\s?proof": "tamper-evident: whoever kept something from before sees it",
    r"exactly[- ]once delivery": "sent at least once, with effect once",
    r"(?:GDPR|AI[- ]Act|RGPD)[- ]compliant": "built for it, with these documents",
    r"\binfalsifiables?\b": "dont toute modification se voit",
    r"\binviolables?\b": "dont toute modification se voit",
}
WRITTEN = frozenset({".md", ".html", ".po", ".py"})
# This list itself, and the page that says which words to avoid.
EXEMPT = frozenset({ROOT / "tests" / "docs" / "test_claims.py", ROOT / "docs" / "reference" / "glossary.md"})


def claims(text: str) -> list[str]:
    return [match.group() for word in NOT_SAID for match in re.finditer(word, text, re.IGNORECASE)]


def test_nothing_promises_what_cannot_be_kept() -> None:
    pages = [path for path in files_of_the_repository() if path.suffix in WRITTEN and path not in EXEMPT]
    found = ((path, claims(path.read_text(encoding="utf-8"))) for path in pages)

    assert len(pages) > 100
    assert [f"{shown(path)}: {words}" for path, words in found if words] == []


@pytest.mark.parametrize(
    "text", ["a Tamper-proof log", "exactly-once delivery", "GDPR compliant", "journal inviolable"]
)
def test_a_promise_too_many_is_found(text: str) -> None:
    assert claims(text)
