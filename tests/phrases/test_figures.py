"""Figures in sentences are written as people of the language write them: thousands apart, percents as they belong."""

import pytest

from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.findings import NOWHERE, finding
from geste.core.reasons import Reason
from geste.phrases.explain import explain_charter
from geste.phrases.measures import say_measure, say_percent
from geste.phrases.one_page import one_page
from geste.phrases.speak import say_finding, say_reason

HEAD = """\
charter: c
version: 1
currency: EUR
effective: 2026-05-01
purpose: P
"""
GESTURES = "gestures:\n  refund: {name: R, kind: money_now, cap: 100}\n"


def charter_of(text: str) -> Charter:
    charter = read_charter(HEAD + text).charter
    assert charter is not None
    return charter


@pytest.mark.parametrize(
    ("low", "high", "english", "french"),
    [
        (1, 1_000_000, "between 1 and 1,000,000", "entre 1 et 1\u00a0000\u00a0000"),
        ("-500.00", "12500.50", "between −500.00 and 12,500.50", "entre −500,00 et 12\u00a0500,50"),
        ("-0.50", "0.50", "between −0.50 and 0.50", "entre −0,50 et 0,50"),
    ],
)
def test_bounds_have_their_thousands_apart(low: str | int, high: str | int, english: str, french: str) -> None:
    found = finding("number.out_of_range", NOWHERE, "error", found="0", low=low, high=high)

    assert english in say_finding(found, "en")
    assert french in say_finding(found, "fr")


def test_bounds_of_an_amount_are_amounts() -> None:
    facts = "facts: {price: {type: money, max: 5000, assume: 6000}}\n"
    (found,) = read_charter(HEAD + facts + GESTURES).errors

    assert say_finding(found, "en") == "“6000” is not between 0.00 and 5,000.00."


@pytest.mark.parametrize(
    ("said", "english", "french"),
    [
        ([say_percent(750, "en"), say_percent(750, "fr")], "7.5%", "7,5\u00a0%"),
        ([say_measure(30, "percent", "en"), say_measure(30, "percent", "fr")], "30%", "30\u00a0%"),
    ],
)
def test_a_percent_sign_stands_close_in_english_and_apart_in_french(said: list[str], english: str, french: str) -> None:
    assert said == [english, french]


def test_a_raised_suggestion_says_its_percent_as_its_language_does() -> None:
    charter, reason = charter_of(GESTURES), Reason("uplift.applied", (("percent", 50),))

    assert "50% higher" in say_reason(reason, charter, "en")
    assert "50\u00a0% au plus" in say_reason(reason, charter, "fr")


def test_a_rule_without_a_name_says_its_words_once() -> None:
    charter = charter_of(GESTURES + "bendable: {hour: {says: We close at six.}, noon: {says: By noon., name: Late}}\n")
    (rules,) = (part.lines for part in explain_charter(charter, "en").sections if part.heading == "What may be bent")
    (block,) = (part for part in one_page(charter, "en").blocks if part.heading == "What may be bent")

    assert rules == ("We close at six. Everyone may bend it.", "Late: By noon. Everyone may bend it.")
    assert [(item.text, item.detail) for item in block.items] == [("We close at six.", ""), ("Late.", "By noon.")]
