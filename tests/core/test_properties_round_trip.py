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


HEAD = "charter: c\nversion: 1\ncurrency: AUD\neffective: 2026-05-01\npurpose: P\n"
NUMBERS = "[" + ", ".join(f"{{n: {number}}}" for number in range(300)) + "]"
WORDS = "[" + ", ".join(f"word{number}" for number in range(300)) + "]"
SPELLINGS = {
    "a length of time in hours": ("{t: time}", "'now - t < duration(\"300000h\")'"),
    "a length of time in minutes": ("{t: time}", "'now - t < duration(\"52000000m\")'"),
    "a fact called item": ("{item: {n: number}, l: {type: list, of: {n: number}}}", "'l.exists(x, x.n > item.n)'"),
    "facts called like both elements": (
        "{item: number, item2: number, l: {type: list, of: {n: number}}}",
        "'l.exists(x, l.exists(y, y.n + item > x.n + item2))'",
    ),
    "every element of a list in a list": (
        "{l: {type: list, of: {n: number}}}",
        "'l.exists(x, x.n > l.filter(y, true).size())'",
    ),
    "a built-in fact after others": (
        "{own: {x: number}, case: {loss: [money, time], y: number}}",
        "{own.x: 1, case.loss: time, case.y: 2}",
    ),
    "minus upon minus": ("{n: {type: number, min: -9, max: 9}}", "'-(-(-(n * -n))) - -n - (2 - n) < 5'"),
    "a choice of numbers": ("{n: number}", "'n in [1, 2, 3] && !(n in [4, 5]) || n in [6, 7]'"),
    "a choice of amounts": ("{p: money}", "'p in [1, 2.50, p / 2]'"),
    "three hundred conditions, none of them": ("{n: {type: number, max: 3000}}", f"{{none_of: {NUMBERS}}}"),
    "three hundred conditions, any of them": ("{n: {type: number, max: 3000}}", f"{{any_of: {NUMBERS}}}"),
    "the opposite of a long list": ("{n: number, m: yes_no}", f"{{not: {{m: yes, any_of: {NUMBERS}}}}}"),
    "a long choice of words": ("{w: text}", f"{{w: {WORDS}}}"),
    "no long choice of words": ("{w: text}", f"{{w: {{not_in: {WORDS}}}}}"),
    "a long choice beside others": ("{w: text, m: yes_no}", f"[{{w: {WORDS}}}, m]"),
}


def when(facts: str, condition: str) -> str:
    return f"{HEAD}facts: {facts}\ngestures:\n  g: {{name: G, kind: fix, cap: 5, when: {condition}}}\n"


@pytest.mark.parametrize("name", SPELLINGS)
def test_what_is_written_in_any_way_is_read_again(name: str) -> None:
    charter = parsed(when(*SPELLINGS[name]))

    assert_round_trip(charter)
    assert read_charter(format_charter(charter)).charter == charter


def test_what_could_not_be_read_again_is_refused() -> None:
    lines = "{l: {type: list, of: {n: number, w: text}}}"
    long_amount = " + ".join(["l.map(x, x.n).sum()"] * 39)

    refused = [
        *read_charter(when(lines, f"{{l: {{any: {{w: {WORDS}}}}}}}")).findings,
        *read_charter(when(lines, f"'({long_amount}) > (0 - 1) * ({long_amount})'")).findings,
    ]

    assert [(found.code, found.line) for found in refused if found.severity == "error"] == [
        ("expression.too_long_in_full", 8),
        ("expression.too_long", 8),
    ]


def test_charter_that_is_too_large_written_out_is_refused() -> None:
    few = when("{n: number}", "n > 1") + "".join(
        f"  g{number}: {{name: G, kind: fix, cap: 5}}\n" for number in range(180)
    )
    limited = "limits:\n" + "".join(
        f"  l{number}: {{per: case, at_most: {{times: 1}}, says: {'words ' * 150}}}\n" for number in range(150)
    )

    (found,) = (one for one in read_charter(few + limited).findings if one.severity == "error")

    assert found.code == "charter.too_large"


@given(charters())
@settings(brisk, max_examples=8)
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
