"""What the page on the Python interface shows is what Python answers."""

import doctest
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "core-api.md"


def test_the_page_on_the_python_interface_runs() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", optionflags=doctest.FAIL_FAST)

    assert result.failed == 0
    assert result.attempted > 20
