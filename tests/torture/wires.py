"""Wires: people give while the network between the house and PostgreSQL is slow, stands still, breaks and comes back.

`python -m tests.torture.wires postgresql FOLDER TROUBLES SEED` prints one JSON object: how often there was which
trouble, how long it took at most until something was given again, and every fault. Each request is sent one to three
times.
"""

import http.client
import json
import os
import random
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlsplit

from tests.torture.engines import house_on
from tests.torture.place import major
from tests.torture.report import progress
from tests.torture.storm import AMOUNT, PATIENCE_SECONDS, Heard, Sent, Served, answer_to, furnished, report_of
from tests.torture.wire import Wire

CLIENTS, CASES, MOST_TIMES = 6, 400, 3
THINKS_SECONDS = 0.02
QUIET_SECONDS = 0.15
MENDED_WITHIN_SECONDS = 30
"""So soon after the network is back something is given again."""


@dataclass(slots=True)
class Report:
    """What became of it."""

    troubles: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    given: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Crowd:
    """Those who give, one request after the other, until it is over."""

    house: Served
    tokens: list[str]
    seed: int
    heard: list[Heard] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=count)
    is_over: bool = False

    def give(self, name: int) -> None:
        """Send what comes to mind until it is over, some of it more than once."""
        chance = random.Random(self.seed * CLIENTS + name)
        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=PATIENCE_SECONDS)
        while not self.is_over:
            number = next(self.numbers)
            nth, case = divmod(number, CASES)
            # Amounts that differ on each case: two alike within minutes would be taken for a slip, and asked about.
            sent = Sent(f"storm-{number:07}", chance.choice(self.tokens), f"S{case}", major(AMOUNT + nth))
            for again in range(chance.randint(1, MOST_TIMES)):
                if not (again and self.is_over):
                    self.heard.append(answer_to(connection, sent, self.house))
                    time.sleep(chance.uniform(0, 2 * THINKS_SECONDS))
        connection.close()


def main(engine: str, folder: str, troubles: int, seed: int) -> Report:
    """Trouble the network so often while people give, and return what came back."""
    chance = random.Random(seed)
    with house_on(engine, folder):
        tokens = furnished(CASES)
        server = urlsplit(os.environ["GESTE_DATABASE_URL"])
        assert server.port is not None
        wire = Wire(server.port)
        os.environ["GESTE_DATABASE_URL"] = server._replace(netloc=f"{server.username}@127.0.0.1:{wire.port}").geturl()
        crowd = Crowd(Served(folder), tokens, seed)
        # Whoever asks while there is trouble may hear that nothing can be written; they ask again.
        crowd.house.is_troubled = True
        givers = [threading.Thread(target=crowd.give, args=(name,)) for name in range(CLIENTS)]
        for giver in givers:
            giver.start()
        made, slowest = _troubled(wire, crowd, troubles, chance)
        crowd.is_over = True
        for giver in givers:
            giver.join()
        if slowest > MENDED_WITHIN_SECONDS:
            crowd.house.die()
        else:
            crowd.house.close()
        wire.close()
        return _report(crowd, made, slowest)


def _troubled(wire: Wire, crowd: Crowd, troubles: int, chance: random.Random) -> tuple[Counter[str], float]:
    """Make trouble so often, each time something was given again, and return what there was and the longest wait."""
    made, slowest = Counter[str](), 0.0
    while len(crowd.heard) < CLIENTS:
        time.sleep(0.005)
    for number in range(troubles):
        time.sleep(chance.uniform(0, QUIET_SECONDS))
        what = wire.trouble(chance)
        made[what] += 1
        mended, heard = time.monotonic(), len(crowd.heard)
        while len(crowd.heard) < heard + CLIENTS and time.monotonic() - mended <= MENDED_WITHIN_SECONDS:
            time.sleep(0.005)
        slowest = max(slowest, time.monotonic() - mended)
        if slowest > MENDED_WITHIN_SECONDS:
            break
        progress(number + 1, troubles)
    return made, slowest


def _report(crowd: Crowd, made: Counter[str], slowest: float) -> Report:
    found = report_of([it.sent for it in crowd.heard], crowd.heard, deaths=0)
    report = Report(dict(made), found.statuses, found.given, round(slowest, 1), found.faults)
    if slowest > MENDED_WITHIN_SECONDS:
        report.faults.append(f"nothing was given for {slowest:.0f} seconds after the network was back")
    return report


if __name__ == "__main__":
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
