"""Clocks: the clock of a served house jumps an hour back, a day ahead, a month either way, while everybody gives.

`python -m tests.torture.clocks ENGINE FOLDER JUMPS SEED` serves a house whose clock is set by a file and sends it
gestures between the jumps, each once more after the next jump. What was decided is then read in the order in which it
was decided, whatever the clocks said. One JSON object tells how much was given and declined, and every fault.
"""

import http.client
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.torture.engines import house_on
from tests.torture.place import NOW, ZONE, Room, furnish
from tests.torture.report import progress
from tests.torture.storm import Served

HOUR, DAY = 3_600, 86_400
JUMPS = (-HOUR, HOUR, -DAY, DAY, -7 * DAY, -31 * DAY, 31 * DAY, 31 * DAY, 0)
FARTHEST_BACK, FARTHEST_AHEAD = -100 * DAY, 400 * DAY
GESTURES_BETWEEN, CASES = 8, 12
LEAST, MOST = 100, 5_000
ROOM = Room(envelope=25_000, agent=8_000, customer=20_000)
CAP_OF_A_CASE = 50_000
"""What the charter of the place lets be given on one case, whenever; here each customer has one."""
PATIENCE_SECONDS = 60
# What the house asks for the time is told it by the file.
FIRST = """
import datetime, pathlib
from django.utils import timezone
right, ahead = timezone.now, pathlib.Path({file!r})
timezone.now = lambda: right() + datetime.timedelta(seconds=int(ahead.read_text()))
"""


@dataclass(slots=True)
class Report:
    """What was decided between all the jumps."""

    jumps: int = 0
    given: int = 0
    declined: int = 0
    periods: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sent:
    """One request, sent in the same words each time."""

    token: str
    case: str
    body: str


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: who asked for how much, for whom, what the envelope held, and whether it was given."""

    agent: int
    customer: str
    at: datetime
    amount: int
    left: int
    is_given: bool


def main(engine: str, folder: str, jumps: int, seed: int) -> Report:
    """Let the clock jump so many times and return what was found."""
    chance, report = random.Random(seed), Report()
    clock = Path(folder) / "ahead"
    with house_on(engine, folder):
        tokens = _furnished(CASES + jumps // 2)
        wishes = _wishes(tokens, CASES + jumps // 2, chance)
        _set(clock, 0)
        house, ahead = Served(folder, FIRST.format(file=str(clock))), 0
        connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=PATIENCE_SECONDS)
        answered: dict[Sent, tuple[int, bytes]] = {}
        for _ in range(jumps):
            again, fresh = answered, [next(wishes) for _ in range(GESTURES_BETWEEN)]
            report.faults += [f"answered otherwise: {it}" for it in again if _send(connection, it) != again[it]]
            answered = {it: _send(connection, it) for it in fresh}
            ahead = max(FARTHEST_BACK, min(FARTHEST_AHEAD, ahead + chance.choice(JUMPS)))
            _set(clock, ahead)
            report.jumps += 1
            progress(report.jumps, jumps)
        house.close()
        look_at(report)
        return report


def _set(clock: Path, ahead: int) -> None:
    """Change the file in one go: nobody ever reads half of it."""
    clock.with_suffix(".new").write_text(str(ahead))
    clock.with_suffix(".new").replace(clock)


def _furnished(cases: int) -> list[str]:
    from geste.apps.people.models import User
    from geste.apps.people.services.make_api_token import make_api_token
    from tests.make import make_case

    agents = furnish(ROOM)
    tokens = [f"clock-{agent.user_id}-{'x' * 32}" for agent in agents]
    for agent, token in zip(agents, tokens, strict=True):
        make_api_token(user=User.objects.get(pk=agent.user_id), label="till", secret=token, now=NOW)
    for number in range(cases):
        make_case(agents[0], reference=f"T{number}", customer=f"T{number}")
    return tokens


def _wishes(tokens: list[str], cases: int, chance: random.Random) -> Iterator[Sent]:
    """Yield wishes without end, with amounts that differ on each case: two alike would be taken for a slip."""
    amounts = [iter(chance.sample(range(LEAST, MOST), MOST - LEAST)) for _ in range(cases)]
    number = 0
    while True:
        case, number = chance.randrange(cases), number + 1
        amount = next(amounts[case])
        body = {"key": f"clock-{number:06}", "gesture": "credit", "amount": f"{amount // 100}.{amount % 100:02}"}
        yield Sent(chance.choice(tokens), f"T{case}", json.dumps(body))


def _send(connection: http.client.HTTPConnection, sent: Sent) -> tuple[int, bytes]:
    headers = {"Authorization": f"Bearer {sent.token}", "Content-Type": "application/json"}
    connection.request("POST", f"/api/v1/cases/{sent.case}/gestures", sent.body, headers)
    response = connection.getresponse()
    status, body = response.status, response.read()
    assert status < HTTPStatus.INTERNAL_SERVER_ERROR, body
    return status, body


def look_at(report: Report) -> None:
    """Read everything that was decided, and report what no clock should have brought about."""
    from geste.apps.audit.models import Receipt
    from geste.apps.ledger.models import EnvelopePeriod
    from geste.config.monitor import everything_unsound

    decided = list(_decided())
    report.given = sum(it.is_given for it in decided)
    report.declined = len(decided) - report.given
    report.periods = EnvelopePeriod.objects.count()
    report.faults += _wrong_limits(decided)
    report.faults += _budgets_twice()
    report.faults += [str(it) for it in everything_unsound()]
    told = list(Receipt.objects.order_by("leaf_id").values_list("decision", flat=True))
    if told != sorted(told) or len(told) != len(decided):
        report.faults.append("receipts do not stand in the order of decisions")


def _decided() -> Iterator[Decided]:
    """Yield what was decided, in the order in which it was."""
    from geste.apps.gestures.models import DecisionRecord

    for row in DecisionRecord.objects.select_related("case").order_by("pk"):
        request: Any = row.request
        assert row.case is not None
        yield Decided(
            agent=row.decided_by_id,
            customer=row.case.customer,
            at=row.decided_at.astimezone(ZoneInfo(ZONE)),
            amount=_minor(request["proposal"]["amount"]),
            left=_minor(request["standing"]["envelopes"][request["actor"]["role"]]["left"]),
            is_given=bool(row.route),
        )


def _minor(amount: str) -> int:
    major, _, minor = amount.partition(".")
    return int(major) * 100 + int(minor.ljust(2, "0"))


def _wrong_limits(decided: list[Decided]) -> Iterator[str]:
    """Whatever the clock said at each: nobody gave more than a limit allows, and nobody was declined within them."""
    given: list[Decided] = []
    for it in decided:
        today = [past.amount for past in given if past.agent == it.agent and _is_within(past, it, hours=24)]
        season = [past.amount for past in given if past.customer == it.customer and _is_within(past, it, days=90)]
        ever = [past.amount for past in given if past.customer == it.customer]
        room = min(ROOM.agent - sum(today), ROOM.customer - sum(season), CAP_OF_A_CASE - sum(ever), it.left)
        if it.is_given != (it.amount <= room):
            yield f"{'given' if it.is_given else 'declined'} {it.amount} with {room} left at {it.at}"
        if it.is_given:
            given.append(it)


def _is_within(past: Decided, it: Decided, *, hours: int = 0, days: int = 0) -> bool:
    """Return whether something counts that long; what lies ahead of a clock that went back counts as well."""
    if hours:
        # The charter reads moments in whole seconds.
        apart = it.at.replace(microsecond=0) - past.at.replace(microsecond=0)
        return apart.total_seconds() <= hours * HOUR
    return (it.at.date() - past.at.astimezone(it.at.tzinfo).date()).days <= days


def _budgets_twice() -> Iterator[str]:
    """No envelope has two periods for the same day, and none gave more than it held."""
    from geste.apps.ledger.models import EnvelopePeriod

    rows = list(EnvelopePeriod.objects.order_by("envelope", "holder", "number"))
    for before, after in pairwise(rows):
        if (before.envelope, before.holder) == (after.envelope, after.holder) and after.since < before.until:
            yield f"{after.envelope}: period {after.number} begins before the one before it ends"
    for row in rows:
        if (row.cap, row.left >= 0) != (ROOM.envelope, True):
            yield f"{row.envelope}: period {row.number} holds {row.cap} and has {row.left} left"


if __name__ == "__main__":
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
