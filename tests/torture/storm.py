"""Storm: every request one to ten times, from everywhere at once, over HTTP, with the house dying in the middle.

`python -m tests.torture.storm ENGINE FOLDER REQUESTS SEED` prints one JSON object: how many answers there were of which
status, and every fault. A request is sent again with the same key and the same words; a tenth of the keys are also sent
with other words, which must be refused and give nothing.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from queue import Empty, SimpleQueue

from tests.environment.postgresql import free_port
from tests.environment.processes import children_of
from tests.torture.engines import house_on
from tests.torture.place import NOW, PLENTY, furnish, major
from tests.torture.report import progress

CLIENTS = 16
MOST_TIMES = 10
OTHER_WORDS = 0.1
FEWEST_CASES, REQUESTS_ON_A_CASE = 20, 25
AMOUNT, OTHER_AMOUNT = 100, 200
"""What the first request on a case asks for, in minor units; each further one asks for a little more. All of them, in
either wording, stay far below what a case may get."""
PATIENCE_SECONDS = 60


@dataclass(slots=True)
class Report:
    """What came back."""

    statuses: dict[str, int] = field(default_factory=dict)
    keys: int = 0
    given: int = 0
    deaths: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sent:
    """One sending of one request."""

    key: str
    token: str
    case: str
    amount: str

    @property
    def body(self) -> str:
        """The same words each time."""
        return json.dumps({"key": self.key, "gesture": "credit", "amount": self.amount})


@dataclass(frozen=True, slots=True)
class Heard:
    """What one sending was answered with."""

    sent: Sent
    status: int
    body: bytes


def main(engine: str, folder: str, requests: int, seed: int) -> Report:
    """Let the storm loose on a served house and return what came back."""
    chance = random.Random(seed)
    with house_on(engine, folder):
        cases = max(FEWEST_CASES, requests // REQUESTS_ON_A_CASE)
        tokens = furnished(cases)
        sendings = _sendings(tokens, requests, cases, chance)
        house = Served(folder)
        heard = _storm(sendings, house)
        house.close()
        return report_of(sendings, heard, house.deaths)


def furnished(cases: int) -> list[str]:
    """Return the tokens of everybody who gives in a new house with so many cases and money enough."""
    from geste.apps.people.models import User
    from geste.apps.people.services.make_api_token import make_api_token
    from tests.make import make_case

    agents = furnish(PLENTY)
    tokens = [f"storm-{agent.user_id}-{'x' * 32}" for agent in agents]
    for agent, token in zip(agents, tokens, strict=True):
        make_api_token(user=User.objects.get(pk=agent.user_id), label="storm", secret=token, now=NOW)
    for number in range(cases):
        make_case(agents[0], reference=f"S{number}", customer=f"S{number}")
    return tokens


def _sendings(tokens: list[str], requests: int, cases: int, chance: random.Random) -> list[Sent]:
    sendings = []
    for number in range(requests):
        # Amounts that differ on each case: two alike within minutes would be taken for a slip, and asked about.
        nth, case = divmod(number, cases)
        sent = Sent(f"storm-{number:07}", chance.choice(tokens), f"S{case}", major(AMOUNT + nth))
        sendings += [sent] * chance.randint(1, MOST_TIMES)
        if chance.random() < OTHER_WORDS:
            sendings.append(Sent(sent.key, sent.token, sent.case, major(OTHER_AMOUNT + nth)))
    # Neighbours stay near each other, so that the same key is under way several times at once.
    return sorted(sendings, key=lambda it: (int(it.key[-7:]) + chance.uniform(0, 12), chance.random()))


class Served:
    """The real server in a process of its own, which can be killed and started again. `first` is run before it."""

    def __init__(self, folder: str, first: str = "") -> None:
        self.port, self.deaths, self._folder, self._first = free_port(), 0, folder, first
        self.is_troubled = False
        self._start()

    def _start(self) -> None:
        geste = [sys.executable, "-c", f"{self._first}\nfrom geste.interfaces.cli.main import main; main()"]
        command = [*geste, "serve", "--data", self._folder, "--port", str(self.port)]
        # What it says of itself stays beside its data: whoever looks into a fault reads it there.
        with Path(self._folder, "said.log").open("ab") as said:
            self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/api/v1/charter")
                connection.getresponse().read()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise SystemExit("the house did not open")

    def die_and_rise(self) -> None:
        """Kill the whole house in the middle of what it does, and start it again."""
        # The processes that serve and write are children of the one that was started: all die.
        os.killpg(self._process.pid, signal.SIGKILL)
        self._rise()

    def fall_and_rise(self) -> None:
        """Kill the process that writes alone: the house falls by itself, and is started again."""
        self.is_troubled = True
        os.kill(children_of(self._process.pid)[0], signal.SIGKILL)
        self._rise()
        self.is_troubled = False

    def _rise(self) -> None:
        self._process.wait(PATIENCE_SECONDS)
        self.deaths += 1
        self._start()

    def die(self) -> None:
        """Kill the whole house for good."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE_SECONDS)

    def close(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(PATIENCE_SECONDS)


def _storm(sendings: list[Sent], house: Served) -> list[Heard]:
    waiting: SimpleQueue[Sent] = SimpleQueue()
    for sent in sendings:
        waiting.put(sent)
    heard: list[Heard] = []
    clients = [threading.Thread(target=_client, args=(waiting, heard, house, len(sendings))) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for share, end in ((1 / 3, house.fall_and_rise), (2 / 3, house.die_and_rise)):
        while len(heard) < len(sendings) * share and any(client.is_alive() for client in clients):
            time.sleep(0.01)
        end()
    for client in clients:
        client.join()
    return heard


def _client(waiting: "SimpleQueue[Sent]", heard: list[Heard], house: Served, of: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=PATIENCE_SECONDS)
    while True:
        try:
            sent = waiting.get_nowait()
        except Empty:
            connection.close()
            return
        heard.append(answer_to(connection, sent, house))
        progress(len(heard), of)


def answer_to(connection: http.client.HTTPConnection, sent: Sent, house: Served) -> Heard:
    """Send until there is an answer: who hears nothing asks again with the same key.

    Of a house in trouble, because its writer was killed, one may hear that there was no answer in time.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    headers = {"Authorization": f"Bearer {sent.token}", "Content-Type": "application/json"}
    while True:
        try:
            connection.request("POST", f"/api/v1/cases/{sent.case}/gestures", sent.body, headers)
            response = connection.getresponse()
            heard = Heard(sent, response.status, response.read())
            is_refused = heard.status == HTTPStatus.SERVICE_UNAVAILABLE
            if not (is_refused and house.is_troubled and time.monotonic() < deadline):
                return heard
        except (OSError, http.client.HTTPException):
            connection.close()
            if time.monotonic() > deadline:
                raise
        time.sleep(0.05)


def report_of(sendings: list[Sent], heard: list[Heard], deaths: int) -> Report:
    """Return what came back, with everything that could not be: lost, given twice, answered in two ways or refused."""
    from geste.apps.gestures.models import Gesture
    from geste.apps.ledger.models import Entry

    report = Report(deaths=deaths, statuses=dict(Counter(str(it.status) for it in heard)))
    if len(heard) != len(sendings):
        report.faults.append(f"{len(sendings)} sent, {len(heard)} answered")
    refused = Counter(it.body for it in heard if it.status >= HTTPStatus.INTERNAL_SERVER_ERROR)
    report.faults += [f"{times} times: {body.decode(errors='replace')}" for body, times in refused.items()]
    answers: defaultdict[str, defaultdict[str, set[tuple[int, bytes]]]] = defaultdict(lambda: defaultdict(set))
    for it in heard:
        answers[it.sent.key][it.sent.body].add((it.status, it.body if it.status == HTTPStatus.CREATED else b""))
    report.faults += [fault for key, by_words in answers.items() for fault in _of_key(key, by_words.values())]
    report.keys = len(answers)
    report.given = Gesture.objects.count()
    posted = Entry.objects.filter(gesture_key__startswith="storm-").count()
    if {report.given, posted} != {report.keys}:
        report.faults.append(f"{report.keys} keys, {report.given} gestures, {posted} entries")
    return report


def _of_key(key: str, by_words: Iterable[set[tuple[int, bytes]]]) -> Iterator[str]:
    """Whichever words came first are given, and answered alike each time; any other words are refused each time."""
    given = 0
    for answers in by_words:
        statuses = sorted({status for status, _ in answers})
        if statuses == [HTTPStatus.CREATED]:
            given += 1
            if len(answers) > 1:
                yield f"{key}: answered in {len(answers)} ways: {sorted(answers)}"
        elif statuses != [HTTPStatus.UNPROCESSABLE_ENTITY]:
            yield f"{key}: answered with {statuses}"
    if given != 1:
        yield f"{key}: {given} of its wordings were given"


if __name__ == "__main__":
    seen = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps({name: getattr(seen, name) for name in Report.__slots__}))
