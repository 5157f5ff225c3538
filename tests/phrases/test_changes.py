"""Each change between two versions is one sentence that begins with what it means, and for whom."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geste.core.charter.differ import Change, diff_charters
from geste.core.charter.parser import parse_charter
from geste.core.charter.syntax import Charter
from geste.phrases.changes import say_change
from tests.core.strategies import charters, written
from tools.french import typography_faults

GOLDEN = Path(__file__).parent / "golden"
HOTEL_FILE = Path(__file__).resolve().parents[2] / "examples" / "charters" / "hotel.yaml"
HOTEL = HOTEL_FILE.read_text(encoding="utf-8")
LANGUAGES = ("en", "fr")
CODE = re.compile(r"\b(?:explain|condition|change|page)\.\w+")


def charter_of(text: str) -> Charter:
    charter, findings = parse_charter(text)
    assert charter is not None
    assert not [found for found in findings if found.severity == "error"], findings
    return charter


def told(language: str, *replacements: tuple[str, str]) -> list[str]:
    """Return the sentences of what changes when these words of the hotel's charter are replaced."""
    text = HOTEL
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    before, after = charter_of(HOTEL), charter_of(text)
    sentences = [say_change(change, before, after, language) for change in diff_charters(before, after)]
    return [sentence.replace("\u00a0", " ") for sentence in sentences]


def golden() -> list[tuple[tuple[str, str], str, str]]:
    """Return what stands in the golden file: words of the hotel's charter, others in their place, what is told."""
    blocks = (GOLDEN / "changes.txt").read_text(encoding="utf-8").strip().split("\n\n")
    found = []
    for block in blocks:
        old, new, english, french = block.split("\n")
        found.append(((old.replace("\\n", "\n"), new.replace("\\n", "\n")), english, french))
    return found


CASES = golden()


@pytest.mark.parametrize(("replacement", "english", "french"), CASES)
def test_a_change_is_told(replacement: tuple[str, str], english: str, french: str) -> None:
    assert told("en", replacement)[0] == english
    assert told("fr", replacement)[0] == french


def test_guidelines_are_told_by_what_is_new_and_what_is_gone() -> None:
    replacement = ("en: Own it until it is done.", "en: See it through.")

    assert told("en", replacement) == [
        "Changed: the guidelines. New: “See it through.” Gone: “Own it until it is done.”"
    ]


def test_what_is_gone_is_called_by_its_old_name() -> None:
    start, end = HOTEL.index("  delight:\n"), HOTEL.index("clauses:\n")

    assert told("en", (HOTEL[start:end], "")) == [
        "Taken from everyone: the gesture “A surprise when nothing is wrong” is gone."
    ]


def test_new_names_for_things_are_told() -> None:
    shop = (HOTEL_FILE.parent / "shop.yaml").read_text(encoding="utf-8")
    other = shop.replace("fr: adresse}", "fr: adresse postale}").replace('fr: "Délai de retour"', "fr: Délai")
    before, after = charter_of(shop), charter_of(other)

    said = [say_change(change, before, after, "fr") for change in diff_charters(before, after)]

    assert said == [
        "Modifié\u00a0: ce par quoi se comptent les gestes passés s’appelle désormais adresse postale.",
        "Modifié\u00a0: les mots pour le chiffre «\u00a0Délai\u00a0».",
    ]


def test_what_tells_scopes_apart_is_told() -> None:
    shop = (HOTEL_FILE.parent / "shop.yaml").read_text(encoding="utf-8")
    before, after = (
        charter_of(shop.replace("\n    by: order.address\n", "\n    by: order.not_found\n")),
        charter_of(shop),
    )
    (change,) = diff_charters(before, after)

    assert say_change(change, before, after, "en") == (
        "Changed: what tells apart whom or what earlier gestures count for: Delivery address."
    )
    assert say_change(change, before, after, "fr") == (
        "Modifié\u00a0: ce qui permet de savoir à quoi se rapportent les gestes passés\u00a0: Adresse de livraison."
    )


def test_that_nothing_tells_scopes_apart_any_more_is_told() -> None:
    shop = (HOTEL_FILE.parent / "shop.yaml").read_text(encoding="utf-8")
    label = "{en: address, fr: adresse}"
    untold = shop.replace(f"\n    label: {label}\n    by: order.address\n", f" {label}\n")
    before, after = charter_of(shop), charter_of(untold)
    changes = diff_charters(before, after)

    assert [say_change(change, before, after, "en") for change in changes if change.aspect == "scope_facts"] == [
        "Changed: what tells apart whom or what earlier gestures count for: —."
    ]


def test_amounts_are_written_by_whoever_asks() -> None:
    before, after = charter_of(HOTEL), charter_of(HOTEL.replace("trust_line: 50", "trust_line: 60"))
    (change,) = diff_charters(before, after)

    said = say_change(change, before, after, "en", lambda minor: f"{minor} cents")

    assert said == "Given to everyone: the amount up to which no note is asked goes from 5000 cents to 6000 cents."


@given(st.data())
@settings(max_examples=15)
def test_any_change_can_be_told(data: st.DataObject) -> None:
    before, after = (charter_of(written(data.draw(charters()))) for _ in range(2))

    for change in diff_charters(before, after):
        for language in LANGUAGES:
            assert_is_told(change, before, after, language)


def assert_is_told(change: Change, before: Charter, after: Charter, language: str) -> None:
    said = say_change(change, before, after, language)

    assert said
    assert not CODE.search(said), (change, said)
    assert ": ." not in said, (change, said)


@pytest.mark.parametrize(("replacement", "english", "french"), CASES)
def test_french_is_set_as_french(replacement: tuple[str, str], english: str, french: str) -> None:
    del english, french
    text = HOTEL.replace(*replacement, 1)
    before, after = charter_of(HOTEL), charter_of(text)

    for change in diff_charters(before, after):
        assert typography_faults(say_change(change, before, after, "fr")) == []
