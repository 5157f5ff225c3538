"""The week from the command line: printed as text or HTML, or sent to whom it is asked for, each alone."""

from pathlib import Path

import pytest

from tests.config.test_opening import PATIENCE_SECONDS, python, said
from tests.config.test_upkeep import typed
from tests.fakes.smtp_server import post_office

HOUSE = """
import sys
from pathlib import Path
from geste.config import running
running.prepare(Path(sys.argv[1]))
from geste.apps.practice.services.share_practice import Shared, share_practice
from tests.make import NOW, make_actor, make_case, make_charter
make_charter()
agent = make_actor()
share_practice(actor=agent, case=make_case(agent), shared=Shared(title="A fan first", done="Bring it up."), now=NOW)
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("digest") / "house"
    with python(HOUSE, str(home)) as made:
        assert (made.communicate(timeout=PATIENCE_SECONDS)[1], made.returncode) == ("", 0)
    return home


@pytest.mark.item("S2.18")
def test_it_prints_a_week_of_the_house_or_of_a_team(house: Path) -> None:
    week = ("digest", "--day", "2026-05-15", "--data", str(house))

    whole = typed("--lang", "en", *week)
    team = typed("--lang", "fr", *week, "--team", "night", "--html")

    assert (whole.status, whole.wrong) == (0, "")
    assert whole.words.startswith("Our week until 15\u00a0May\u00a02026\n")
    assert "* A fan first\n  Bring it up." in whole.words
    assert '<html lang="fr">' in team.words
    assert "<strong>A fan first</strong><br>Bring it up." in team.words


def test_it_is_sent_to_each_alone_and_says_what_is_missing(house: Path) -> None:
    asked = ("digest", "--day", "2026-05-15", "--data", str(house))
    with post_office() as office:
        mail = {"GESTE_MAIL_URL": office.url, "GESTE_MAIL_FROM": "Harbour <house@example.org>"}
        sent = typed(*asked, "--to", "ana@example.org", "--to", "leo@example.org", **mail)
        assert (sent.status, sent.words) == (0, "ana@example.org\nleo@example.org\n")
        assert len(office.letters) == 2

    assert "No mail server is set up" in said(*asked, "--to", "ana@example.org")
    assert "There is no one team called Moon. There are: Night." in said(*asked, "--team", "Moon")
    assert "yesterday is no day" in said("digest", "--day", "yesterday", "--data", str(house))
