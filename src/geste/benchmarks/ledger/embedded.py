"""Embedded: what SQLite itself can do: the rows of one gesture and a durable commit, one after the other."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

from geste.benchmarks.ledger.house import CASES
from geste.benchmarks.ledger.limit import ENVELOPES, FIRST_BENCH_ID, READ, WRITTEN
from geste.benchmarks.ledger.rate import Rate

ENTRY = "ledger_entry"
DRAW = (
    'UPDATE ledger_envelopeperiod SET "left" = "left" - 1, seq = seq + 1 WHERE id = ? AND "left" >= 1 '
    'RETURNING seq, "left"'
)


class Raw:
    """A copy of a database in which one gesture was given: plain SQL writes its rows again, as `pgbench` does.

    What it writes are no sound books: whoever watches over a house would stop its money.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        with closing(self._connected()) as connection:
            columns = [row[1] for row in connection.execute("PRAGMA table_info(ledger_envelopeperiod)")]
            told = {
                "id": f"{FIRST_BENCH_ID} + n",
                "envelope": "'bench-' || n",
                "left": str(FIRST_BENCH_ID),
                "cap": str(FIRST_BENCH_ID),
            }
            names = ", ".join(f'"{name}"' for name in columns)
            values = ", ".join(told.get(name, f's."{name}"') for name in columns)
            connection.execute(
                "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?) "  # noqa: S608 - own names
                f"INSERT INTO ledger_envelopeperiod ({names}) "
                f"SELECT {values} FROM (SELECT * FROM ledger_envelopeperiod LIMIT 1) s, number",
                [ENVELOPES],
            )

    def measured(self, *, seconds: float, first: int, draws: int = 1, envelopes: int = ENVELOPES) -> Rate:
        """Return how many gestures it writes in a second, each on disk before the next begins.

        Each draws on `draws` of so many envelopes. Nobody else has written under numbers from `first` on.
        """
        chance = Random(first)  # noqa: S311 - which envelopes is nobody's secret
        with closing(self._connected()) as connection:
            rows = {table: _Row(connection, table) for table in (ENTRY, *WRITTEN)}
            waits: list[float] = []
            until, number = monotonic() + seconds, FIRST_BENCH_ID + first
            while (begun := monotonic()) < until:
                number += 1
                _gesture(connection, rows, number, chance.sample(range(1, envelopes + 1), draws))
                waits.append(monotonic() - begun)
        return Rate.of(waits, seconds)

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._database, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


class _Row:
    """A row that is there, to be written again with other values."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        which = " WHERE gesture_key NOT LIKE 'envelope:%'" if table == ENTRY else ""
        found = connection.execute(f"SELECT * FROM {table}{which} LIMIT 1")  # noqa: S608 - own names
        self._columns = [told[0] for told in found.description]
        self._sample: Sequence[object] = found.fetchone()
        names, places = ", ".join(f'"{name}"' for name in self._columns), ", ".join("?" * len(self._columns))
        self._sentence = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - own names

    def write(self, connection: sqlite3.Connection, told: Mapping[str, object]) -> None:
        values = [told.get(name, value) for name, value in zip(self._columns, self._sample, strict=True)]
        connection.execute(self._sentence, values)


def _gesture(connection: sqlite3.Connection, rows: Mapping[str, _Row], number: int, envelopes: Sequence[int]) -> None:
    told = {
        "id": number, "key": f"b{number}", "gesture_key": f"b{number}", "case_id": 1 + CASES + number % CASES,
        "decision_id": number, "decision": number, "entry_id": 10 * number, "index": number, "leaf_id": number,
    }  # fmt: skip
    connection.execute("BEGIN IMMEDIATE")
    for question in READ:
        asked = {"key": told["key"], "case": told["case_id"]}
        connection.execute(question.format(key=":key"), asked).fetchall()
    for ordinal, envelope in enumerate(envelopes):
        ((seq, left),) = connection.execute(DRAW, [FIRST_BENCH_ID + envelope]).fetchall()
        entry = {
            "id": 10 * number + ordinal, "ordinal": ordinal, "envelope": f"bench-{envelope}", "envelope_seq": seq,
            "envelope_left": left, "envelope_period_id": FIRST_BENCH_ID + envelope,
        }  # fmt: skip
        rows[ENTRY].write(connection, told | entry)
    for table in WRITTEN:
        rows[table].write(connection, told)
    connection.execute("COMMIT")
