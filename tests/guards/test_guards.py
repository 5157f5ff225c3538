"""The guards find what hurts, leave alone what does not, and are never in the way."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geste.core import limits
from geste.core.guards.look import look
from geste.core.guards.remark import COMMENT, KINDS, REPLY
from geste.core.reasons import Reason
from geste.phrases.catalogue import EN, FR
from tests.guards.labelled import LANGUAGES, half, sentences
from tests.guards.measure import GUARDS, measured

FLOOR = 0.85


def kinds_in(text: str, language: str = "en") -> list[str]:
    return [remark.kind for remark in look(text, language)]


@pytest.mark.item("S0.21", "S2.13", "S2.16", "S4.7", "S4.14")
@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_guard_keeps_its_floor_on_the_half_held_out(language: str, guard: str) -> None:
    found = measured(half(language, "held_out"), GUARDS[guard])

    assert found.right + found.missed >= 20
    assert found.precision >= FLOOR, found
    assert found.recall >= FLOOR, found


@pytest.mark.item("S0.21")
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_hundred_innocent_sentences_are_left_alone(language: str) -> None:
    innocent = [sentence.text for sentence in sentences(language) if not sentence.labels]
    remarked = [text for text in innocent if look(text, language, GUARDS["phrase"])]

    assert len(innocent) >= 200
    assert len(remarked) <= 2


@pytest.mark.parametrize(("language", "catalogue"), [("en", EN), ("fr", FR)])
def test_ordinary_prose_is_left_alone(language: str, catalogue: dict[str, str]) -> None:
    # What the guards themselves quote is no ordinary prose.
    prose = [said for code, said in catalogue.items() if len(said.split()) >= 4 and not code.startswith("guard.")]
    remarked = [text for text in prose if look(text, language)]

    assert len(prose) >= 300
    assert len(remarked) <= 0.04 * len(prose)


@pytest.mark.item("S2.16")
@pytest.mark.parametrize("language", LANGUAGES)
def test_more_than_fifty_comments_of_managers_are_told_from_kind_ones(language: str) -> None:
    comments = [sentence for sentence in sentences(language) if sentence.labels & set(COMMENT)]
    remarked = [sentence for sentence in comments if look(sentence.text, language, COMMENT)]

    assert len(comments) >= 50
    assert len(remarked) >= 0.95 * len(comments)


@pytest.mark.item("S0.21")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If I did it for you I would have to do it for everyone."),
        ("en", "IF I DO THIS FOR YOU I'LL HAVE TO DO IT FOR EVERYBODY"),
        ("en", "if i do it 4 u i gotta do it 4 every1"),
        ("en", "We cant make any exeptions."),
        ("en", "This would set a presedent."),
        ("fr", "Si je le faisais pour vous, je devrais le faire pour tout le monde."),
        ("fr", "SI JE LE FAIS POUR VOUS IL FAUDRA LE FAIRE POUR TOUT LE MONDE"),
        ("fr", "si jle fais pr toi faut le faire pr tt le monde"),
        ("fr", "Pas d'exeption possible."),
        ("fr", "Ca creerait un precedant."),
    ],
)
def test_case_accents_slang_and_slips_do_not_matter(language: str, text: str) -> None:
    assert [remark.kind for remark in look(text, language)] == ["precedent"]


@pytest.mark.item("S4.7")
def test_lucky_is_remarked_on_when_it_makes_small_and_not_when_it_is_kind() -> None:
    assert kinds_in("You were lucky not to be charged for leaving early.") == ["minimising"]
    assert kinds_in("We are lucky to have guests like you.") == []
    assert kinds_in("Vous avez eu de la chance de ne pas être facturé.", "fr") == ["minimising"]
    assert kinds_in("Bonne chance pour demain !", "fr") == []


@pytest.mark.parametrize(
    ("language", "alone", "told_off"),
    [
        ("en", "You decided without anyone to ask.", "You decided without asking anyone."),
        ("fr", "Vous avez décidé sans personne à qui demander.", "Vous avez décidé sans demander à personne."),
    ],
)
def test_having_had_nobody_to_ask_is_no_blame(language: str, alone: str, told_off: str) -> None:
    assert [remark.kind for remark in look(alone, language)] == []
    assert [remark.kind for remark in look(told_off, language)] == ["blame"]


def test_a_remark_says_where_and_offers_a_better_sentence() -> None:
    text = "Thank you for the note. That was careless. See you on Monday."
    (remark,) = look(text, "en")

    assert remark.kind == "blame"
    assert "careless" in text[remark.start : remark.end]
    assert "note" not in text[remark.start : remark.end]
    assert remark.instead == Reason("guard.blame.instead")


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "It was only twenty minutes, sir.", Reason("guard.minimising.kept", (("kept", "twenty minutes"),))),
        ("fr", "C’était juste 20 minutes.", Reason("guard.minimising.kept", (("kept", "20 minutes"),))),
        ("en", "I'd have given 50, not 180.", Reason("guard.money.kept", (("kept", "50"),))),
    ],
)
def test_the_sentence_offered_keeps_what_is_concrete(language: str, text: str, kept: Reason) -> None:
    assert [remark.instead for remark in look(text, language)] == [kept]


def test_a_sentence_gets_one_remark_of_a_kind_and_the_next_sentence_its_own() -> None:
    assert kinds_in("You never ask and you always forget.") == ["absolute"]
    assert kinds_in("You never ask. You never ask.") == ["absolute", "absolute"]


def test_whoever_asks_for_one_guard_gets_only_its_remarks() -> None:
    text = "That was careless, and it is our policy."

    assert [remark.kind for remark in look(text, "en", COMMENT)] == ["blame"]
    assert [remark.kind for remark in look(text, "en", REPLY)] == ["deflection"]


def test_what_is_too_long_is_read_as_far_as_the_limit() -> None:
    padding = "x " * (limits.GUARDED_CHARACTERS // 2)

    assert kinds_in(f"{padding}That was careless.") == []
    assert kinds_in(f"That was careless. {padding}") == ["blame"]


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_every_remark_lies_inside_it(text: str, language: str) -> None:
    remarks = look(text, language)

    assert all(0 <= remark.start <= remark.end <= len(text) for remark in remarks)
    assert list(remarks) == sorted(remarks, key=lambda remark: (remark.start, remark.end, remark.kind))
    assert {remark.kind for remark in remarks} <= set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words", ["if you had ", "you always have to do it for everyone ", "si vous aviez ", "a ", "!?"]
)
def test_a_long_text_is_read_quickly_whatever_stands_in_it(language: str, words: str) -> None:
    text = (words * limits.GUARDED_CHARACTERS)[: limits.GUARDED_CHARACTERS]
    look(text, language)

    started = process_time()
    look(text, language)
    assert process_time() - started < 0.25
