"""Settling: somebody looks at what was done first, and its cost goes where it belongs. The customer keeps it all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.cases.models import Case
from geste.apps.gestures.afterwards import Settle, SettleRefused
from geste.apps.gestures.models import Booked, DecisionRecord, Gesture, Settlement, UsedKey
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import NoSuchGesture
from geste.apps.gestures.services.hand_in import start_writer, stop_writer
from geste.apps.gestures.services.note_failure import note_failure
from geste.apps.gestures.services.settle_gesture import settle_gesture
from geste.apps.ledger.models import Account, EnvelopePeriod
from geste.apps.ledger.services.reverse_entries import reverse_entries
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from tests.apps.test_give_gesture_together import together
from tests.make import (
    CHARTER,
    NOW,
    entries_of_gestures,
    make_actor,
    make_case,
    make_charter,
    make_gesture,
    make_user,
    propose,
    take_back,
)
from tests.sums import balance_of

pytestmark = pytest.mark.django_db
KEY = "one-look-at-it"
LATER = NOW + timedelta(days=1)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def grace(agent: Actor) -> Actor:
    """Return the steward, who looks at what others did first."""
    return actor_for(User.objects.get(username="grace"))


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


def act_first(agent: Actor, case: Case, gesture: str = "credit", amount: str = "700") -> Gesture:
    outcome = propose(agent, case, gesture, amount, act_first=True, note="Second failure.")
    assert outcome.gesture is not None
    assert outcome.gesture.settling == "to_settle"
    return outcome.gesture


def asked(actor: Actor, gesture: Gesture, booked: Booked = Booked.BY_CHARTER, **changes: object) -> Settle:
    wish = Settle(actor=actor, gesture_id=gesture.pk, key=KEY, now=LATER, booked=booked, note="Two nights.")
    return replace(wish, **changes)  # type: ignore[arg-type]


def settle(actor: Actor, gesture: Gesture, booked: Booked = Booked.BY_CHARTER, **changes: object) -> Settlement:
    return settle_gesture(asked(actor, gesture, booked, **changes)).row


def left() -> int:
    return EnvelopePeriod.objects.get(is_in_force=True).left


def test_by_the_charter_its_cost_goes_where_that_books_it_and_draws_on_the_envelope(
    agent: Actor, grace: Actor, case: Case
) -> None:
    gesture = act_first(agent, case)
    make_gesture(agent, make_case(agent), "credit", "10")
    assert left() == 99_000

    settlement = settle(grace, gesture)

    entry = settlement.entry
    assert entry is not None
    assert (entry.debit, entry.credit, entry.amount) == ("foregone_revenue", "to_settle", 70_000)
    assert (entry.envelope, entry.envelope_left, entry.occurred_at) == ("month", 29_000, LATER)
    assert entry.gesture_key == gesture.key
    assert (balance_of(Account.TO_SETTLE), balance_of(Account.FOREGONE_REVENUE), left()) == (0, 71_000, 29_000)
    assert (settlement.booked, settlement.note, settlement.settled_by_id) == (
        "by_charter",
        "Two nights.",
        grace.user_id,
    )


def test_apart_it_is_booked_and_no_envelope_pays(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)
    make_gesture(agent, make_case(agent), "credit", "10")

    entry = settle(grace, gesture, Booked.APART).entry

    assert entry is not None
    assert (entry.debit, entry.credit, entry.amount, entry.envelope) == ("foregone_revenue", "to_settle", 70_000, "")
    assert (balance_of(Account.TO_SETTLE), left()) == (0, 99_000)


def test_as_it_stands_nothing_moves(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)

    assert settle(grace, gesture, Booked.AS_IT_STANDS).entry is None

    assert (balance_of(Account.TO_SETTLE), entries_of_gestures().count()) == (70_000, 1)


def test_goods_are_settled_at_what_they_cost_us(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case, "drink", "100")

    entry = settle(grace, gesture).entry

    assert entry is not None
    assert (entry.debit, entry.credit, entry.amount) == ("cost_price", "to_settle", 3_500)


def test_what_the_customer_has_stays_as_it_was_written(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)
    before = (Gesture.objects.values().get(), DecisionRecord.objects.values().get())

    settlement = settle(grace, gesture)

    assert (Gesture.objects.values().get(), DecisionRecord.objects.values().get()) == before
    settlement.booked = "apart"
    with pytest.raises(AlreadyWritten):
        settlement.save()
    with pytest.raises(AlreadyWritten):
        settlement.delete()


def test_it_draws_on_the_envelope_as_the_charter_of_today_has_it(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)
    make_charter(CHARTER.replace("amount: 1000, every: month", "amount: 900, every: month"), version=2)

    entry = settle(grace, gesture).entry

    assert entry is not None
    assert (entry.envelope, entry.envelope_left) == ("month", 20_000)


def test_an_envelope_is_never_overdrawn_by_settling(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)
    make_gesture(agent, make_case(agent), "credit", "350")

    with pytest.raises(SettleRefused, match=r"settle\.envelope_holds_less"):
        settle(grace, gesture)
    assert (left(), balance_of(Account.TO_SETTLE), Settlement.objects.count()) == (65_000, 70_000, 0)

    assert settle(grace, gesture, Booked.APART).booked == "apart"


def test_a_refusal_opens_no_period_either(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)
    make_gesture(agent, make_case(agent), "credit", "350")
    make_charter(CHARTER.replace("amount: 1000, every: month", "amount: 600, every: month"), version=2)
    june = NOW + timedelta(days=30)

    with pytest.raises(SettleRefused, match=r"settle\.envelope_holds_less"):
        settle(grace, gesture, now=june)

    assert EnvelopePeriod.objects.count() == 1


def test_if_it_fails_after_all_everything_moves_back(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)
    settle(grace, gesture)

    reverse_entries(entries_of_gestures(), occurred_at=LATER)
    note_failure(gesture, now=LATER)

    assert (balance_of(Account.TO_SETTLE), balance_of(Account.FOREGONE_REVENUE), left()) == (0, 0, 100_000)


@pytest.mark.parametrize("what", ["covered", "taken back", "settled", "a moment ago"])
def test_what_is_not_to_settle_is_refused(agent: Actor, grace: Actor, case: Case, what: str) -> None:
    gesture = make_gesture(agent, case, "credit", "10") if what == "covered" else act_first(agent, case)
    if what == "taken back":
        take_back(agent, gesture)
    if what == "settled":
        settle(grace, gesture, key="an-earlier-look")
    written = (Settlement.objects.count(), entries_of_gestures().count())
    now = gesture.written_at + timedelta(seconds=30) if what == "a moment ago" else LATER

    with pytest.raises(SettleRefused) as refused:
        settle(grace, gesture, now=now)

    codes = {"settled": "settle.settled_before", "a moment ago": "settle.too_soon"}
    assert refused.value.code == codes.get(what, "settle.not_needed")
    assert (Settlement.objects.count(), entries_of_gestures().count()) == written
    assert not UsedKey.objects.filter(key=KEY).exists()


def test_in_training_nothing_was_booked_and_nothing_moves(agent: Actor, grace: Actor, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(is_training=True)
    gesture = act_first(agent, Case.objects.get(pk=case.pk))

    assert settle(grace, gesture).entry is None
    assert entries_of_gestures().count() == 0


def test_the_same_key_settles_once(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)

    first = settle_gesture(asked(grace, gesture))
    again = settle_gesture(asked(grace, gesture, now=LATER + timedelta(days=400)))

    assert (first.is_replayed, again.is_replayed) == (False, True)
    assert first.row == again.row == Settlement.objects.get() == UsedKey.objects.get(key=KEY).settlement
    assert EventRow.objects.filter(name="gestures.GestureSettled").count() == 1


@pytest.mark.parametrize("change", [{"booked": Booked.APART}, {"note": "Three nights."}])
def test_the_same_key_for_anything_else_is_refused(
    agent: Actor, grace: Actor, case: Case, change: dict[str, object]
) -> None:
    gesture = act_first(agent, case)
    settle(grace, gesture)

    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        settle_gesture(asked(grace, gesture, **change))  # type: ignore[arg-type]
    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        take_back(grace, gesture, key=KEY)


def test_a_note_has_its_length(agent: Actor, grace: Actor, case: Case) -> None:
    gesture = act_first(agent, case)

    with pytest.raises(ProposalRefused, match=r"note\.too_long"):
        settle(grace, gesture, note="n" * 501)
    assert settle(grace, gesture, note=" " + "n" * 500).note == "n" * 500


def test_nobody_settles_what_they_gave(case: Case, grace: Actor) -> None:
    make_user("arun", is_steward=True)
    gesture = act_first(grace, case)

    with pytest.raises(NotPermitted, match=r"permission\.settled_by_another"):
        settle(grace, gesture)


def test_where_one_person_keeps_the_charter_alone_they_settle_their_own(case: Case, grace: Actor) -> None:
    assert settle(grace, act_first(grace, case)).settled_by_id == grace.user_id


def test_reviewers_and_managers_settle(agent: Actor, grace: Actor, case: Case) -> None:
    team = Team.objects.get(name="Night")
    reviewer, manager, another = make_user("ines"), make_user("omar"), make_user("ana")
    give_duty(actor=grace, username=reviewer.username, kind=DutyKind.REVIEWER, now=NOW)
    give_duty(actor=grace, username=manager.username, kind=DutyKind.MANAGER, team=team, now=NOW)
    day = Team.objects.create(site=team.site, name="Day")
    give_duty(actor=grace, username=another.username, kind=DutyKind.MANAGER, team=day, now=NOW)

    for person in (reviewer, manager, another):
        gesture = act_first(agent, make_case(agent))
        assert settle(actor_for(person), gesture, Booked.APART, key=f"{KEY}-{person.pk}").settled_by == person


@pytest.mark.parametrize("who", ["colleague", "coach", "software of a steward"])
def test_nobody_else_settles(agent: Actor, grace: Actor, case: Case, who: str) -> None:
    gesture, user = act_first(agent, case), make_user("ana")
    if who == "coach":
        give_duty(actor=grace, username=user.username, kind=DutyKind.COACH, team=Team.objects.get(), now=NOW)
    actor = replace(grace, kind="assistant") if who.startswith("software") else actor_for(user)

    with pytest.raises(NotPermitted, match=r"permission\.reviewer_only"):
        settle(actor, gesture)
    assert Settlement.objects.count() == 0


def test_another_site_has_no_such_gesture(agent: Actor, case: Case) -> None:
    with pytest.raises(NoSuchGesture):
        settle(actor_for(make_user("leo", site="Airport", is_steward=True)), act_first(agent, case))


@pytest.fixture
def _writer() -> Iterator[None]:
    start_writer(patience_seconds=120)
    yield
    stop_writer()


@pytest.mark.usefixtures("_writer")
@pytest.mark.django_db(transaction=True)
def test_two_clients_and_their_repetitions_settle_once() -> None:
    make_charter()
    agent, grace = make_actor(), actor_for(User.objects.get(username="grace"))
    gesture = act_first(agent, make_case(agent))

    def try_it(key: str) -> str:
        try:
            return f"done {settle_gesture(asked(grace, gesture, key=key)).is_replayed}"
        except SettleRefused as refused:
            return refused.code

    said = together(*(partial(try_it, key) for key in ("the-first-client", "the-second-client") * 3))

    assert sorted(said) == ["done False", "done True", "done True", *["settle.settled_before"] * 3]
    assert (Settlement.objects.count(), balance_of(Account.TO_SETTLE), left()) == (1, 0, 30_000)


@pytest.mark.django_db(transaction=True)
def test_settling_and_giving_at_once_share_one_envelope_to_the_cent() -> None:
    make_charter()
    agent, grace = make_actor(), actor_for(User.objects.get(username="grace"))
    gesture = act_first(agent, make_case(agent))
    cases = [make_case(agent) for _ in range(2)]

    def try_it() -> bool:
        try:
            return settle(grace, gesture).entry is not None
        except SettleRefused:
            return False

    done = together(
        try_it,
        *(partial(lambda case: propose(agent, case, "credit", "200").gesture is not None, case) for case in cases),
    )

    spent = 70_000 * done[0] + 20_000 * sum(done[1:])
    assert left() == 100_000 - spent
    assert sum(done) == 2
