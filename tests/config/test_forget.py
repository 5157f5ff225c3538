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
from tests.make import NOW, make_actor, make_case, make_charter
make_charter()
agent = make_actor()
close_case(actor=agent, case=make_case(agent, reference="H1"), outcome=Outcome.HEARD, now=NOW)
make_case(agent, reference="H2")
"""


@pytest.fixture
def house(tmp_path: Path) -> str:
    with python(HOUSE, str(tmp_path)) as made:
        assert (made.communicate(timeout=PATIENCE_SECONDS)[1], made.returncode) == ("", 0)
    return str(tmp_path)


def test_it_says_what_goes_and_what_stays_and_forgets_once_asked_to(house: str) -> None:
    done = typed("--lang", "en", "forget", "H1", "--yes", "--data", house)
    again = typed("--lang", "en", "forget", "H1", "--yes", "--data", house)

    assert (done.status, done.wrong) == (0, "")
    assert done.words.startswith("H1: Mr Lee, room 507\n\nWhat goes: ")
    assert "\nWhat stays: amounts and entries, " in done.words
    assert done.words.endswith("\nForgotten.\n")
    assert again.words.startswith("H1: \n")


def test_an_open_case_and_one_nobody_knows_are_left_alone(house: str) -> None:
    assert said("forget", "H2", "--yes", "--data", house) == (
        "Error: Case H2 is open: somebody still waits. Close it first.\n"
    )
    assert said("forget", "H3", "--data", house) == "Error: There is no case H3.\n"
