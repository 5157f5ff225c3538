"""The Python on the pages about guards and nearest cases does what they say."""

from pathlib import Path

import pytest

from tools import excerpts

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize(
    ("page", "printed"),
    [
        (
            "guards.md",
            "minimising | It was only twenty | Twenty minutes: you should not have had to go through that.\n",
        ),
        ("nearest-cases.md", "A-1 drinks 0.0\n"),
    ],
)
def test_the_example_prints_what_one_expects(page: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    ((_, code),) = excerpts.blocks((REFERENCE / page).read_text(encoding="utf-8"), "python example")
    exec(code, {})

    assert capsys.readouterr().out == printed
