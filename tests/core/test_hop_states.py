"""Hop states: silence means act, a late no closes nothing, and asking never takes a way on away."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geste.core.charter.syntax import OneHop
from geste.core.decision.verdict import ACT_FIRST, ASK, DO, HAND_OVER, NO_ROUTE, ONE_HOP
from geste.core.hops.states import STATES, WORDS, Answer, Hop, silence_acts
from geste.core.windows import Span

ASKED = datetime(2026, 5, 14, 1, 7, tzinfo=UTC)
DUE = ASKED + timedelta(minutes=10)
TICK = timedelta(microseconds=1)
MOMENTS = (ASKED, DUE - TICK, DUE, DUE + TICK)
ANSWERS = (None, *(Answer(word, at) for word, at in product(WORDS, MOMENTS)))
HOPS = [Hop(DUE, acts, answer) for acts, answer in product((True, False), ANSWERS)]
ROUTES = (DO, ASK, HAND_OVER, ACT_FIRST, ONE_HOP, NO_ROUTE)
"""Every set of routes the charter ever answers with."""
WHOLE_SPACE = list(product(ROUTES, HOPS, MOMENTS))


@pytest.mark.parametrize(
    ("answer", "at", "state"),
    [
        (None, DUE - TICK, "asked"),
        (None, DUE, "silence"),
        (Answer("yes", ASKED), ASKED, "yes"),
        (Answer("no_because", ASKED), DUE, "no_because"),
        (Answer("no_because", DUE), DUE + TICK, "silence"),
        (Answer("yes", DUE + TICK), DUE, "silence"),
        (Answer("yes", DUE + TICK), DUE + TICK, "yes"),
    ],
)
def test_where_a_hop_stands(answer: Answer | None, at: datetime, state: str) -> None:
    assert Hop(DUE, True, answer).state(at) == state


@pytest.mark.item("S4.30")
def test_asking_never_closes_a_way_and_nobody_waits_for_leave() -> None:
    """The whole space: every set of routes, every hop, every moment."""
    for routes, hop, at in WHOLE_SPACE:
        ways = hop.ways_on(routes, at)

        assert hop.state(at) in STATES
        assert {*routes} - {"one_hop"} <= {*ways} <= {*routes, "one_hop"}
        assert ("one_hop" in ways) == ("act_first" in routes and hop.has_green_light(at))


@pytest.mark.parametrize("routes", [DO, ASK, HAND_OVER, NO_ROUTE])
def test_a_hop_changes_nothing_where_nobody_may_act_first(routes: tuple[str, ...]) -> None:
    assert {hop.ways_on(routes, at) for hop, at in product(HOPS, MOMENTS)} == {routes}


@given(hop=st.sampled_from(HOPS), minutes=st.integers(0, 60), later=st.integers(0, 60))
def test_a_green_light_never_goes_out(hop: Hop, minutes: int, later: int) -> None:
    at = ASKED + timedelta(minutes=minutes)

    assert not hop.has_green_light(at) or hop.has_green_light(at + timedelta(minutes=later))


@pytest.mark.parametrize(
    ("one_hop", "amount", "acts"),
    [
        (None, 100, False),
        (OneHop("owner", Span(5, "minute"), "act", None, None), 10**9, True),
        (OneHop("owner", Span(5, "minute"), "act", 500, 150), 150, True),
        (OneHop("owner", Span(5, "minute"), "act", 500, 150), 151, False),
        (OneHop("owner", Span(5, "minute"), "act", 500, 150), None, True),
        (OneHop("owner", Span(5, "minute"), "hand_over", 500, None), 1, False),
    ],
)
def test_how_far_silence_acts(one_hop: OneHop | None, amount: int | None, acts: bool) -> None:
    assert silence_acts(one_hop, amount) is acts
