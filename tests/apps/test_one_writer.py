"""One writer for a crowd: nothing is overdrawn, nothing denied that there was money for, and no key gives twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import Random

import pytest
from django.db import connection

from geste.apps.gestures.models import Gesture
from geste.apps.gestures.proposals import Intention, Proposal
from geste.apps.gestures.services.hand_in import hand_in, start_writer, stop_writer
from tests.apps.test_give_gesture_together import together
from tests.make import NOW, entries_of_gestures, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db(transaction=True)
CROWD, EACH = 64, 4


@pytest.fixture
def _writer() -> Iterator[None]:
    start_writer(patience_seconds=120)
    yield
    stop_writer()


@pytest.mark.usefixtures("_writer")
def test_a_crowd_empties_an_envelope_to_the_cent_and_no_further() -> None:
    """1,000.00 for 256 wishes of 1.00 to 9.00: whoever is declined asked for more than was left then, not later."""
    make_charter()
    agent = make_actor()
    cases = [make_case(agent) for _ in range(CROWD)]
    chance = Random(4)
    # Distinct on each case: the same again within minutes would be asked about.
    amounts = [chance.sample(range(100, 901), EACH) for _ in cases]

    def one_after_the_other(number: int) -> list[tuple[int, int | None, int]]:
        try:
            outcomes = [
                propose(agent, cases[number], "credit", f"{minor / 100:.2f}", key=f"crowd-{number}-{nth}")
                for nth, minor in enumerate(amounts[number])
            ]
        finally:
            connection.close()
        return [
            (minor, None if outcome.gesture is None else outcome.gesture.pk, _left(outcome.decision.request))
            for minor, outcome in zip(amounts[number], outcomes, strict=True)
        ]

    with ThreadPoolExecutor(CROWD) as pool:
        told = [one for each in pool.map(one_after_the_other, range(CROWD)) for one in each]

    given = sorted((number, minor, left) for minor, number, left in told if number is not None)
    spent = 0
    for _, minor, left in given:
        assert left == 100_000 - spent
        spent += minor
    assert spent == sum(entries_of_gestures().values_list("amount", flat=True)) <= 100_000
    assert [minor for minor, number, left in told if number is None and minor <= left] == []
    assert len(given) == Gesture.objects.count()


def _left(request: dict[str, dict[str, dict[str, dict[str, str]]]]) -> int:
    return round(float(request["standing"]["envelopes"]["month"]["left"]) * 100)


@pytest.mark.usefixtures("_writer")
def test_of_one_key_sent_ten_times_at_once_one_gives_and_all_hear_the_same() -> None:
    make_charter()
    agent = make_actor()
    case = make_case(agent)

    outcomes = together(*[partial(propose, agent, case, "credit", "100", key="ten-at-once")] * 10)

    assert {outcome.gesture for outcome in outcomes} == {Gesture.objects.get()}
    assert sorted(outcome.is_replayed for outcome in outcomes) == [False] + [True] * 9
    assert entries_of_gestures().count() == 1


@pytest.mark.usefixtures("_writer")
def test_an_intention_that_cannot_be_written_takes_nobody_along() -> None:
    make_charter()
    agent = make_actor()
    sound = [partial(propose, agent, make_case(agent), "credit", "10") for _ in range(6)]
    poison = Intention(actor=agent, proposal=Proposal(key="no-such-case", gesture="note"), now=NOW, case_id=10**9)

    def swallowed() -> None:
        with pytest.raises(KeyError):
            hand_in(poison)

    together(*sound, swallowed)

    assert Gesture.objects.count() == 6
    assert propose(agent, make_case(agent), "credit", "10").gesture is not None
