"""Mission: which test proves which item of the mission, and what nothing proves yet. Read from the tests themselves.

A test says what it proves with a mark, `@pytest.mark.item("S0.8")`; a module whose tests all prove it says so in its
`pytestmark`. The items that are due, each in one line, stand in `tests/mission.toml`. Run as a program, this says which
of them lack a test, and fails.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
ITEMS = TESTS / "mission.toml"
MARK = "pytest.mark.item"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what it means in one line, the issue that cites it, and by issue, what of it no test proves yet."""

    name: str
    means: str
    issue: int
    awaits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proof:
    """One test that fails if an item is broken."""

    item: str
    file: Path
    test: str


def items(text: str) -> list[Item]:
    """Return the items that are due, in the order of their numbers."""
    found = [Item(name, **told) for name, told in tomllib.loads(text).items()]
    return sorted(found, key=lambda item: tuple(map(int, item.name.removeprefix("S").split("."))))


def proofs(folder: Path = TESTS) -> list[Proof]:
    """Return what the tests under a folder say they prove."""
    return [
        Proof(item, path, test)
        for path in sorted(folder.rglob("test_*.py"))
        for test, item in _marked(ast.parse(path.read_text(encoding="utf-8")))
    ]


def _marked(module: ast.Module) -> Iterator[tuple[str, str]]:
    everywhere = [name for statement in module.body for name in _module_marks(statement)]
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            own = [name for decorator in node.decorator_list for name in _named(decorator)]
            yield from ((node.name, name) for name in dict.fromkeys([*everywhere, *own]))


def _module_marks(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.Assign(targets=[ast.Name(id="pytestmark")], value=ast.List(elts=marks)):
            for mark in marks:
                yield from _named(mark)
        case ast.Assign(targets=[ast.Name(id="pytestmark")], value=mark):
            yield from _named(mark)


def _named(mark: ast.expr) -> Iterator[str]:
    """Yield the items a mark names; a name that is not written out is none."""
    if isinstance(mark, ast.Call) and ast.unparse(mark.func) == MARK:
        yield from (ast.literal_eval(name) for name in mark.args)


def gaps(due: list[Item], found: list[Proof]) -> list[str]:
    """Return what is wrong: items that nothing proves, and proofs of items nobody listed."""
    proven, listed = {proof.item for proof in found}, {item.name for item in due}
    return [
        *(f"{item.name}: no test proves it" for item in due if item.name not in proven and not item.awaits),
        *(f"{proof.item}: {proof.test} proves it, and no list names it" for proof in found if proof.item not in listed),
    ]


def table() -> str:
    """Return every item that is due with its tests, and openly what they do not prove yet."""
    found = proofs()
    rows = [
        _row(item, [proof for proof in found if proof.item == item.name]) for item in items(ITEMS.read_text("utf-8"))
    ]
    return "\n".join(["| item | means | proven by |", "| --- | --- | --- |", *rows])


def _row(item: Item, found: list[Proof]) -> str:
    told = [f"[{as_sentence(proof.test)}]({link(proof.file)})" for proof in found]
    told += [f"**Not proven yet** (issue {issue}): {what}" for issue, what in item.awaits.items()]
    return f"| {item.name} | {item.means} | {'<br>'.join(told)} |"


def as_sentence(test: str) -> str:
    """A test's name as the sentence it is."""
    words = test.removeprefix("test_").replace("_", " ")
    return words[:1].upper() + words[1:]


def link(file: Path) -> str:
    """The way from the page, which stands in `docs/reference`, to a test."""
    return f"../../{file.relative_to(ROOT).as_posix()}"


def main() -> int:
    """Say which items lack a test; return 1 if any does."""
    found = gaps(items(ITEMS.read_text("utf-8")), proofs())
    for gap in found:
        print(gap)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
