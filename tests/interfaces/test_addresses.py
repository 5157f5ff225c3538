"""Addresses: each one of the web door is looked at by the tests of whole pages, or it says why not."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geste.apps.people.models import User
from geste.demo.hotel import HOTEL
from geste.demo.telling import tell
from tests.stories import pages

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db

FIRST_RUN = "is there before the house is open, and never again: tests/stories/test_first_run.py"
ELSEWHERE = {
    "verdict": "answers about a gesture that is asked for: tests/interfaces/test_desk.py",
    **dict.fromkeys(("begin", "begin-open", "begin-step", "begin-page"), FIRST_RUN),
}
"""Addresses that show nothing to somebody who only opens them, and what looks at them instead."""


@pytest.fixture
def seen(settings: "Settings") -> list[pages.Seen]:
    """Return what the addresses answer to an agent, to those who look after the charter, and the pages for nobody."""
    settings.GESTE = replace(settings.GESTE, demo=True)
    agent = tell(HOTEL)
    writer, reader = User.objects.filter(is_steward=True).order_by("pk")
    pages.furnish(writer)
    for_nobody = [it for it in pages.seen_by(None) if it.kind == "page"]
    return for_nobody + [it for who in (agent, writer, reader) for it in pages.seen_by(who)]


def test_every_address_is_looked_at(seen: list[pages.Seen]) -> None:
    assert set(pages.names()) - {it.name for it in seen} == set(ELSEWHERE)
    kinds = {
        name: {it.kind for it in seen if it.name == name}
        for name in ("case", "sign-in", "help-line", "version-page", "give")
    }

    assert kinds == {
        "case": {"page"},
        "sign-in": {"page", "way"},
        "help-line": {"part"},
        "version-page": {"file"},
        "give": {"act"},
    }


def test_an_address_nobody_can_fill_in_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "names", lambda: {"planet": ("galaxy",)})

    with pytest.raises(pages.AddressUnseen, match="planet: nothing stands for galaxy"):
        pages.seen_by(None)
