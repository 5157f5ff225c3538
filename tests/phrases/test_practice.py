"""Remarks and likenesses in words, in both languages."""

import pytest

from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.guards.look import look
from geste.core.reasons import Reason
from geste.phrases.likeness import say_likeness
from geste.phrases.remarks import say_remark
from tests.core.corpus import ROOT


@pytest.fixture(scope="module")
def hotel() -> Charter:
    charter = read_charter((ROOT / "examples" / "charters" / "hotel.yaml").read_text(encoding="utf-8")).charter
    assert charter is not None
    return charter


@pytest.mark.parametrize(
    ("text", "language", "noticed", "instead"),
    [
        (
            "It was only twenty minutes, sir.",
            "en",
            "This makes what the customer lived through small, or sounds like a threat.",
            "Twenty minutes: you should not have had to go through that.",
        ),
        (
            "Si je le fais pour vous, je dois le faire pour tout le monde.",
            "fr",
            "Cette phrase refuse à une personne à cause de toutes les autres.",
            "Je regarde votre situation à vous, et voilà ce qui me paraît juste.",
        ),
    ],
)
def test_a_remark_is_an_offer(text: str, language: str, noticed: str, instead: str) -> None:
    (remark,) = look(text, language)

    assert say_remark(remark, language) == (noticed, instead)


@pytest.mark.parametrize(
    ("reason", "english", "french"),
    [
        (
            Reason("nearest.same", (("fact", "stay.affected_nights"), ("value", 1))),
            "The same: Nights spoiled, 1\u00a0night",
            "Pareil\u00a0: Nuits gâchées, 1\u00a0nuit",
        ),
        (
            Reason("nearest.different", (("fact", "stay.promise_broken"), ("here", "yes"), ("there", "no"))),
            "Different: Something we promise was missing, yes here, no there",
            "Différent\u00a0: Une promesse n’a pas été tenue, oui ici, non là-bas",
        ),
        (
            Reason("nearest.same", (("fact", "stay.night_price"), ("value", 39000))),
            "The same: Price of one night, AUD 390.00",
            "Pareil\u00a0: Prix d’une nuit, 390,00\u00a0AUD",
        ),
    ],
)
def test_a_likeness_names_facts_as_the_charter_does(hotel: Charter, reason: Reason, english: str, french: str) -> None:
    assert say_likeness(reason, hotel, "en") == english
    assert say_likeness(reason, hotel, "fr") == french
