"""The mission: every item that is due has a test, every mark a line, and what is open is said openly."""

from pathlib import Path

import pytest

from tools import mission

LISTED = """
["S0.10"]
means = "A second."
issue = 3
awaits.3 = "the page."

["S0.9"]
means = "A first."
issue = 2
"""
MARKED = """
import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.item("S9.1")]


@pytest.mark.item("S0.9", "S0.8")
@pytest.mark.parametrize("number", [1, 2])
def test_it_holds(number: int) -> None: ...


def make_something() -> None: ...


class Group:
    def test_it_holds_in_a_group(self) -> None: ...
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "test_marked.py").write_text(MARKED, encoding="utf-8")
    (tmp_path / "make.py").write_text("@pytest.mark.item('S1.1')\ndef test_not_collected(): ...\n", encoding="utf-8")
    return tmp_path


def test_every_item_that_is_due_is_proven_or_said_to_be_open() -> None:
    assert mission.gaps(mission.items(mission.ITEMS.read_text("utf-8")), mission.proofs()) == []


def test_marks_are_found_wherever_they_stand(folder: Path) -> None:
    found = [(proof.test, proof.item) for proof in mission.proofs(folder)]

    assert found == [
        ("test_it_holds", "S9.1"),
        ("test_it_holds", "S0.9"),
        ("test_it_holds", "S0.8"),
        ("test_it_holds_in_a_group", "S9.1"),
    ]


def test_an_item_without_a_test_and_a_test_without_an_item_are_gaps(folder: Path) -> None:
    due = mission.items(LISTED)
    proven = [proof for proof in mission.proofs(folder) if proof.item != "S0.9"]

    assert [item.name for item in due] == ["S0.9", "S0.10"]
    assert mission.gaps(due, proven)[:2] == [
        "S0.9: no test proves it",
        "S9.1: test_it_holds proves it, and no list names it",
    ]


def test_a_name_that_is_not_written_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "test_computed.py").write_text(
        "@pytest.mark.item(NAME)\ndef test_it() -> None: ...\n", encoding="utf-8"
    )

    with pytest.raises(ValueError, match="malformed node"):
        mission.proofs(tmp_path)


def test_the_page_says_what_is_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "mission.toml").write_text(LISTED, encoding="utf-8")
    proven = mission.proofs(folder)
    monkeypatch.setattr(mission, "ITEMS", folder / "mission.toml")
    monkeypatch.setattr(mission, "ROOT", folder)
    monkeypatch.setattr(mission, "proofs", lambda: proven)

    assert mission.table().splitlines()[2:] == [
        "| S0.9 | A first. | [It holds](../../test_marked.py) |",
        "| S0.10 | A second. | **Not proven yet** (issue 3): the page. |",
    ]
