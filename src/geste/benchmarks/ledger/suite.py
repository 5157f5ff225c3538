"""Suite: ours and the database's own rate, measured in turn in one run, so that both meet the same machine."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from geste.benchmarks.ledger.embedded import Raw
from geste.benchmarks.ledger.house import HOT, SPREAD
from geste.benchmarks.ledger.limit import Limit
from geste.benchmarks.ledger.load import load
from geste.benchmarks.ledger.rate import Rate
from geste.benchmarks.ledger.resident import Resident
from geste.benchmarks.ledger.served import served
from geste.benchmarks.ledger.server import throwaway_server
from geste.benchmarks.result import Result

SECONDS, WARM_SECONDS = 4.0, 4.0
ROUNDS = 3
SIZES = (10_000, 100_000, 1_000_000)
IN_A_BATCH, BATCHERS = 100, 4
APART = "apart"
"""The database that pgbench writes into."""
OF_ONE_LOAD = 1_003_000
"""Every measurement over HTTP gives under numbers of its own, and on other cases: none collects what was given."""
LIMIT = "three random envelopes, pgbench, 16 clients"
ONE_DRAW, HOT_LIMIT = "one random envelope, pgbench, 16 clients", "one company-wide envelope, pgbench, 16 clients"
RAW = "three random envelopes, plain SQL, SQLite"
RAW_ONE_DRAW, RAW_HOT = "one random envelope, plain SQL, SQLite", "one company-wide envelope, plain SQL, SQLite"
UNIT = "gestures/s"
NOTE = (
    "The ratio is the limit's rate over ours: below one is ahead. Every commit waits for the disk. The limit is what "
    "pgbench, or plain SQL on SQLite, writes one by one: the same rows in the same tables, without deciding or signing."
)


SERVICE, HOT_SERVICE, HTTP, BATCHES = "service layer", "one envelope", "over HTTP", "batches of 100"
EMBEDDED = "over HTTP, SQLite"


@dataclass(slots=True)
class Measured:
    """Rates by what they are of."""

    tell: Callable[[str], None]
    rates: dict[str, list[Rate]] = field(default_factory=dict)
    _used: int = 0

    def note(self, what: str, rate: Rate) -> None:
        """Keep one more rate, and say so."""
        self.tell(f"{what}: {rate.per_second:.0f} {UNIT}, p50 {rate.p50:.1f} ms, p99 {rate.p99:.1f} ms")
        self.rates.setdefault(what, []).append(rate)

    def fresh(self) -> int:
        """Return the first of a million numbers that nobody gives under."""
        self._used += OF_ONE_LOAD
        return self._used

    def result(self, name: str, title: str, what: str, limits: tuple[str, ...]) -> Result:
        """Return ours beside the limits."""
        ours = Rate.median(self.rates[what])
        theirs = {limit: Rate.median(self.rates[limit]) for limit in limits}
        told = {what: ours, **theirs}
        return Result(
            name=name,
            title=title,
            unit=UNIT,
            ours=round(ours.per_second, 1),
            peers={limits[0]: round(theirs[limits[0]].per_second, 1)},
            n=len(self.rates[what]),
            is_rate=True,
            beside={
                f"{whose}, {figure}": value for whose, rate in told.items() for figure, value in _told(rate).items()
            },
            columns=("", UNIT, "p50 ms", "p99 ms", "share of it"),
            rows=tuple(_row(whose, rate, ours) for whose, rate in told.items()),
        )


def _told(rate: Rate) -> Mapping[str, float]:
    return {"per second": round(rate.per_second, 1), "p50 ms": round(rate.p50, 2), "p99 ms": round(rate.p99, 2)}


def _row(whose: str, rate: Rate, ours: Rate) -> tuple[str, ...]:
    share = "" if rate is ours else f"{ours.per_second / rate.per_second:.2f}"
    return whose, f"{rate.per_second:.0f}", f"{rate.p50:.1f}", f"{rate.p99:.1f}", share


def run_ledger(rounds: int = ROUNDS, tell: Callable[[str], None] = lambda _: None) -> Result:
    """Return how far we are from what the database can do, on PostgreSQL and on SQLite, and a curve of the cost.

    Raises:
        NoServer: the wheel that brings PostgreSQL is not installed.
    """
    measured = Measured(tell)
    with ExitStack() as life:
        home = life.enter_context(TemporaryDirectory(prefix="geste-bench-home-"))
        server = life.enter_context(throwaway_server())
        surroundings = {"GESTE_DATABASE_URL": server.url, "GESTE_TIME_ZONE": "UTC"}
        tell("Furnishing a house on PostgreSQL")
        house = life.enter_context(Resident(home, surroundings))
        house.ask("rest")
        server.run("psql", "-q", "-c", f"CREATE DATABASE {APART} TEMPLATE postgres", "template1")
        limit = Limit(server, APART)
        with served(home, surroundings) as port:
            load(port, measured.fresh(), WARM_SECONDS)
            for number in range(rounds):
                tell(f"PostgreSQL, round {number + 1} of {rounds}")
                _postgresql_round(measured, house, limit, port)
        curve = _curve(house, Limit(server, "postgres"), tell)
    tell("SQLite")
    _sqlite(measured, rounds)
    return replace(
        measured.result("ledger", "The service layer with its writer", SERVICE, (LIMIT, ONE_DRAW)),
        notes=(NOTE,),
        parts=(
            measured.result("ledger-hot", "Every gesture on one envelope", HOT_SERVICE, (LIMIT, ONE_DRAW, HOT_LIMIT)),
            measured.result("ledger-http", "Over HTTP, 64 connections", HTTP, (LIMIT, ONE_DRAW)),
            measured.result("ledger-batches", "Batches of 100 over HTTP", BATCHES, (LIMIT, ONE_DRAW)),
            measured.result(
                "ledger-sqlite", "Over HTTP on SQLite, 64 connections", EMBEDDED, (RAW, RAW_ONE_DRAW, RAW_HOT)
            ),
            curve,
        ),
    )


def _postgresql_round(measured: Measured, house: Resident, limit: Limit, port: int) -> None:
    measured.note(LIMIT, limit.measured(seconds=SECONDS, draws=3))
    measured.note(SERVICE, house.service(SPREAD, SECONDS)[0])
    measured.note(HOT_LIMIT, limit.measured(seconds=SECONDS, envelopes=1))
    measured.note(HOT_SERVICE, house.service(HOT, SECONDS)[0])
    measured.note(ONE_DRAW, limit.measured(seconds=SECONDS))
    measured.note(HTTP, load(port, measured.fresh(), SECONDS)[0])
    batches = load(port, measured.fresh(), SECONDS, each=IN_A_BATCH, connections=BATCHERS)[0]
    measured.note(BATCHES, batches)


def _sqlite(measured: Measured, rounds: int) -> None:
    surroundings = {"GESTE_DATABASE_URL": "", "GESTE_TIME_ZONE": "UTC"}
    with TemporaryDirectory(prefix="geste-bench-home-") as home:
        with Resident(home, surroundings):
            pass
        raw = Raw(Path(shutil.copy(Path(home) / "geste.sqlite3", Path(home) / "apart.sqlite3")))
        with served(home, surroundings) as port:
            load(port, measured.fresh(), WARM_SECONDS)
            for _ in range(rounds):
                _sqlite_round(measured, raw, port)


def _sqlite_round(measured: Measured, raw: Raw, port: int) -> None:
    measured.note(RAW, raw.measured(seconds=SECONDS, first=measured.fresh(), draws=3))
    measured.note(EMBEDDED, load(port, measured.fresh(), SECONDS)[0])
    measured.note(RAW_ONE_DRAW, raw.measured(seconds=SECONDS, first=measured.fresh()))
    measured.note(RAW_HOT, raw.measured(seconds=SECONDS, first=measured.fresh(), envelopes=1))


def _curve(house: Resident, limit: Limit, tell: Callable[[str], None]) -> Result:
    """The milliseconds of CPU for each gesture while there are ever more gestures in the database."""
    rows, costs = [], {}
    for size in SIZES:
        tell(f"The cost of a gesture among {size:,}")
        limit.fill(size)
        rate, cpu = house.service(SPREAD, SECONDS)
        costs[f"{size:,} gestures"] = round(cpu, 3)
        tell(f"{cpu:.3f} ms of CPU each")
        rows.append((f"{size:,}", f"{rate.per_second:.0f}", f"{cpu:.3f}", f"{rate.p50:.1f}", f"{rate.p99:.1f}"))
    smallest, *_, largest = costs.values()
    return Result(
        name="ledger-curve",
        title="The cost of a gesture, by how many there are",
        unit="ms CPU",
        ours=largest,
        peers={f"the same among {SIZES[0]:,}": smallest},
        n=len(SIZES),
        beside=costs,
        columns=("gestures", UNIT, "ms CPU each", "p50 ms", "p99 ms"),
        rows=tuple(rows),
    )
