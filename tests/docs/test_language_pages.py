"""The reference of the charter language names every key there is, and its examples of functions are charters."""

import re
from pathlib import Path
from typing import Any

import pytest

from geste.core.charter.conditions import GROUPS, SIZES, TESTS
from geste.core.charter.reading import read_charter
from geste.core.charter.schema import json_schema
from geste.core.charter.vocabulary import BUILT_IN_SCOPES
from tools import docs

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference" / "charter-language"
LANGUAGE = ROOT / "src" / "geste" / "core" / "charter"
SCHEMA = json_schema()
SECTIONS: dict[str, Any] = SCHEMA["properties"]
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
CHARTER = """\
charter: example
version: 1
currency: EUR
effective: 2026-01-01
purpose: Put things right.
facts:
  order:
    total: money
    at: time
    payments: {type: list, of: {source: [card, voucher], amount: money}}
gestures:
  refund: {name: Refund, kind: money_now, cap: 20, when: '%s'}
  credit: {name: Credit, kind: money_later, cap: 20}
"""


def chapter(page: str, heading: str) -> str:
    text = (PAGES / page).read_text(encoding="utf-8")
    return docs.section(text, heading, page)


def first_column(text: str, before: str = "") -> list[str]:
    """Return the words in code that begin the rows of the table whose first title is `before`."""
    tables = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    table = next(table for table in tables if table.startswith(f"| {before}"))
    return [name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def keys_of(schema: dict[str, Any]) -> list[str]:
    return list(schema["properties"])


def entry_of(section: str) -> dict[str, Any]:
    entry: dict[str, Any] = SECTIONS[section]["additionalProperties"]
    return entry


@pytest.mark.parametrize(
    ("page", "heading", "keys"),
    [
        ("index.md", "Keys", list(SECTIONS)),
        ("facts.md", "Keys", keys_of(DEFINITIONS["fact"]["anyOf"][2])),
        ("parameters.md", "Tables", keys_of(entry_of("parameters")["anyOf"][-1])),
        ("roles.md", "Keys", keys_of(entry_of("roles"))),
        ("gestures.md", "Keys", keys_of(entry_of("gestures"))),
        ("rules.md", "Clauses", keys_of(entry_of("clauses"))),
        ("rules.md", "Bendable rules", keys_of(entry_of("bendable"))),
        ("rules.md", "Red lines", keys_of(entry_of("red_lines"))),
        ("rules.md", "What is owed", keys_of(entry_of("owed"))),
        ("limits.md", "Limits", keys_of(entry_of("limits"))),
        ("limits.md", "Envelopes", keys_of(entry_of("envelopes"))),
        ("rules.md", "The margin", keys_of(SECTIONS["margin"])),
        ("suggestions.md", "Sizing", keys_of(SECTIONS["sizing"])),
        ("suggestions.md", "The one hop", keys_of(SECTIONS["one_hop"])),
        ("conditions.md", "Given", keys_of(DEFINITIONS["given"])),
    ],
)
def test_every_key_is_explained(page: str, heading: str, keys: list[str]) -> None:
    assert sorted(first_column(chapter(page, heading), "key")) == sorted(keys)


def test_every_group_and_test_is_explained() -> None:
    explained = first_column(chapter("conditions.md", "Groups"), "group")
    groups = {words.partition(":")[0] for words in explained}
    tests = {words.partition(":")[0] for words in first_column(chapter("conditions.md", "Tests of a fact"), "test")}

    assert groups | {"confirmed", "given"} == set(GROUPS)
    assert tests - {"[a, b]"} == set(TESTS)
    assert set(SIZES) <= set(TESTS)


def test_every_scope_is_named() -> None:
    text = chapter("limits.md", "Scopes")

    assert [scope for scope in BUILT_IN_SCOPES if f"`{scope}`" not in text] == []


def test_every_function_is_explained() -> None:
    explained = "\n".join(first_column(chapter("expressions.md", "Functions"), "function"))
    calls, lists = ((LANGUAGE / f"{name}.py").read_text(encoding="utf-8") for name in ("calls", "lists"))
    functions = set(re.findall(r'^ {12}"(\w+)": self\.', calls, re.MULTILINE))
    macros = set(re.findall(r'"(\w+)"', lists.partition("known = [*_QUANTITIES")[2].partition("]")[0]))

    assert functions >= {"min", "given"}
    assert macros >= {"filter", "sum"}
    assert sorted(name for name in functions | macros if f"{name}(" not in explained) == []


def examples() -> list[str]:
    rows = chapter("expressions.md", "Functions").partition("| for example |\n")[2].splitlines()[1:]
    return [re.findall(r"`([^`]+)`", row)[-1] for row in rows if row.startswith("|")]


@pytest.mark.parametrize("example", examples())
def test_every_example_of_a_function_is_an_expression(example: str) -> None:
    assert [found for found in read_charter(CHARTER % example).findings if found.severity == "error"] == []


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("order.total > 1.5e3", "expression.unexpected"),
        ("order.total > 0x10", "expression.unexpected"),
        ("order.total == null", "expression.word_reserved"),
        ("size([1, 2]) > 1", "list.misplaced"),
        ('order.at > timestamp("2026-06-01")', "value.unreadable"),
        ('now - order.at > duration("1h30m")', "value.unreadable"),
        ("order.at.getHours() > 3", "function.not_known"),
        ("order.payments.filter(p, true).exists(p, true)", "function.not_known"),
    ],
)
def test_what_differs_from_cel_is_refused(expression: str, code: str) -> None:
    findings = read_charter(CHARTER % expression).findings

    assert [found.code for found in findings if found.severity == "error"] == [code]


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda path: path.stem)
def test_every_charter_on_a_page_is_quoted(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"^```yaml", docs.QUOTE.sub("", text), re.MULTILINE) == []
