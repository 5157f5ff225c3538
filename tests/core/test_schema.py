"""The JSON Schema lets every charter through that the parser reads, stops plain mistakes, and is the committed one."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from geste.core.charter.formatter import format_charter
from geste.core.charter.parser import SECTIONS
from geste.core.charter.reading import read_charter
from geste.core.charter.schema import json_schema
from tests.core.corpus import corpus_files, read_corpus

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "docs" / "reference" / "charter.schema.json"
CHARTERS = sorted(
    [*(ROOT / "examples" / "charters").glob("*.yaml"), ROOT / "tests/tau/airline.yaml", ROOT / "tests/tau/retail.yaml"]
)
HEAD = "charter: shop\nversion: 1\ncurrency: EUR\neffective: 2026-05-01\npurpose: Put it right.\n"
GESTURES = "gestures: {card: {name: Card, kind: attention, amount: none}}\n"


class _TextConstructor(SafeConstructor):
    """Dates stay texts, as editors read them."""


_TextConstructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def loaded(text: str) -> object:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _TextConstructor
    return cast(object, yaml.load(text))


def faults(text: str) -> list[str]:
    """Return where a text does not fit the schema."""
    return [error.json_path for error in validator().iter_errors(loaded(text))]


@cache
def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="the schema is checked by jsonschema: install it")
    return jsonschema.Draft202012Validator(json_schema())


def misfits(paths: Iterable[Path]) -> list[tuple[str, list[str]]]:
    """Return which of the corpus's own charters, as far as they can be used, do not fit, and where."""
    read = [(path.name, read_corpus(path)) for path in paths]
    usable = [(name, corpus.charter) for name, corpus in read if "\n" in corpus.charter.strip()]
    found = [(name, faults(text)) for name, text in usable if read_charter(text).charter is not None]
    return [(name, places) for name, places in found if places]


def test_the_committed_schema_is_the_one_that_is_made() -> None:
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json_schema()


def test_the_schema_is_a_schema_of_every_section() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="the schema is checked by jsonschema: install it")

    jsonschema.Draft202012Validator.check_schema(json_schema())

    assert tuple(json_schema()["properties"]) == SECTIONS
    assert all(part["description"] for part in json_schema()["properties"].values())


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: path.stem)
def test_whole_charters_fit(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CHARTERS[:3], ids=lambda path: path.stem)
def test_canonical_texts_fit(path: Path) -> None:
    charter = read_charter(path.read_text(encoding="utf-8")).charter
    assert charter is not None

    assert faults(format_charter(charter)) == []


def test_a_charter_of_each_corpus_folder_fits() -> None:
    firsts = {path.parent: path for path in reversed(list(corpus_files()))}

    assert len(firsts) > 30
    assert misfits(firsts.values()) == []


@pytest.mark.slow
def test_every_charter_of_the_corpus_fits() -> None:
    assert misfits(corpus_files()) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (HEAD + GESTURES, []),
        (HEAD, ["$"]),
        (HEAD + GESTURES + "gestres: {}\n", ["$"]),
        (HEAD.replace("EUR", "EURO") + GESTURES, ["$.currency"]),
        (HEAD.replace("2026-05-01", "May 2026") + GESTURES, ["$.effective"]),
        (HEAD + GESTURES + "case_cap: -5\n", ["$.case_cap"]),
        (HEAD + GESTURES.replace("attention", "atention"), ["$.gestures.card.kind"]),
        (HEAD + GESTURES.replace("name: Card, ", ""), ["$.gestures.card"]),
        (HEAD + GESTURES + "roles: {desk: {caps: 5}}\n", ["$.roles.desk"]),
        (HEAD + GESTURES + "limits: {l: {per: case}}\n", ["$.limits.l"]),
        (HEAD + GESTURES + "limits: {l: {per: case, within: a while, at_most: {times: 1}}}\n", ["$.limits.l.within"]),
        (HEAD + GESTURES + "clauses: {c: {says: C, require: {a.b: {at_lest: 1}}}}\n", ["$.clauses.c.require"]),
        (HEAD + GESTURES + "clauses: {c: {says: C, require: {any_of: []}}}\n", ["$.clauses.c.require"]),
        (HEAD + GESTURES + "owed: {o: {name: O, because: habit}}\n", ["$.owed.o.because"]),
        (HEAD + GESTURES + "sizing: {severity: {awful: 50 %}}\n", ["$.sizing.severity"]),
        (HEAD + GESTURES + "one_hop: {to: desk}\n", ["$.one_hop"]),
        (HEAD + GESTURES + "facts: {a: {type: colour}}\n", ["$.facts.a"]),
    ],
)
def test_plain_mistakes_do_not_fit(text: str, places: list[str]) -> None:
    assert faults(text) == places
