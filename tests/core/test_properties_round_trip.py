"""Property: a charter written out canonically and read again is the same charter, and is written the same way again."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from geste.core.charter.formatter import format_charter
from geste.core.charter.parser import parse_charter
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from tests.core.corpus import ROOT
from tests.core.strategies import Spec, brisk, charters, written

WHOLE_CHARTERS = sorted((ROOT / "examples" / "charters").glob("*.yaml")) + [
    ROOT / "tests" / "tau" / name for name in ("airline.yaml", "retail.yaml")
]


def parsed(text: str) -> Charter:
    charter, findings = parse_charter(text)
    assert [found for found in findings if found.severity == "error"] == []
    assert charter is not None
    return charter


def assert_round_trip(charter: Charter) -> None:
    text = format_charter(charter)
    again = parsed(text)
    assert again == charter
    assert format_charter(again) == text


@given(charters())
@settings(brisk, max_examples=12)
def test_any_charter_survives_being_written_and_read(spec: Spec) -> None:
    assert_round_trip(parsed(written(spec)))


@pytest.mark.parametrize("path", WHOLE_CHARTERS, ids=lambda path: path.name)
def test_whole_charter_survives_being_written_and_read(path: Path) -> None:
    assert_round_trip(parsed(path.read_text(encoding="utf-8")))


def test_digest_does_not_depend_on_how_the_text_is_laid_out() -> None:
    path = ROOT / "examples" / "charters" / "bakery.yaml"
    reading = read_charter(path.read_bytes())
    assert reading.charter is not None

    again = read_charter(format_charter(reading.charter))

    assert again.digest == reading.digest
