"""Every module has a real name on the door and a caption under it."""

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import every_module, parsed, shown

# Names that say nothing about what lives there.
NOT_NAMES = frozenset(
    {
        "common",
        "data",
        "helper",
        "helpers",
        "info",
        "lib",
        "manager",
        "managers",
        "misc",
        "processor",
        "shared",
        "stuff",
        "util",
        "utils",
    }
)


def words_of(path: Path) -> set[str]:
    return {word for part in (path.stem, path.parent.name) for word in (part, *part.split("_"))}


def caption_fault(tree: ast.Module) -> str | None:
    """Return what is wrong with the caption: it is one sentence, on the first line."""
    caption = (ast.get_docstring(tree) or "").split("\n\n")[0]
    if not caption:
        return "no caption"
    return None if caption.rstrip().endswith((".", "?")) else f"caption is not a sentence: {caption!r}"


def test_no_module_hides_behind_an_empty_name() -> None:
    assert [shown(path) for path in every_module() if NOT_NAMES & words_of(path)] == []


def test_every_module_has_a_caption() -> None:
    faults = ((path, caption_fault(parsed(path))) for path in every_module())

    assert [f"{shown(path)}: {fault}" for path, fault in faults if fault] == []


@pytest.mark.parametrize("path", ["core/utils.py", "core/money_helpers.py", "common/money.py"])
def test_an_empty_name_is_found(path: str) -> None:
    assert NOT_NAMES & words_of(Path(path))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('"""Money: exact minor units."""', None),
        ('"""Money: what is it?"""', None),
        ("x = 1", "no caption"),
        ('"""money stuff"""', "caption is not a sentence: 'money stuff'"),
    ],
)
def test_a_missing_caption_is_found(text: str, fault: str | None) -> None:
    assert caption_fault(ast.parse(text)) == fault
