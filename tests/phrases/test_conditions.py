"""Every condition and amount of the language is a clause that can stand in a sentence, in English and in French."""

from pathlib import Path

import pytest

from geste.core.charter.cel import read_expression
from geste.core.charter.reading import read_charter
from geste.core.charter.resolver import resolve_amount, resolve_condition
from geste.core.charter.syntax import Charter
from geste.core.findings import Place
from geste.phrases.conditions import say_amount, say_condition
from tools.french import typography_faults

GOLDEN = Path(__file__).parent / "golden"
TEXT = """
charter: hotel
version: 1
currency: EUR
effective: 2026-05-01
purpose: Put it right.
facts:
  customer:
    tier:
      type: one_of
      values: [silver, gold, not_a_member]
      label: {en: The customer's tier, fr: Le niveau du client}
    vip: {type: yes_no, from: customer, label: {en: The customer is a regular, fr: Le client est un habitué}}
    quiet: yes_no
    name: text
    days_here: number
  stay:
    nights: {type: number, unit: nights, label: {en: Spoiled, fr: Gâché}}
    share_taken: {type: number, unit: percent, max: 100, label: {en: Rooms taken, fr: Chambres occupées}}
    guests: {type: number, label: {en: the guests, fr: les clients}}
    balance: {type: money, min: -500, label: {en: the balance, fr: le solde}}
    price: {type: money, label: {en: the price of the night, fr: le prix de la nuit}}
    arrived: {type: time, label: {en: the arrival, fr: "l'arrivée"}}
    left: {type: time, label: {en: Departure, fr: Départ}}
  rooms:
    type: list
    of: {status: [open, shut], price: money, paid: yes_no, code: text}
    label: {en: the rooms, fr: les chambres}
parameters:
  share: 7.5 %
  good: [gold, silver]
  fees: {by: [customer.tier], gives: money, is: {silver: 1, gold: 2, not_a_member: 3}}
roles: {night: {name: {en: Night auditor, fr: Veilleur de nuit}}}
gestures:
  credit: {name: {en: Night credit, fr: Nuit offerte}, kind: money_now, cap: 50}
"""


def charter() -> Charter:
    read = read_charter(TEXT).charter
    assert read is not None
    return read


CHARTER = charter()


def golden(name: str) -> list[tuple[str, str, str]]:
    """Return the triples of a golden file: an expression, what it is in English and what it is in French."""
    blocks = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [(text, english, french) for text, english, french in (block.split("\n") for block in blocks)]


CONDITIONS = golden("conditions")
AMOUNTS = golden("amounts")


def said(text: str, language: str) -> str:
    return say_condition(resolve_condition(read_expression(text, Place(1, 1)), CHARTER.vocabulary), CHARTER, language)


def plain(text: str) -> str:
    """Return a text with ordinary spaces, so that expectations can be read."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("text", "english", "french"), CONDITIONS)
def test_conditions_are_clauses(text: str, english: str, french: str) -> None:
    assert plain(said(text, "en")) == english
    assert plain(said(text, "fr")) == french


@pytest.mark.parametrize(("text", "english", "french"), AMOUNTS)
def test_amounts_are_nouns(text: str, english: str, french: str) -> None:
    amount = resolve_amount(read_expression(text, Place(1, 1)), CHARTER.vocabulary)

    assert plain(say_amount(amount, CHARTER, "en")) == english
    assert plain(say_amount(amount, CHARTER, "fr")) == french


@pytest.mark.parametrize(("text", "english", "french"), CONDITIONS)
def test_french_is_set_as_french(text: str, english: str, french: str) -> None:
    del english, french

    assert typography_faults(said(text, "fr")) == []


def test_amounts_are_written_by_whoever_asks() -> None:
    condition = resolve_condition(read_expression("stay.price > 9", Place(1, 1)), CHARTER.vocabulary)

    written = say_condition(condition, CHARTER, "en", lambda minor: f"{minor} cents")

    assert written == "the price of the night is more than 900 cents"
