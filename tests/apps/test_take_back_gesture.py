"""Taking back: a slip undone within seconds counts for nothing; what was written stays written."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case
from geste.apps.gestures.afterwards import Done, TakeBack, TakeBackRefused
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.events import GestureGiven
from geste.apps.gestures.models import DecisionRecord, Gesture, Reversal, UsedKey
from geste.apps.gestures.proposals import Intention, Proposal, ProposalRefused
from geste.apps.gestures.selectors import NoSuchGesture, gestures_on, receipt_of
from geste.apps.gestures.services.hand_in import HandedIn, commit, start_writer, stop_writer
from geste.apps.gestures.services.take_back_gesture import take_back_gesture
from geste.apps.ledger.models import Account, EnvelopePeriod
from tests import make
from tests.apps.test_give_at_once import SWEETS
from tests.apps.test_give_gesture_together import together
from tests.make import (
    NOW,
    SYDNEY,
    entries_of_gestures,
    make_actor,
    make_case,
    make_charter,
    make_gesture,
    make_small_gesture,
    propose,
    propose_at_once,
)
from tests.sums import balance_of

KEY = "one-slip-undone"
SOON = NOW + timedelta(seconds=30)
LATE = NOW + timedelta(seconds=30, microseconds=1)


@pytest.fixture
def agent(db: None) -> Actor:
    make_charter(SWEETS)
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


def take_back(actor: Actor, gesture: Gesture, *, now: datetime = SOON, key: str = "") -> Reversal:
    return make.take_back(actor, gesture, now=now, key=key)


def test_a_new_entry_moves_the_cost_back(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    reversal = take_back(agent, gesture)

    there, back = entries_of_gestures().order_by("pk")
    assert reversal.entry == back
    assert back.reverses == there
    assert (there.debit, there.credit, there.amount) == ("foregone_revenue", "waived_fees", 39_000)
    assert (back.debit, back.credit, back.amount) == ("waived_fees", "foregone_revenue", 39_000)
    assert (back.envelope, back.gesture_key, back.occurred_at) == ("month", gesture.key, SOON)
    set_aside = {Account.ENVELOPES: 100_000, Account.BUDGET: -100_000}
    assert {account: balance_of(account) for account in Account} == {**dict.fromkeys(Account, 0), **set_aside}


def test_the_gesture_and_its_decision_stay_as_they_were(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")
    before = (Gesture.objects.values().get(), DecisionRecord.objects.values().get())

    reversal = take_back(agent, gesture)

    assert (Gesture.objects.values().get(), DecisionRecord.objects.values().get()) == before
    assert (reversal.taken_back_by_id, reversal.taken_back_at) == (agent.user_id, SOON)
    assert receipt_of(agent, gesture.pk).gesture.reversal == reversal
    assert gestures_on([case], actor=agent) == []


def test_what_was_taken_back_counts_for_no_cap_limit_or_envelope(agent: Actor, case: Case) -> None:
    take_back(agent, make_gesture(agent, case, "credit", "390"))
    for _ in range(3):
        take_back(agent, make_small_gesture(agent, "sweet", "1"))

    decision = propose(agent, case, "credit", "500").decision
    assert (decision.authority, decision.headroom) == ("within", 50_000)
    assert decision.request["standing"] == {"given": [], "envelopes": {"month": {"left": "1000.00"}}}
    assert propose_at_once(agent, "sweet", "1").decision.clause == "sweet"


def test_an_envelope_gets_back_what_came_from_it_whenever_it_comes(agent: Actor) -> None:
    """Given in the last seconds of a month and taken back in the first of the next: neither month has paid."""
    last = datetime(2026, 5, 31, 23, 59, 50, tzinfo=SYDNEY)
    gesture = make_small_gesture(agent, "sweet", "5", now=last)

    take_back(agent, gesture, now=last + timedelta(seconds=20))

    (may,) = EnvelopePeriod.objects.all()
    assert (may.envelope, may.cap, may.left) == ("month", 100_000, 100_000)
    assert may.until == datetime(2026, 6, 1, tzinfo=SYDNEY)


def test_what_has_no_cost_is_taken_back_without_an_entry(agent: Actor, case: Case) -> None:
    assert take_back(agent, make_gesture(agent, case, "note")).entry is None
    assert entries_of_gestures().count() == 0


def test_asked_twice_it_happens_once(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    first = take_back(agent, gesture)

    assert take_back(agent, gesture, now=LATE) == first
    assert (Reversal.objects.count(), entries_of_gestures().count()) == (1, 2)
    assert EventRow.objects.filter(name="gestures.GestureTakenBack").count() == 1


def test_after_the_last_second_it_stands(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    with pytest.raises(TakeBackRefused) as refused:
        take_back(agent, gesture, now=LATE)

    assert refused.value.code == "take_back.too_late"
    assert (Reversal.objects.count(), entries_of_gestures().count()) == (0, 1)


def test_the_seconds_are_counted_by_the_clock_even_where_a_case_is_decided_as_of_another_moment(
    agent: Actor, case: Case
) -> None:
    Case.objects.filter(pk=case.pk).update(staged_at=NOW - timedelta(days=3))
    gesture = make_gesture(agent, Case.objects.get(pk=case.pk), "credit", "390")
    assert gesture.given_at == NOW - timedelta(days=3)

    assert take_back(agent, gesture).taken_back_at == SOON


def test_what_is_being_carried_out_stands(agent: Actor, case: Case) -> None:
    gesture, other = make_gesture(agent, case, "credit", "39"), make_gesture(agent, case, "credit", "40")
    hand_on_events(flow={GestureGiven: ()}, now=NOW, at_most=1)

    with pytest.raises(TakeBackRefused) as refused:
        take_back(agent, gesture)

    assert refused.value.code == "take_back.carried_out"
    assert take_back(agent, other).gesture == other


def test_nobody_takes_back_what_somebody_else_gave(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    with pytest.raises(NotPermitted, match=r"permission\.given_by_another"):
        take_back(make_actor("ana"), gesture)
    with pytest.raises(NoSuchGesture):
        take_back(make_actor("leo", site="Airport"), gesture)
    assert Reversal.objects.count() == 0


def test_the_key_of_what_was_taken_back_gives_nothing_again(agent: Actor) -> None:
    outcome = propose_at_once(agent, "sweet", "1", key="taken-back")
    assert outcome.gesture is not None
    take_back(agent, outcome.gesture)

    assert propose_at_once(agent, "sweet", "1", key="taken-back").gesture == outcome.gesture
    assert Gesture.objects.count() == 1


def test_its_own_key_is_kept_with_the_answer(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    first = take_back_gesture(actor=agent, gesture_id=gesture.pk, key=KEY, now=SOON)
    again = take_back_gesture(actor=agent, gesture_id=gesture.pk, key=KEY, now=LATE + timedelta(days=400))

    used = UsedKey.objects.get(key=KEY)
    assert (first.is_replayed, again.is_replayed) == (False, True)
    assert first.row == again.row == used.reversal == Reversal.objects.get()
    assert (used.used_by_id, used.used_at, used.route) == (agent.user_id, SOON, f"take back gesture {gesture.pk}")
    assert (used.decision, used.settlement, len(used.fingerprint)) == (None, None, 64)


def test_one_key_takes_back_one_gesture_of_one_person(agent: Actor, case: Case) -> None:
    gesture, other = make_gesture(agent, case, "credit", "390"), make_gesture(agent, case, "note")
    take_back(agent, gesture, key=KEY)
    ana = make_actor("ana")

    for actor, about in ((agent, other), (ana, gesture)):
        with pytest.raises(ProposalRefused, match=r"key\.reused"):
            take_back(actor, about, key=KEY)
    assert Reversal.objects.count() == 1


def test_a_key_that_gave_does_not_take_back_and_one_that_took_back_does_not_give(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")

    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        take_back(agent, gesture, key=gesture.key)
    take_back(agent, gesture, key=KEY)
    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        propose(agent, case, "credit", "390", key=KEY)

    assert (Gesture.objects.count(), Reversal.objects.count()) == (1, 1)


def test_a_refusal_leaves_the_key_unused(agent: Actor, case: Case) -> None:
    gesture, other = make_gesture(agent, case, "credit", "39"), make_gesture(agent, case, "credit", "40")
    with pytest.raises(TakeBackRefused):
        take_back(agent, gesture, now=LATE, key=KEY)
    with pytest.raises(ProposalRefused, match=r"key\.malformed"):
        take_back(agent, gesture, key="short")

    assert take_back(agent, other, key=KEY).gesture == other


def test_what_was_taken_back_is_answered_under_another_key_as_well(agent: Actor, case: Case) -> None:
    gesture = make_gesture(agent, case, "credit", "390")
    first = take_back(agent, gesture, key=KEY)

    again = take_back_gesture(actor=agent, gesture_id=gesture.pk, key="another-key", now=LATE)

    assert (again.row, again.is_replayed) == (first, False)
    assert UsedKey.objects.filter(reversal=first).count() == 2


def test_what_is_refused_among_others_disturbs_nobody(agent: Actor, case: Case) -> None:
    """All at once, as the writer finds them waiting: giving, taking back, and what cannot be taken back."""
    slip, late = make_gesture(agent, case, "credit", "39"), make_gesture(agent, case, "credit", "40")
    waiting: list[HandedIn] = [
        Intention(actor=agent, proposal=Proposal(key="a-new-one", gesture="note"), now=SOON, case_id=case.pk),
        TakeBack(actor=agent, gesture_id=late.pk, key="too-late-now", now=LATE),
        TakeBack(actor=agent, gesture_id=slip.pk, key=KEY, now=SOON),
        TakeBack(actor=agent, gesture_id=slip.pk, key=KEY, now=SOON),
        TakeBack(actor=agent, gesture_id=10**6, key="not-there", now=SOON),
    ]

    given, refused, taken_back, again, nowhere = commit(waiting)

    assert isinstance(given, Outcome)
    assert given.gesture is not None
    assert isinstance(refused, TakeBackRefused)
    assert isinstance(taken_back, Done)
    assert again == Done(taken_back.row, is_replayed=True)
    assert isinstance(nowhere, NoSuchGesture)
    assert [reversal.gesture for reversal in Reversal.objects.all()] == [slip]
    assert {used.key for used in UsedKey.objects.all()} >= {"a-new-one", KEY}
    assert not UsedKey.objects.filter(key__in=["too-late-now", "not-there"]).exists()


@pytest.fixture
def _writer() -> Iterator[None]:
    start_writer(patience_seconds=120)
    yield
    stop_writer()


@pytest.mark.usefixtures("_writer")
@pytest.mark.django_db(transaction=True)
def test_two_clients_and_their_repetitions_through_one_writer_take_back_once() -> None:
    make_charter(SWEETS)
    agent = make_actor()
    gestures = [make_small_gesture(agent, "sweet", "5") for _ in range(2)]
    keys = [f"client-{number}-{gesture.pk}" for gesture in gestures for number in (1, 2)]
    wishes = [
        partial(take_back_gesture, actor=agent, gesture_id=int(key.rsplit("-", 1)[1]), key=key, now=SOON)
        for key in keys * 3
    ]

    done = together(*wishes)

    assert Reversal.objects.count() == len(gestures)
    assert entries_of_gestures().count() == 2 * len(gestures)
    assert {each.row.gesture_id for each in done} == {gesture.pk for gesture in gestures}
    assert sum(not each.is_replayed for each in done) == len(keys) == UsedKey.objects.filter(decision=None).count()
    assert EventRow.objects.filter(name="gestures.GestureTakenBack").count() == len(gestures)
    assert balance_of(Account.GESTURES) == 0


@pytest.mark.django_db(transaction=True)
def test_one_key_for_two_gestures_at_once_takes_back_one() -> None:
    make_charter(SWEETS)
    agent = make_actor()
    gestures = [make_small_gesture(agent, "sweet", "5") for _ in range(2)]

    def try_it(gesture: Gesture) -> str:
        try:
            return str(take_back(agent, gesture, key=KEY).gesture_id)
        except ProposalRefused as refused:
            return refused.code

    said = together(*(partial(try_it, gesture) for gesture in gestures))

    assert sorted(code for code in said if code == "key.reused") == ["key.reused"]
    assert Reversal.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_on_undo_moves_the_cost_back_once() -> None:
    make_charter(SWEETS)
    agent = make_actor()
    gesture = make_small_gesture(agent, "sweet", "5")

    together(*[partial(take_back, agent, gesture)] * 4)

    assert (Reversal.objects.count(), entries_of_gestures().count()) == (1, 2)
