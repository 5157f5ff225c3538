"""Thanks: from anybody to anybody for having decided; whom one might thank depends on no amount and no outcome."""

from dataclasses import replace
from itertools import permutations

import pytest
from django.db import connection, models

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.models import Satisfaction, Source
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.practice.models import Thanks
from geste.apps.practice.refusing import NothingThere, PracticeRefused
from geste.apps.practice.selectors import thanks_numbered, thanks_shared, thanks_to
from geste.apps.practice.services.say_thanks import ThinkAgain, Word, say_thanks, share_thanks
from geste.apps.practice.suggesting import whom_to_thank
from geste.core.practice.praise import is_specific
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db
SEEN = "You took the time to sit down with the guest before you decided."


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


def word(to: Actor, words: str = SEEN) -> Word:
    return Word(to=to.user_id, words=words, language="en")


@pytest.mark.item("S0.51")
def test_whoever_is_thanked_reads_it_and_nobody_else_until_they_let_them(agent: Actor) -> None:
    leo, ana = make_actor("leo"), make_actor("ana")

    thanks = say_thanks(actor=leo, word=word(agent), now=NOW)

    assert say_thanks(actor=leo, word=word(agent), now=NOW) == thanks
    assert thanks_to(agent) == [thanks]
    assert thanks_to(leo) == thanks_to(ana) == []
    assert list(thanks_shared(since=NOW.replace(hour=0), until=NOW.replace(hour=23))) == []
    with pytest.raises(NothingThere):
        thanks_numbered(leo, thanks.pk)
    with pytest.raises(NotPermitted, match=r"permission\.theirs_alone"):
        share_thanks(actor=leo, thanks=thanks, is_shared=True, now=NOW)
    share_thanks(actor=agent, thanks=thanks, is_shared=True, now=NOW)
    assert list(thanks_shared(since=NOW.replace(hour=0), until=NOW.replace(hour=23))) == [thanks]
    share_thanks(actor=agent, thanks=thanks, is_shared=False, now=NOW)
    assert list(thanks_shared(since=NOW.replace(hour=0), until=NOW.replace(hour=23))) == []
    assert EventRow.objects.filter(name="practice.ThanksSaid").count() == 1


@pytest.mark.item("S2.12")
@pytest.mark.parametrize(
    ("words", "kinds", "is_vague"),
    [
        ("Great job, thanks!", set(), True),
        ("Merci beaucoup, super travail !", set(), True),
        ("You gave away far too much money for that guest again.", {"money"}, False),
    ],
)
def test_thanks_that_fit_anybody_or_tell_of_money_are_thought_over_and_may_go(
    agent: Actor, words: str, kinds: set[str], *, is_vague: bool
) -> None:
    leo = make_actor("leo")
    said = replace(word(agent, words), language="fr" if "Merci" in words else "en")
    with pytest.raises(ThinkAgain) as thought:
        say_thanks(actor=leo, word=said, now=NOW)
    assert {remark.kind for remark in thought.value.remarks} >= kinds
    assert thought.value.is_vague == is_vague
    assert not Thanks.objects.exists()

    assert say_thanks(actor=leo, word=replace(said, is_meant=True), now=NOW).words == words


@pytest.mark.parametrize("words", [SEEN, "Tu as pris le temps d’écouter la cliente avant de trancher."])
def test_thanks_that_say_what_was_done_are_specific(words: str) -> None:
    assert is_specific(words)


def test_nobody_thanks_themselves_nor_somebody_for_what_another_decided(agent: Actor) -> None:
    leo = make_actor("leo")
    decision = make_gesture(leo, make_case(leo), "note").decision
    for to, about in ((agent, None), (make_actor("ana"), decision.pk)):
        with pytest.raises(PracticeRefused, match=r"thanks\.nobody"):
            say_thanks(actor=agent, word=replace(word(to), decision_id=about), now=NOW)
    assert say_thanks(actor=agent, word=replace(word(leo), decision_id=decision.pk), now=NOW).decision == decision
    with pytest.raises(NotPermitted, match=r"permission\.in_person_only"):
        say_thanks(actor=replace(agent, kind="assistant"), word=word(leo), now=NOW)


@pytest.mark.item("S2.12")
def test_suggestions_do_not_depend_on_spend_or_outcome(agent: Actor) -> None:
    people = [make_actor(name) for name in ("ana", "leo", "kim", "zoe", "bea")]
    gestures = [make_gesture(one, make_case(one), "credit", "10") for one in people]
    before = [suggestion.decision.pk for suggestion in whom_to_thank(agent, now=NOW)]
    assert len(before) == 3

    for amounts in list(permutations((100, 5_000, 20_000, 49_000, 50_000)))[::17]:
        with connection.cursor() as cursor:  # what is written once is only changed behind its back
            for gesture, amount in zip(gestures, amounts, strict=True):
                cursor.execute("UPDATE gestures_gesture SET amount = %s WHERE id = %s", [amount, gesture.pk])
                told = [amount, gesture.decision_id]
                cursor.execute("UPDATE gestures_decisionrecord SET amount = %s WHERE id = %s", told)
        assert [suggestion.decision.pk for suggestion in whom_to_thank(agent, now=NOW)] == before
    for number, gesture in enumerate(gestures):
        how = (Satisfaction.SATISFIED, Satisfaction.NOT_SATISFIED)[number % 2]
        heard = Heard(key=f"heard-of-{number}", satisfaction=how, source=Source.AGENT_NOTE)
        note_feedback(actor=people[number], decision_id=gesture.decision_id, heard=heard, now=NOW)
    assert [suggestion.decision.pk for suggestion in whom_to_thank(agent, now=NOW)] == before


@pytest.mark.item("S2.12")
def test_beyond_the_charter_or_within_often_or_once_is_one_chance(agent: Actor) -> None:
    people = [make_actor(name) for name in ("ana", "leo", "kim", "zoe")]
    for one in people:
        make_gesture(one, make_case(one), "note")
    before = [suggestion.decision.decided_by_id for suggestion in whom_to_thank(agent, now=NOW)]

    propose(people[0], make_case(people[0]), "credit", "700", act_first=True, note="He could not wait.")
    for _ in range(5):
        make_gesture(people[1], make_case(people[1]), "note")

    assert [suggestion.decision.decided_by_id for suggestion in whom_to_thank(agent, now=NOW)] == before


def test_nobody_is_suggested_to_themselves_nor_right_after_being_thanked(agent: Actor) -> None:
    leo = make_actor("leo")
    make_gesture(agent, make_case(agent), "note")
    make_gesture(leo, make_case(leo), "note")
    assert [one.decision.decided_by_id for one in whom_to_thank(agent, now=NOW)] == [leo.user_id]

    say_thanks(actor=make_actor("ana"), word=word(leo), now=NOW)

    assert whom_to_thank(agent, now=NOW) == []


@pytest.mark.item("S2.12")
def test_thanks_are_worth_nothing_else() -> None:
    numbers = [f.name for f in Thanks._meta.get_fields() if isinstance(f, models.IntegerField | models.DecimalField)]

    assert numbers == ["id"]
