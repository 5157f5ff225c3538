"""Clocks: limits, envelopes and receipts are exact however the clock jumps; the served house is in `tests/torture`."""

import random
from datetime import timedelta

import pytest

from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.services.give_gesture import give_gesture
from tests.make import make_case
from tests.torture.clocks import JUMPS, LEAST, MOST, ROOM, Report, look_at
from tests.torture.place import NOW, furnish

GESTURES, CASES = 90, 4


@pytest.mark.django_db
def test_limits_and_envelopes_are_exact_however_the_clock_jumps() -> None:
    chance, now = random.Random(4), NOW
    agents = furnish(ROOM)[:3]
    cases = [make_case(agents[0]) for _ in range(CASES)]
    for number, minor in enumerate(chance.sample(range(LEAST, MOST), GESTURES)):
        proposal = Proposal(key=f"jump-{number:04}", gesture="credit", amount=f"{minor // 100}.{minor % 100:02}")
        give_gesture(actor=chance.choice(agents), case=chance.choice(cases), proposal=proposal, now=now)
        now += timedelta(seconds=chance.choice(JUMPS))

    report = Report()
    look_at(report)

    assert report.faults == []
    assert min(report.given, report.declined) > GESTURES // 4
    assert report.periods > 4
