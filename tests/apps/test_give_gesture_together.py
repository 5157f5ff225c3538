"""Giving together: caps, envelopes and keys are exact whoever else is giving at the same moment, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from geste.apps.gestures.models import Gesture
from tests.make import CHARTER, entries_of_gestures, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db(transaction=True)


Result = TypeVar("Result")


def together(*givers: Callable[[], Result]) -> list[Result]:
    """Return what each giver got, all having begun at the same moment, each on a connection of its own."""
    start = Barrier(len(givers))

    def run(giver: Callable[[], Result]) -> Result:
        start.wait(10)
        try:
            return giver()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(givers)) as pool:
        return list(pool.map(run, givers))


def test_of_two_parallel_300s_on_one_case_the_second_sees_200_left() -> None:
    make_charter()
    actors = [make_actor("tomas"), make_actor("ana")]
    case = make_case(actors[0])

    outcomes = together(*(partial(propose, actor, case, "credit", "300") for actor in actors))

    (given,) = [outcome for outcome in outcomes if outcome.gesture]
    (declined,) = [outcome for outcome in outcomes if not outcome.gesture]
    assert given.decision.headroom == 50_000
    assert (declined.decision.authority, declined.decision.headroom) == ("beyond", 20_000)
    assert [entry.amount for entry in entries_of_gestures().all()] == [30_000]


def test_a_double_tap_gives_once() -> None:
    make_charter()
    actor = make_actor()
    case = make_case(actor)

    outcomes = together(*[partial(propose, actor, case, "credit", "100", key="double-tap")] * 4)

    assert {outcome.gesture.pk for outcome in outcomes if outcome.gesture} == {Gesture.objects.get().pk}
    assert entries_of_gestures().count() == 1


def test_an_envelope_is_never_overdrawn_from_different_cases() -> None:
    make_charter()
    actor = make_actor()
    make_gesture(actor, make_case(actor), "credit", "450")
    cases = [make_case(actor) for _ in range(4)]

    outcomes = together(*(partial(propose, actor, case, "credit", "250") for case in cases))

    assert sorted(outcome.decision.authority for outcome in outcomes) == ["beyond", "beyond", "within", "within"]
    assert sum(entry.amount for entry in entries_of_gestures().all()) == 95_000


def test_a_cards_limit_counts_what_others_give_to_whomever_on_it() -> None:
    per_card = "  card: {{per: instrument, within: 30 days, covers: [credit], at_most: {{amount: 50}}}}\n"
    text = CHARTER.replace("  case:\n    danger", "  pay: {{card: text}}\n  case:\n    danger")
    text = text.replace("limits:\n", f"limits:\n{per_card}", 1)
    make_charter(text.replace("roles:\n", "scopes: {{instrument: {{by: pay.card}}}}\nroles:\n", 1))
    actors = [make_actor(name) for name in ("tomas", "ana", "mei", "hugo")] * 2
    cases = [make_case(actor, facts={"pay": {"card": "4242"}}) for actor in actors]

    outcomes = together(
        *(partial(propose, actor, case, "credit", "20") for actor, case in zip(actors, cases, strict=True))
    )

    declined = [outcome.decision for outcome in outcomes if not outcome.gesture]
    assert [(no.clause, no.headroom) for no in declined] == [("card", 1_000)] * 6
    assert sum(entry.amount for entry in entries_of_gestures().all()) == 4_000


def test_a_customers_limit_counts_what_others_give_elsewhere() -> None:
    make_charter()
    actors = [make_actor(name) for name in ("tomas", "ana", "mei", "hugo")]
    cases = [make_case(actor, customer="lee") for actor in actors]

    outcomes = together(
        *(partial(propose, actor, case, "drink", "5") for actor, case in zip(actors, cases, strict=True))
    )

    assert sorted(outcome.decision.clause for outcome in outcomes) == ["drink", "drink", "drink", "thrice"]
