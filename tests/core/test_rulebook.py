"""Rulebook: when a charter has stopped being a purpose with a few guidelines."""

import pytest

from geste.core.charter.reading import read_charter
from geste.core.charter.rulebook import Rulebook, measure
from geste.core.charter.syntax import Charter

HEAD = "charter: c\nversion: 1\ncurrency: AUD\neffective: 2026-05-01\npurpose: P\nfacts: {ok: yes_no, n: number}\n"
GESTURES = "gestures:\n  g: {name: G, kind: fix, cap: 5, when: ok}\n"


def charter(text: str) -> Charter:
    read = read_charter(HEAD + GESTURES + text).charter
    assert read is not None
    return read


def codes(text: str) -> list[str]:
    return [found.code for found in read_charter(HEAD + GESTURES + text).findings if found.severity == "warning"]


def guidelines(*texts: str) -> str:
    return f"guidelines: [{', '.join(texts)}]\n"


def test_purpose_and_room_to_act_score_nothing() -> None:
    assert measure(charter(guidelines("Own it.", "Be kind."))) == Rulebook(2, 1, 0, 2, 0)


def test_commands_and_prohibitions_are_counted_in_both_languages() -> None:
    texts = ("You must ask.", "{en: Listen., fr: Il est interdit de crier.}", "Smile.", "Own it.")

    assert measure(charter(guidelines(*texts))).restrictive_percent == 50


def test_part_of_a_word_is_no_command() -> None:
    assert measure(charter(guidelines("Mustard is lovely.", "Nevertheless."))).restrictive_percent == 0


def test_clauses_limits_and_conditions_are_rules() -> None:
    rules = "clauses:\n  c: {says: S, require: n > 1}\nlimits:\n  l: {per: case, at_most: {times: 1}}\n"

    assert measure(charter(rules)).rules == 3


@pytest.mark.item("S0.25")
def test_commands_alone_make_a_rulebook() -> None:
    commands = ("You must ask.", "Never argue.", "Always log it.", "Only managers decide.")
    relaxed = ("Own it.", "Be kind.")

    assert measure(charter(guidelines(*commands))).score == 100
    assert measure(charter(guidelines(*commands[:1], *relaxed))).score == 21
    assert measure(charter(guidelines(*commands[:1], *relaxed, *relaxed))).score == 0


def test_each_sign_adds_to_the_others() -> None:
    rules = "clauses:\n" + "".join(f"  c{number}: {{says: S, require: n > 1}}\n" for number in range(74))
    long = guidelines("word " * 42)

    assert measure(charter(rules)).score == 50
    assert measure(charter(long)).score == 50
    assert measure(charter(rules + long)).score == 75


def test_score_is_full_when_everything_is_too_much() -> None:
    many = guidelines(*[f"You must never do thing number {number} {'again and ' * 30}" for number in range(25)])
    rules = "clauses:\n" + "".join(f"  c{number}: {{says: S, require: n > 1}}\n" for number in range(70))

    assert measure(charter(many + rules)) == Rulebook(25, 71, 100, 67, 100)


@pytest.mark.item("S0.25")
def test_eleven_guidelines_are_too_many() -> None:
    assert codes(guidelines(*["Own it."] * 10)) == []
    assert codes(guidelines(*["Own it."] * 11)) == ["guidelines.too_many"]


def test_commanding_guidelines_are_too_strict() -> None:
    assert codes(guidelines("You must.", "Always.", "Own it.", "Be kind.", "Smile.")) == []
    assert codes(guidelines("You must.", "Always.", "Own it.", "Be kind.")) == ["guidelines.too_strict"]


def test_long_guideline_is_hard_to_read_aloud() -> None:
    assert codes(guidelines("word " * 28)) == []
    assert codes(guidelines("word " * 29)) == ["guidelines.too_long"]


def test_too_many_rules_are_told_where_the_guidelines_stand() -> None:
    rules = "clauses:\n" + "".join(f"  c{number}: {{says: S, require: n > 1}}\n" for number in range(60))

    assert codes(rules) == ["rules.too_many"]
