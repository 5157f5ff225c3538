"""Forgetting from the command line: said before it is done, asked for, and done for good."""

from pathlib import Path

import pytest

from tests.config.test_opening import PATIENCE_SECONDS, python, said
from tests.config.test_upkeep import typed

HOUSE = """
import sys
from pathlib import Path
from geste.config import running
running.prepare(Path(sys.argv[1]))
from geste.apps.cases.models import Outcome
from geste.apps.cases.services.close_case import close_case
from tests.make import NOW, make_actor, make_case, make_charter, propose
make_charter()
agent = make_actor()
case = make_case(agent, reference="H1", customer="zyxmark-7")
propose(agent, case, "credit", "2000", note="Zyxmark could not sleep. " * 15)
close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)
make_case(agent, reference="H2", customer="ann")
"""


@pytest.fixture
def house(tmp_path: Path) -> str:
    with python(HOUSE, str(tmp_path)) as made:
        assert (made.communicate(timeout=PATIENCE_SECONDS)[1], made.returncode) == ("", 0)
    return str(tmp_path)


def held_by_files(house: str, mark: str) -> list[str]:
    """Return which files of a house hold these letters anywhere, in the pages of its database that are free as well."""
    files = (path for path in Path(house).rglob("*") if path.is_file())
    return sorted(path.name for path in files if mark.encode().lower() in path.read_bytes().lower())


def test_it_says_what_goes_and_what_stays_and_forgets_once_asked_to(house: str) -> None:
    assert held_by_files(house, "Zyxmark") == ["geste.sqlite3"]
    done = typed("--lang", "en", "forget", "H1", "--yes", "--data", house)
    again = typed("--lang", "en", "forget", "H1", "--yes", "--data", house)

    assert (done.status, done.wrong) == (0, "")
    assert done.words.startswith("H1: Mr Lee, room 507\n\nWhat goes, wherever it stands: ")
    assert "\nWhat stays: amounts and entries, " in done.words
    assert done.words.endswith("\nForgotten.\n")
    assert again.words.startswith("H1: \n")
    assert held_by_files(house, "Zyxmark") == []


def test_an_open_case_and_one_nobody_knows_are_left_alone(house: str) -> None:
    assert said("forget", "H2", "--yes", "--data", house) == (
        "Error: Case H2 is open: somebody still waits. Close it first.\n"
    )
    assert said("forget", "H3", "--data", house) == "Error: There is no case H3.\n"
