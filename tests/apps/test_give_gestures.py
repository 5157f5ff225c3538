"""Giving many at once is giving them one after the other: same answers, same rows, same books."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.cases.models import Case
from geste.apps.cases.services.link_cases import link_cases
from geste.apps.gestures.answers import Answer, Outcome
from geste.apps.gestures.models import DecisionRecord, Gesture, UsedKey
from geste.apps.gestures.proposals import Intention, Proposal
from geste.apps.gestures.services.give_gestures import give_gestures
from geste.apps.ledger.models import EnvelopePeriod
from tests.apps.test_give_at_once import SWEETS
from tests.make import NOW, entries_of_gestures, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db
EXAMPLES = 40


@dataclass(frozen=True)
class House:
    """Three people, four cases of two customers of which two are linked; envelope and limits are soon reached."""

    actors: tuple[Actor, ...]
    cases: tuple[Case, ...]


@pytest.fixture
def house() -> House:
    make_charter(SWEETS.replace("amount: 1000, every: month", "amount: 700, every: month"))
    actors = (make_actor("tomas"), make_actor("ana"), make_actor("leo", site="Airport"))
    cases = tuple(make_case(actors[0], customer=customer) for customer in ("lee", "lee", "roy", "roy"))
    link_cases(actor=actors[0], case=cases[1], other=cases[2])
    return House(actors, cases)


@dataclass(frozen=True)
class Drawn:
    """One intention as chance would have it: whose, on which case if any, which key, what and how much."""

    actor: int
    case: int | None
    key: int
    gesture: str
    amount: str | None
    act_first: bool

    def intention(self, house: House) -> Intention:
        return Intention(
            actor=house.actors[self.actor],
            proposal=Proposal(
                key=f"drawn-key-{self.key}",
                gesture=self.gesture,
                amount=self.amount,
                act_first=self.act_first,
                note="It is right.",
            ),
            now=NOW,
            case_id=None if self.case is None else house.cases[self.case].pk,
        )


DRAWN = st.builds(
    Drawn,
    actor=st.integers(0, 2),
    case=st.none() | st.integers(0, 3),
    key=st.integers(0, 12),
    gesture=st.sampled_from(["credit", "credit", "drink", "sweet", "note", "gold"]),
    amount=st.none() | st.sampled_from(["1", "4", "60", "180", "300", "ten"]),
    act_first=st.booleans(),
)


def told(answer: Answer) -> object:
    """Return everything an answer says but the numbers of its rows."""
    if not isinstance(answer, Outcome):
        return type(answer).__name__, getattr(answer, "code", str(answer))
    decision, gesture = answer.decision, answer.gesture
    amounts = (decision.amount, decision.headroom, None if gesture is None else (gesture.key, gesture.amount))
    return decision.authority, decision.route, decision.clause, decision.request, amounts, answer.is_replayed


def rows_written() -> tuple[object, ...]:
    """Return what stands in the tables, without the numbers the database gave it."""
    return (
        list(DecisionRecord.objects.order_by("pk").values_list("decided_by", "case", "authority", "clause", "amount")),
        list(Gesture.objects.order_by("pk").values_list("key", "what", "amount", "settling", "entry__amount")),
        list(entries_of_gestures().order_by("pk").values_list("gesture_key", "debit", "amount", "envelope_left")),
        list(UsedKey.objects.order_by("key").values_list("key", "used_by", "route", "fingerprint")),
        # News of an envelope may come before news of the gestures that emptied it.
        sorted(EventRow.objects.values_list("name", flat=True)),
        [(period.left, period.seq, period.cap) for period in EnvelopePeriod.objects.all()],
    )


def outcome_of(give: Callable[[], list[Answer]]) -> tuple[object, ...]:
    """Return what giving answers and writes, and leave everything as it was before."""
    with transaction.atomic():
        answers = [told(answer) for answer in give()]
        written = rows_written()
        transaction.set_rollback(True)
    return answers, written


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(DRAWN, min_size=2, max_size=14))
def test_a_batch_is_answered_like_one_after_the_other(house: House, drawn: Sequence[Drawn]) -> None:
    intentions = [one.intention(house) for one in drawn]

    together = outcome_of(lambda: give_gestures(intentions))
    alone = outcome_of(lambda: [answer for one in intentions for answer in give_gestures([one])])

    assert together == alone


def test_the_number_of_statements_grows_neither_with_the_batch_nor_with_what_was_given(house: House) -> None:
    agent = house.actors[0]

    def statements(count: int, name: str) -> int:
        cases = [make_case(agent) for _ in range(count)]
        intentions = [
            Intention(
                actor=agent,
                proposal=Proposal(key=f"{name}-key-{number}", gesture="credit", amount="0.01"),
                now=NOW,
                case_id=case.pk,
            )
            for number, case in enumerate(cases)
        ]
        with CaptureQueriesContext(connection) as captured:
            answers = give_gestures(intentions)
        assert all(isinstance(answer, Outcome) and answer.gesture for answer in answers)
        return len(captured)

    statements(1, "opening")
    few = statements(2, "few")

    assert statements(40, "many") == few
    assert statements(2, "later") == few
