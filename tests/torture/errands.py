"""Errands: workers carry promises out and are killed at every named place; money moves once all the same.

`python -m tests.torture.errands ENGINE FOLDER LIVES SEED` promises gestures in an empty house in FOLDER, or on a
PostgreSQL server of its own, lets one worker after another (two at once on PostgreSQL) begin and die by SIGKILL at a
named failpoint, and then lets a last one finish. It prints one JSON object: the lives, where they ended, every fault.
"""

import json
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from itertools import cycle, islice

from geste import failpoints
from tests.fakes.stripe_server import FakeStripe, stripe_on_loopback
from tests.torture.engines import house_on
from tests.torture.report import progress

GESTURES_A_LIFE, AMOUNT = 3, 1_800
FAULTS = ("none", "none", "drop_after", "500_after", "drop_before", "pending", "busy")
SPELL = timedelta(minutes=3)
"""Longer than any lease: who comes next goes on where the dead one stopped."""
LAST_SPELLS = (timedelta(hours=1),) * 2 + (timedelta(hours=12),) * 5


@dataclass(slots=True)
class Report:
    """What was seen in all lives together."""

    lives: int = 0
    died_at: dict[str, int] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def main(engine: str, folder: str, lives: int, seed: int) -> Report:
    """Let `lives` workers die on a house of their own, and return what was found."""
    with house_on(engine, folder):
        from tests.carrying import LATER

        with stripe_on_loopback(LATER) as fake:
            at_once = 2 if engine == "postgresql" else 1
            # News for every worker of every life, so that at no place nobody comes by.
            _furnish(fake, lives * at_once * GESTURES_A_LIFE)
            return _lives(fake, lives, random.Random(seed), at_once=at_once)


def _furnish(fake: FakeStripe, gestures: int) -> None:
    """Give in the house what workers are to carry out, and leave no connection open that a fork would inherit."""
    from django.db import connections

    from geste.apps.base.events import emit
    from geste.apps.execution.ports import Operation
    from geste.apps.gestures.events import GestureGiven
    from tests.carrying import PAYMENT, arranged, make_house, many

    import_module("geste.connectors.stripe")  # once, for every fork
    actor = make_house()
    arranged("stripe", Operation.REFUND, PAYMENT)
    payments = [f"pi_{number}" for number in range(gestures)]
    for payment in payments:
        fake.add_payment(payment, AMOUNT)
    fake.add_payment("pi_1", 2 * AMOUNT)  # what was given to copy from is refunded there as well
    for gesture in many(actor, payments, amount=AMOUNT):
        emit(GestureGiven(at=gesture.given_at, gesture_id=gesture.pk))
    connections.close_all()


def _lives(fake: FakeStripe, lives: int, chance: random.Random, *, at_once: int) -> Report:
    report, died_at = Report(), Counter[str]()
    fake.choose = lambda: chance.choice(FAULTS)
    for number, place in enumerate(islice(cycle(failpoints.NAMES), lives)):
        fake.rules.now += SPELL
        # The first time round somebody surely comes by; later, at one visit or another.
        visits = [chance.randint(1, GESTURES_A_LIFE) if number >= len(failpoints.NAMES) else 1 for _ in range(at_once)]
        ends = _at_once([partial(_work, fake.address, fake.rules.now, place, visit) for visit in visits])
        report.lives += 1
        progress(report.lives, lives)
        died_at[place] += -signal.SIGKILL in ends
        report.faults += [f"a worker ended with {end} at {place}" for end in ends if end not in (0, -signal.SIGKILL)]
    fake.choose = lambda: "none"
    for spell in LAST_SPELLS:
        for it in fake.rules.refunds:
            if it["status"] == "pending":
                fake.rules.settle(str(it["id"]), chance.choice(["succeeded", "failed"]))
        fake.rules.now += spell
        _at_once([partial(_work, fake.address, fake.rules.now)] * at_once)
    report.died_at = dict(died_at)
    report.faults += [f"{gesture} was paid {times} times" for gesture, times in fake.doubles().items()]
    return _looked_at(report, set(fake.rules.effects))


def _at_once(works: Sequence[Callable[[], None]]) -> list[int]:
    """Run each in a fork of its own, all together, and return how each ended: below nought by a signal."""
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            try:
                work()
                os._exit(0)
            except BaseException as error:  # noqa: BLE001 - the fork ends here whatever happens
                print(repr(error), file=sys.stderr, flush=True)
                os._exit(1)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _work(address: str, now: datetime, place: str | None = None, visit: int = 0) -> None:
    """Hand on, hear news and carry out, until death at the so-many-th visit of a place."""
    from geste.apps.base.services.hand_on_events import hand_on_events
    from geste.apps.execution.models import Commitment
    from geste.apps.execution.services.carry_out import carry_out
    from geste.apps.execution.services.receive_news import receive_news
    from geste.connectors.stripe import Stripe
    from geste.flow import FLOW
    from tests.carrying import Clock, door

    if place is not None:
        failpoints.arm({place: Visits(visit)})
    hand_on_events(flow=FLOW, now=now, at_most=1_000 if place is None else GESTURES_A_LIFE)
    for key in Commitment.objects.order_by("-pk").values_list("provider_key", flat=True)[:GESTURES_A_LIFE]:
        event = f"evt_{key}_{now.timestamp()}"
        receive_news(provider="stripe", event=event, kind="refund.updated", about=key, reference="", now=now)
    stripe = Stripe("sk_test_geste", address=address, call_seconds=5)
    carry_out(connectors={"stripe": stripe}, door=door(Clock(now)), at_most=1_000)


class Visits:
    """Dies at the so-many-th visit, at once and unasked."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _looked_at(report: Report, paid: set[str]) -> Report:
    """Return the report with how every promise ended, and what does not fit: promises, calls, books and Stripe."""
    from geste.apps.execution.models import Attempt, Commitment
    from geste.apps.gestures.models import Gesture
    from tests.carrying import CLEARING
    from tests.sums import balance_of

    states = {str(number): state for number, state in Commitment.objects.values_list("gesture_id", "state")}
    report.ended = dict(Counter(states.values()))
    if len(states) != Gesture.objects.count():
        report.faults.append(f"{len(states)} promises for {Gesture.objects.count()} gestures")
    for gesture, state in states.items():
        if state not in ("confirmed", "returned", "waiting"):
            report.faults.append(f"{gesture} is still {state}")
        elif state != "waiting" and (state == "confirmed") != (gesture in paid):
            report.faults.append(f"{gesture} is {state} here, and paid is {gesture in paid} there")
    on_its_way = sum(balance_of(account) for account in CLEARING)
    if on_its_way != -AMOUNT * report.ended.get("waiting", 0):
        report.faults.append(f"{on_its_way} stands in the clearing accounts")
    open_calls = Attempt.objects.filter(ended_at=None).count()
    if open_calls:
        report.faults.append(f"{open_calls} calls were never closed")
    return report


if __name__ == "__main__":
    print(json.dumps(asdict(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))))
