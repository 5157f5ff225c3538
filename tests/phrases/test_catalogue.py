"""Every sentence of the catalogue's own pieces is said by some module of the phrases, so that none is left behind."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from geste.phrases.catalogue import EN

PHRASES = Path(__file__).resolve().parents[2] / "src" / "geste" / "phrases"
NAMED = re.compile(r"[a-z]{2}")
OUTCOMES = {
    f"{prefix}.{outcome}"
    for prefix in ("explain.otherwise", "explain.limit")
    for outcome in ("beyond", "forbidden", "hand_over")
}
"""What a broken rule means is said by two names put together."""

OWN = ("condition.", "explain.", "change.", "page.")


def codes_said() -> Iterator[str]:
    """Yield a pattern for every text of the phrases that could be a code; a value in braces stands for anything."""
    for path in sorted(PHRASES.glob("*.py")):
        if path.name.startswith("catalogue"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                yield "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values
                )


def test_every_sentence_is_said() -> None:
    patterns = {pattern for pattern in codes_said() if re.search(r"\\\.", pattern) and NAMED.search(pattern)}
    said = re.compile("|".join(f"(?:condition\\.)?(?:{pattern})" for pattern in sorted(patterns)))

    unsaid = [code for code in EN if code.startswith(OWN) and code not in OUTCOMES and not said.fullmatch(code)]
    assert unsaid == []


@pytest.mark.parametrize("prefix", OWN)
def test_there_are_sentences_of_each_kind(prefix: str) -> None:
    assert sum(code.startswith(prefix) for code in EN) > 10
