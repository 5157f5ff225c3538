"""Nursery: raises processes that give, kills them at any moment, and asks the next one what the ledger remembers.

`python -m tests.torture.nursery ENGINE FOLDER LIVES SEED` works on an empty house in FOLDER, or on a PostgreSQL server
of its own which dies with every second process, and prints one JSON object: how many lives there were, how many answers
were given before death, and every fault. Each life is a fork, so that two thousand of them take minutes: it has its own
connections, its own threads and its own end. What it has answered goes through a pipe the moment it is answered, as it
would to a customer.
"""

import json
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from tests.environment import postgresql
from tests.torture.report import progress

THREADS = 4
LONGEST_LIFE_SECONDS = 0.35
DEATHS_BEFORE_AN_ANSWER = 0.25
ANSWERS_BEFORE_A_SERVER_DIES = 10
"""So many, every other time: whatever an earlier commit flushed along with its own, the last of them stand alone."""
CASE_HOLDS, APART = 40, 20
"""Gestures on one case; their amounts lie in steps of their own: two alike would be taken for a slip."""
ASKED, GIVEN = "asked", "given"


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """One gesture as a client asks for it; asked again after a death it is asked word for word."""

    key: str
    agent: int
    amount: int
    case: int


@dataclass(slots=True)
class Report:
    """What was seen in all lives together."""

    lives: int = 0
    answered: int = 0
    asked_again: int = 0
    faults: list[str] = field(default_factory=list)


def main(engine: str, folder: str, lives: int, seed: int) -> Report:
    """Raise and kill `lives` processes on a house of their own, and return what was found."""
    os.environ["GESTE_DATA_DIR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    chance = random.Random(seed)
    if engine == "sqlite":
        return _raise_and_kill(lives, chance, None)
    programs = postgresql.programs_found()
    if programs is None:
        raise SystemExit(postgresql.ADVICE)
    with postgresql.mortal_server(programs) as server:
        os.environ["GESTE_DATABASE_URL"] = server.url
        return _raise_and_kill(lives, chance, server)


def _raise_and_kill(lives: int, chance: random.Random, server: postgresql.MortalServer | None) -> Report:
    import django

    django.setup()
    agents = _in_a_fork(_furnish)
    report, in_doubt = Report(), list[Asked]()
    for cycle in range(lives):
        dies_too = server if server is not None and cycle % 2 else None
        asked, given = _one_life(cycle, agents, in_doubt, chance, dies_too)
        if dies_too is not None:
            dies_too.rise()
        report.lives += 1
        progress(report.lives, lives)
        report.answered += len(given)
        report.asked_again += len(in_doubt)
        report.faults += [f"life {cycle}: {fault}" for fault in _in_a_fork(lambda: _faults(asked, given))]  # noqa: B023
        in_doubt = [it for it in asked if it.key not in given]
    report.faults += [f"at the end: {fault}" for fault in _in_a_fork(_whole)]
    return report


def _in_a_fork(work: Callable[[], Any]) -> Any:
    """Return what `work` returns in a process of its own, so that this one never holds a connection."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            with os.fdopen(writing, "w") as told:
                json.dump(work(), told)
            os._exit(0)
        except BaseException:  # noqa: BLE001 - said before the fork ends, and never returned from
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as heard:
        said = heard.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"a fork of the nursery ended with {status}: {said}")
    return json.loads(said)


def _furnish() -> list[int]:
    from django.core.management import call_command

    from tests.torture.place import PLENTY, furnish

    call_command("migrate", verbosity=0, interactive=False)
    return [agent.user_id for agent in furnish(PLENTY)]


def _one_life(
    cycle: int,
    agents: list[int],
    in_doubt: list[Asked],
    chance: random.Random,
    server: postgresql.MortalServer | None,
) -> tuple[list[Asked], dict[str, int]]:
    """Let one process give until it is killed; return what was asked of it and the receipts it handed out.

    A `server` is killed a moment earlier.
    """
    reading, writing = os.pipe()
    seed = chance.getrandbits(32)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _live(cycle, agents, in_doubt, random.Random(seed), writing)
        finally:
            os._exit(1)
    os.close(writing)
    until = ASKED if chance.random() < DEATHS_BEFORE_AN_ANSWER else GIVEN
    with os.fdopen(reading) as heard:
        is_well_on = server is not None and cycle % 4 == 1
        lines = list(_up_to(GIVEN, heard, ANSWERS_BEFORE_A_SERVER_DIES) if is_well_on else _up_to(until, heard))
        time.sleep(chance.uniform(0, LONGEST_LIFE_SECONDS))
        if server is not None:
            server.die()
        os.kill(child, signal.SIGKILL)
        lines += heard
    _, status = os.waitpid(child, 0)
    if status != signal.SIGKILL and server is None:
        raise RuntimeError(f"life {cycle} ended by itself with {status}: {lines[-3:]}")
    told = [json.loads(line) for line in lines if line.endswith("\n")]
    asked = {Asked(**it["what"]) for it in told if it["event"] == ASKED}
    given = {it["key"]: it["receipt"] for it in told if it["event"] == GIVEN}
    return sorted(asked), given


def _up_to(event: str, heard: Iterable[str], times: int = 1) -> Iterator[str]:
    """Yield what is heard until an event has come so often, or the life has failed."""
    for line in heard:
        yield line
        told = json.loads(line)["event"]
        times -= told == event
        if times == 0 or told == "failed":
            return


def _live(cycle: int, agents: list[int], in_doubt: list[Asked], chance: random.Random, pipe: int) -> None:
    """Ask again what nobody answered in the life before, then give and give: half of the lives through one writer."""
    from geste.apps.gestures.services.hand_in import start_writer

    if cycle % 2:
        start_writer(patience_seconds=120)
    waiting = iter([*in_doubt])
    numbers = count()
    lock = threading.Lock()

    def next_one() -> Asked:
        with lock:
            again = next(waiting, None)
            number = next(numbers)
            fresh = Asked(
                key=f"life-{cycle:05}-{number:05}",
                agent=chance.choice(agents),
                amount=100 + number % CASE_HOLDS * APART + chance.randrange(APART),
                case=cycle * 1000 + number // CASE_HOLDS,
            )
        return again or fresh

    threads = [threading.Thread(target=_give_on, args=(next_one, pipe), daemon=True) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _give_on(next_one: Callable[[], Asked], pipe: int) -> None:
    try:
        while True:
            asked = next_one()
            _tell(pipe, event=ASKED, what={name: getattr(asked, name) for name in Asked.__slots__})
            receipt = _give(asked)
            _tell(pipe, event=GIVEN, key=asked.key, receipt=receipt)
    except BaseException as error:  # noqa: BLE001 - whatever it is, a life that ends by itself is a fault
        _tell(pipe, event="failed", why=repr(error))
        os._exit(2)


def _tell(pipe: int, **what: object) -> None:
    # Shorter than what a pipe takes in one piece: lines of several threads never mix, and death tears none.
    os.write(pipe, (json.dumps(what) + "\n").encode())


def _give(asked: Asked) -> int:
    """Give as the desk does, and return the number of the receipt."""
    from geste.apps.cases.models import Case, Kind
    from geste.apps.cases.services.open_case import Opening, OpeningRefused, open_case
    from geste.apps.gestures.proposals import Proposal
    from geste.apps.gestures.services.give_gesture import give_gesture
    from geste.apps.people.models import User
    from geste.apps.people.selectors import actor_for
    from tests.torture.place import NOW

    actor = actor_for(User.objects.get(pk=asked.agent))
    reference = f"K{asked.case}"
    case = Case.objects.filter(reference=reference).first()
    if case is None:
        opening = Opening(
            reference=reference,
            kind=Kind.COMPLAINT,
            words="It broke.",
            customer=reference,
            customer_label=reference,
            facts={},
        )
        try:
            case = open_case(actor=actor, opening=opening, now=NOW)
        except OpeningRefused:
            case = Case.objects.get(reference=reference)
    amount = f"{asked.amount // 100}.{asked.amount % 100:02}"
    proposal = Proposal(key=asked.key, gesture="credit", amount=amount)
    outcome = give_gesture(actor=actor, case=case, proposal=proposal, now=NOW + timedelta(seconds=1))
    assert outcome.gesture is not None, outcome.decision.reasons
    return outcome.gesture.pk


def _faults(asked: list[Asked], given: dict[str, int]) -> list[str]:
    """What the ledger remembers of one life that it should not, or does not remember that it should."""
    from geste.apps.gestures.models import DecisionRecord, Gesture
    from geste.apps.ledger.models import Entry

    keys = [it.key for it in asked]
    gestures = {row.key: row for row in Gesture.objects.filter(key__in=keys)}
    posted: dict[str, list[int]] = {}
    for entry in Entry.objects.filter(gesture_key__in=keys):
        posted.setdefault(entry.gesture_key, []).append(entry.amount)
    found = list[str]()
    for it in asked:
        row = gestures.get(it.key)
        if row is None:
            found += [f"{it.key}: acknowledged and lost"] * (it.key in given)
            found += [f"{it.key}: no gesture, yet posted {posted.get(it.key)}"] * (it.key in posted)
            continue
        if it.key in given and row.pk != given[it.key]:
            found.append(f"{it.key}: receipt {given[it.key]} was handed out, and the gesture is {row.pk}")
        if row.amount != it.amount or posted.get(it.key) != [it.amount]:
            found.append(f"{it.key}: asked {it.amount}, gave {row.amount}, posted {posted.get(it.key)}")
    decided = DecisionRecord.objects.filter(gesture__key__in=keys).count()
    if decided != len(gestures):
        found.append(f"{len(gestures)} gestures rest on {decided} decisions")
    return found


def _whole() -> list[str]:
    """What is wrong with the whole ledger and the file it stands in."""
    from django.db import connection
    from django.db.models import Count, Sum

    from geste.apps.gestures.models import DecisionRecord, Gesture
    from geste.apps.ledger.models import Entry

    found = list[str]()
    gave = Gesture.objects.aggregate(total=Sum("amount"))["total"] or 0
    entries = Entry.objects.filter(gesture_key__startswith="life-")
    posted = entries.aggregate(total=Sum("amount"))["total"] or 0
    if gave != posted:
        found.append(f"{gave} given, {posted} posted")
    for row in entries.values("gesture_key").annotate(times=Count("pk")).filter(times__gt=1):
        found.append(f"{row['gesture_key']}: posted {row['times']} times")
    orphans = DecisionRecord.objects.filter(gesture=None).count()
    if orphans:
        found.append(f"{orphans} decisions to give without a gesture")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            verdict = [row[0] for row in cursor.fetchall()]
        found += [] if verdict == ["ok"] else verdict
    return found


if __name__ == "__main__":
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
