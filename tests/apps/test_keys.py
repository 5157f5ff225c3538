"""Keys: one intention each, kept for ever with its answer, whoever sends it again and whatever has changed since."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.gestures.answers import Outcome as Given
from geste.apps.gestures.models import DecisionRecord, Gesture, UsedKey
from geste.apps.gestures.proposals import Intention, PossibleDuplicate, Proposal, ProposalRefused
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.gestures.services.give_gestures import give_gestures
from tests.make import NOW, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db
KEY = "one-intention"
WISH = Proposal(key=KEY, gesture="credit", amount="700", act_first=True, note="Second failure.")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


def test_a_key_is_kept_with_whose_it_is_what_for_and_the_answer(agent: Actor, case: Case) -> None:
    outcome = propose(agent, case, "credit", "300", key=KEY)

    used = UsedKey.objects.get()
    assert (used.key, used.used_by_id, used.used_at) == (KEY, agent.user_id, NOW)
    assert (used.route, used.decision, used.reversal) == (f"give on case {case.pk}", outcome.decision, None)
    assert len(used.fingerprint) == 64


def test_a_key_is_written_with_what_it_gave_or_not_at_all(agent: Actor, case: Case) -> None:
    wish = Intention(actor=agent, proposal=WISH, now=NOW, case_id=case.pk)

    with transaction.atomic():
        give_gestures([wish])
        # A process that died here would leave what is counted here, or nothing.
        written = (Gesture.objects.filter(key=KEY).count(), UsedKey.objects.filter(key=KEY).count())
        transaction.set_rollback(True)

    assert written == (1, 1)
    assert (Gesture.objects.filter(key=KEY).count(), UsedKey.objects.filter(key=KEY).count()) == (0, 0)


def test_the_same_again_gets_the_same_answer_and_says_that_it_does(agent: Actor, case: Case) -> None:
    first, second = (propose(agent, case, "credit", "300", key=KEY) for _ in range(2))

    assert (first.is_replayed, second.is_replayed) == (False, True)
    assert second == Given(first.decision, first.gesture, is_replayed=True)


def test_what_was_declined_stays_declined_when_there_is_money_again(agent: Actor) -> None:
    for _ in range(2):
        propose(agent, make_case(agent), "credit", "500")
    case = make_case(agent)
    declined = propose(agent, case, "credit", "100", key=KEY)
    next_month = NOW + timedelta(days=30)

    again = propose(agent, case, "credit", "100", key=KEY, now=next_month)
    anew = propose(agent, case, "credit", "100", key="decided-again", now=next_month)

    assert (declined.gesture, declined.decision.clause) == (None, "month")
    assert again == Given(declined.decision, None, is_replayed=True)
    assert anew.gesture is not None


def test_the_answer_stands_whatever_became_of_the_case(agent: Actor, case: Case) -> None:
    first = propose(agent, case, "credit", "300", key=KEY)
    close_case(actor=agent, case=case, outcome=Outcome.HEARD, now=NOW)

    assert propose(agent, case, "credit", "300", key=KEY).gesture == first.gesture


@pytest.mark.parametrize(
    "other",
    [
        replace(WISH, gesture="drink"),
        replace(WISH, amount="700.00"),
        replace(WISH, amount=None),
        replace(WISH, act_first=False),
        replace(WISH, note="Third failure."),
        replace(WISH, item="Wine"),
        replace(WISH, distinct_from=1),
        replace(WISH, more={"channel": "phone"}),
    ],
    ids=["gesture", "amount", "no amount", "act first", "note", "item", "distinct from", "more"],
)
def test_a_key_stands_for_every_word_of_an_intention(agent: Actor, case: Case, other: Proposal) -> None:
    give_gesture(actor=agent, case=case, proposal=WISH, now=NOW)

    with pytest.raises(ProposalRefused) as refused:
        give_gesture(actor=agent, case=case, proposal=other, now=NOW)

    assert refused.value.code == "key.reused"
    assert Gesture.objects.count() == 1


def test_a_key_belongs_to_one_case(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "300", key=KEY)

    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        propose(agent, make_case(agent), "credit", "300", key=KEY)


@pytest.mark.parametrize("amount", ["300", "700"], ids=["given", "declined"])
def test_somebody_elses_key_gives_nothing_and_tells_nothing(agent: Actor, case: Case, amount: str) -> None:
    propose(agent, case, "credit", amount, key=KEY)
    rows = DecisionRecord.objects.count()

    with pytest.raises(ProposalRefused) as same:
        propose(make_actor("ana"), case, "credit", amount, key=KEY)
    with pytest.raises(ProposalRefused) as other:
        propose(make_actor("mei"), case, "note", key=KEY)

    assert (same.value.code, same.value.args) == (other.value.code, other.value.args) == ("key.reused", ("key.reused",))
    assert DecisionRecord.objects.count() == rows


def test_what_could_not_be_taken_leaves_its_key_unused(agent: Actor, case: Case) -> None:
    with pytest.raises(ProposalRefused, match=r"note\.missing"):
        propose(agent, case, "credit", "700", key=KEY, act_first=True)

    assert UsedKey.objects.count() == 0
    assert propose(agent, case, "credit", "700", key=KEY, act_first=True, note="Twice in a week.").gesture is not None


def test_the_same_within_ten_minutes_is_asked_about_once(agent: Actor, case: Case) -> None:
    first = propose(agent, case, "credit", "20").gesture
    assert first is not None
    soon = NOW + timedelta(minutes=10)

    with pytest.raises(PossibleDuplicate) as asked:
        propose(make_actor("ana"), case, "credit", "20.00", key=KEY, now=soon)

    assert asked.value.first == first.pk
    assert (Gesture.objects.count(), UsedKey.objects.filter(key=KEY).count()) == (1, 0)
    besides = Proposal(key=KEY, gesture="credit", amount="20.00", distinct_from=first.pk)
    second = give_gesture(actor=agent, case=case, proposal=besides, now=soon).gesture
    assert second is not None
    with pytest.raises(PossibleDuplicate) as again:
        give_gesture(actor=agent, case=case, proposal=replace(besides, key="a-third-time"), now=soon)
    assert again.value.first == second.pk


def test_nobody_is_asked_where_it_cannot_be_a_slip(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "20")
    propose(agent, case, "note")

    others = [
        propose(agent, case, "credit", "20.01"),
        propose(agent, case, "drink", "20"),
        propose(agent, case, "note"),
        propose(agent, make_case(agent), "credit", "20"),
        propose(agent, case, "credit", "20", now=NOW + timedelta(minutes=10, microseconds=1)),
    ]

    assert [outcome.gesture is not None for outcome in others] == [True] * 5


def test_what_is_declined_anyway_is_not_asked_about(agent: Actor, case: Case) -> None:
    propose(agent, case, "credit", "300")

    assert propose(agent, case, "credit", "300").decision.headroom == 20_000


def test_software_does_not_override_the_question(agent: Actor, case: Case) -> None:
    assistant = make_actor("bot", role="assistant")
    first = propose(assistant, case, "drink", "5").gesture
    assert first is not None

    with pytest.raises(PossibleDuplicate) as refused:
        give_gesture(
            actor=assistant,
            case=case,
            proposal=Proposal(key=KEY, gesture="drink", amount="5", distinct_from=first.pk),
            now=NOW,
        )

    assert refused.value.first == first.pk
    assert Gesture.objects.count() == 1
