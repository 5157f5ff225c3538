"""Crowd: sixty-four clients who all press at once, on several envelopes and limits that do not suffice.

`python -m tests.torture.crowd ENGINE FOLDER ATTEMPTS SEED` lets them give on an empty house and prints one JSON object:
how many were given and refused, and every fault the history shows. One attempt in ten is sent twice.
"""

import json
import random
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from tests.torture.engines import house_on
from tests.torture.history import Answer, Call, Drawn, faults
from tests.torture.place import AGENTS_OF_ROLE, NOW, ROLES, Room, furnish, major
from tests.torture.report import progress

if TYPE_CHECKING:
    from geste.apps.base.actor import Actor
    from geste.apps.cases.models import Case

CLIENTS = 64
CUSTOMERS_FOR_ATTEMPTS = 15
CUSTOMERS_OF_CARD = 2
LEAST, MOST = 100, 5_000
SENT_TWICE = 0.1
ENOUGH_FOR = 0.6
"""How far the money of each purse goes: for so much of what is asked of it on average."""


@dataclass(slots=True)
class Report:
    """What became of the attempts."""

    given: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One client's wish."""

    key: str
    actor: "Actor"
    case: "Case"
    amount: int

    @property
    def purses(self) -> tuple[str, ...]:
        """Everything that may be too short for it."""
        return (
            f"envelope {self.actor.role}",
            f"agent {self.actor.user_id}",
            f"customer {self.case.customer}",
            f"card {self.case.facts['pay']['card']}",
        )


def main(engine: str, folder: str, attempts: int, seed: int) -> Report:
    """Let the crowd loose and return what the history shows."""
    with house_on(engine, folder):
        chance = random.Random(seed)
        customers = max(attempts // CUSTOMERS_FOR_ATTEMPTS, 4)
        room = _room(attempts, customers)
        wishes = _wishes(furnish(room), customers, attempts, chance)
        calls = _all_at_once(wishes)
        report = Report()
        answers = {call.key: call.answer for call in calls}
        report.given = sum(answer == "given" for answer in answers.values())
        report.refused = sum(answer == "denied" for answer in answers.values())
        filled = {purse: _filled(purse, room) for wish in wishes for purse in wish.purses}
        report.faults = faults(calls, _drawn(wishes, filled), filled)
        return report


def _room(attempts: int, customers: int) -> Room:
    asked = attempts * (LEAST + MOST) / 2 * ENOUGH_FOR
    people = len(ROLES) * AGENTS_OF_ROLE
    # The crowd is to meet each of the four, so none of them is always the first to run out.
    return Room(
        envelope=int(asked / len(ROLES) * 0.97),
        agent=int(asked / people * 1.05),
        customer=max(int(asked / customers * 1.15), MOST),
        card=max(int(asked / customers * CUSTOMERS_OF_CARD), MOST),
    )


def _filled(purse: str, room: Room) -> int:
    kind = purse.partition(" ")[0]
    return {"envelope": room.envelope, "agent": room.agent, "customer": room.customer, "card": room.card}[kind]


def _wishes(agents: "list[Actor]", customers: int, attempts: int, chance: random.Random) -> list[Attempt]:
    from tests.make import make_case

    cases = [
        make_case(
            agents[0],
            reference=f"W{number}",
            customer=f"W{number}",
            facts={"pay": {"card": f"card-{number // CUSTOMERS_OF_CARD}"}},
        )
        for number in range(customers)
    ]
    wishes = []
    # Amounts that differ on each case: two alike within minutes would be taken for a slip, and asked about.
    amounts = {case.pk: iter(chance.sample(range(LEAST, MOST), MOST - LEAST)) for case in cases}
    for number in range(attempts):
        case = chance.choice(cases)
        wishes.append(Attempt(f"wish-{number:07}", chance.choice(agents), case, next(amounts[case.pk])))
    again = [wish for wish in wishes if chance.random() < SENT_TWICE]
    everything = [*wishes, *again]
    chance.shuffle(everything)
    return everything


def _all_at_once(wishes: list[Attempt]) -> list[Call]:
    from geste.apps.gestures.services.hand_in import start_writer, stop_writer

    waiting: SimpleQueue[Attempt] = SimpleQueue()
    for wish in wishes:
        waiting.put(wish)
    calls: list[Call] = []
    failures: list[str] = []
    start = threading.Barrier(CLIENTS)
    clients = [
        threading.Thread(target=_client, args=(start, waiting, calls, failures, len(wishes))) for _ in range(CLIENTS)
    ]
    start_writer(patience_seconds=120)
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    stop_writer()
    if failures:
        raise SystemExit("\n".join(failures[:5]))
    return calls


def _client(
    start: threading.Barrier, waiting: "SimpleQueue[Attempt]", calls: list[Call], failures: list[str], of: int
) -> None:
    from django.db import connection

    start.wait()
    try:
        for _ in count():
            wish = waiting.get_nowait()
            called = time.monotonic()
            answer = _give(wish)
            calls.append(Call(wish.key, wish.amount, wish.purses, called, time.monotonic(), answer))
            progress(len(calls), of)
    except Empty:
        pass
    except Exception as error:  # noqa: BLE001 - a client that gives up is a fault of the house, not of the crowd
        failures.append(repr(error))
    finally:
        connection.close()


def _give(wish: Attempt) -> Answer:
    from geste.apps.gestures.proposals import Proposal
    from geste.apps.gestures.services.give_gesture import give_gesture

    proposal = Proposal(key=wish.key, gesture="credit", amount=major(wish.amount))
    outcome = give_gesture(actor=wish.actor, case=wish.case, proposal=proposal, now=NOW)
    return "denied" if outcome.gesture is None else "given"


def _drawn(wishes: list[Attempt], filled: dict[str, int]) -> dict[str, list[Drawn]]:
    """What the ledger says was drawn from each purse, in the ledger's own order."""
    from geste.apps.ledger.models import Entry

    purses = {wish.key: wish.purses for wish in wishes}
    drawn: defaultdict[str, list[Drawn]] = defaultdict(list, {purse: [] for purse in filled})
    for entry in Entry.objects.filter(gesture_key__startswith="wish-").order_by("pk"):
        for purse in purses[entry.gesture_key]:
            left = getattr(entry, "envelope_left", None) if purse.startswith("envelope") else None
            drawn[purse].append(Drawn(entry.gesture_key, entry.amount, left))
    return dict(drawn)


if __name__ == "__main__":
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
