"""What somebody reads about themselves: too little and too much in the same words, turned round, and no figure."""

import re

import pytest

from geste.core.portrait.difficulty import difficulty
from geste.core.portrait.opportunity import Signals
from geste.core.portrait.sharing import SharedView
from geste.phrases.catalogue import EN, FR
from geste.phrases.portrait import (
    say_apart,
    say_difficulty,
    say_evidence,
    say_level,
    say_measure,
    say_set_aside,
    say_shared,
    say_view,
)
from tests.core.test_portrait import NO, gifts, lived, seen

MIRRORED = ["lean.{}.use", "lean.{}.size", "portrait.talk.{}"]
TURNED = {
    "en": {"less": "more", "more": "less"},
    "fr": {"moins": "plus", "plus": "moins"},
}


@pytest.mark.item("S0.29")
@pytest.mark.parametrize(("language", "catalogue"), [("en", EN), ("fr", FR)])
@pytest.mark.parametrize("pair", MIRRORED)
def test_both_tails_are_told_in_the_same_words_turned_round(
    pair: str, language: str, catalogue: dict[str, str]
) -> None:
    turned = TURNED[language]
    mirror = re.sub(r"\w+", lambda word: turned.get(word.group(), word.group()), catalogue[pair.format("too_little")])

    assert mirror == catalogue[pair.format("too_much")]
    assert mirror != catalogue[pair.format("too_little")]


@pytest.mark.item("S0.44")
def test_whoever_experiments_within_the_charter_is_praised() -> None:
    found = seen(lived([*gifts([20] * 6), *gifts([None] * 8, rare_kind=True), *[NO] * 6])).headline

    assert say_view(found, "en")[1].startswith("Well done")
    assert say_view(found, "fr")[1].startswith("Bravo")


def test_what_is_told_is_the_pattern_the_lean_and_the_talk() -> None:
    found = seen(lived([*gifts([32] * 14), *[NO] * 6])).headline

    assert say_view(found, "en") == (
        EN["pattern.steady"],
        EN["pattern.steady.means"],
        EN["lean.too_much.size"],
        EN["portrait.talk.too_much"],
    )


@pytest.mark.item("S0.44")
@pytest.mark.parametrize("catalogue", [EN, FR], ids=["en", "fr"])
def test_no_sentence_has_a_figure_in_it(catalogue: dict[str, str]) -> None:
    families = ("pattern.", "portrait.", "lean.", "evidence.", "measure.", "confidence.", "level.")

    assert [said for code, said in catalogue.items() if code.startswith(families) and re.search(r"\d|%|€", said)] == []


def test_others_read_a_pattern_and_how_sure_it_is() -> None:
    assert say_shared(SharedView("high", "not_used", "good"), "en") == "Hard cases · Room not used · Likely"
    assert (
        say_shared(SharedView(None, "not_enough_yet", None), "fr") == "Tous les dossiers · Pas encore assez de dossiers"
    )


def test_every_sign_of_difficulty_is_told() -> None:
    signs = difficulty("spoiled", Signals(repeated_failure=True)).reasons

    assert [say_difficulty(sign, "en") for sign in signs] == ["Severity: spoiled", "It had gone wrong before"]
    assert [say_difficulty(sign, "fr") for sign in signs] == ["Gravité\u00a0: sérieuse", "Il y avait déjà eu un raté"]


def test_headings_are_said() -> None:
    assert say_level(None, "en") == EN["level.all"]
    assert say_apart("high", "fr") == FR["portrait.apart.high"]
    assert say_set_aside("not_a_choice", "en") == EN["portrait.not_a_choice"]
    assert say_measure("size", "en") == EN["measure.size"]
    assert say_evidence("evidence.used", "en") == EN["evidence.used"]
    assert say_evidence("handed_over", "fr") == FR["evidence.handed_over"]
    assert say_evidence("speaking_for", "en") == EN["evidence.speaking_for"]
